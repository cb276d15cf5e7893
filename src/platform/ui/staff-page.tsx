import type { ComponentChildren, JSX } from 'preact'
import type { Frame } from '../http/route.ts'
import { Document } from './document.tsx'
import { Mark } from './mark.tsx'
import { Notice } from './notice.tsx'
import { StaffNavigation } from './staff-navigation.tsx'

interface Props {
  frame: Frame
  title: string
  /** Buttons beside the title: what one does most often here. */
  actions?: ComponentChildren
  islands?: readonly string[]
  children?: ComponentChildren
}

/** The frame of every page behind the sign-in. */
export function StaffPage({ frame, title, actions, islands, children }: Props): JSX.Element {
  return (
    <Document title={`${title} · Kentongan`} kind="staff" islands={islands}>
      <a class="skip" href="#isi">
        Langsung ke isi
      </a>
      <header class="masthead">
        <a class="brand" href="/beranda">
          <Mark />
          <span>
            <strong>Kentongan</strong> <small>Pemerintah Kota Bekasi</small>
          </span>
        </a>
        {frame.person !== null && (
          <a class="menu-link" href="#menu">
            Menu
          </a>
        )}
      </header>
      <div class="desk">
        {frame.person !== null && <StaffNavigation frame={frame} person={frame.person} />}
        <main id="isi" tabIndex={-1}>
          {frame.notice !== null && (
            <div role="status">
              <Notice tone="good">{frame.notice}</Notice>
            </div>
          )}
          <div class="page-head">
            <h1>{title}</h1>
            {actions && <div class="actions">{actions}</div>}
          </div>
          {children}
        </main>
      </div>
    </Document>
  )
}
