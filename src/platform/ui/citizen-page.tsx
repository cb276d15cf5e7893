import type { ComponentChildren, JSX } from 'preact'
import type { Frame } from '../http/route.ts'
import { Document } from './document.tsx'
import { Mark } from './mark.tsx'
import { Notice } from './notice.tsx'

interface Props {
  frame: Frame
  title: string
  head?: ComponentChildren
  islands?: readonly string[]
  children?: ComponentChildren
}

/** The frame of pages for everybody: no account, one column, large type. */
export function CitizenPage({ frame, title, head, islands, children }: Props): JSX.Element {
  return (
    <Document title={`${title} · Kota Bekasi`} kind="public" head={head} islands={islands}>
      <a class="skip" href="#isi">
        Langsung ke isi
      </a>
      <header class="masthead">
        <a class="brand" href="/lapor">
          <Mark />
          <span>
            <strong>Kentongan</strong> <small>Pemerintah Kota Bekasi</small>
          </span>
        </a>
      </header>
      <main id="isi" class="column" tabIndex={-1}>
        {frame.notice !== null && (
          <div role="status">
            <Notice tone="good">{frame.notice}</Notice>
          </div>
        )}
        <h1>{title}</h1>
        {children}
      </main>
      <footer class="foot">
        <div class="column">
          <p>
            <a href="/lapor">Sampaikan laporan</a> · <a href="/masuk">Masuk petugas</a>
          </p>
          <p>Pemerintah Kota Bekasi</p>
        </div>
      </footer>
    </Document>
  )
}
