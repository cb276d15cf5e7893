import type { JSX } from 'preact'

/** The way to the next part of a list; nothing on the last one. */
export function NextPage({ href }: { href?: string | null | undefined }): JSX.Element | null {
  if (!href) return null
  return (
    <nav class="pager" aria-label="Halaman daftar">
      <a class="button plain" rel="next" href={href}>
        Berikutnya
      </a>
    </nav>
  )
}
