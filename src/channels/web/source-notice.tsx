import type { JSX } from 'preact'
import { Notice } from '../../platform/ui/notice.tsx'

/** Something others have said that this broadcast is to make known. */
export interface Source {
  title: string
  text: string
  url: string | null
}

/** Shown where one writes: the platform forbids the same words from several accounts. */
export const SourceNotice = ({ source }: { source: Source }): JSX.Element => (
  <Notice tone="info" title={source.title}>
    <p class="preview-text">{source.text}</p>
    {source.url && (
      <p>
        <a href={source.url}>Buka sumbernya</a>
      </p>
    )}
    <p>Tulislah dengan kata-kata sendiri: X melarang teks yang sama atau hampir sama dari beberapa akun.</p>
  </Notice>
)
