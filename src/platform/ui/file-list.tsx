import type { JSX } from 'preact'

interface Shown {
  name: string
  type: string
  /** Size. */
  bytes: number
  href: string
}

/** Photos and documents that came with something: photos are seen, documents are named with their size. */
export function FileList({ files }: { files: readonly Shown[] }): JSX.Element | null {
  if (files.length === 0) return null
  return (
    <ul class="files">
      {files.map(({ name, type, bytes, href }) => (
        <li key={href}>
          <a href={href}>{type.startsWith('image/') ? <img src={href} alt={`Foto ${name}`} loading="lazy" /> : name}</a>{' '}
          {!type.startsWith('image/') && <small>PDF, {sizeInWords(bytes)}</small>}
        </li>
      ))}
    </ul>
  )
}

function sizeInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(bytes / 1_048_576).toFixed(1).replace('.', ',')} MB`
}
