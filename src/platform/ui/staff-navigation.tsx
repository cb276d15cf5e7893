import type { JSX } from 'preact'
import type { Frame } from '../http/route.ts'
import { PostButton } from './button.tsx'

/** Address, words, and the action of the policy that opens it; null is open to all who are signed in. */
const entries: readonly (readonly [href: string, label: string, action: string | null])[] = [
  ['/beranda', 'Beranda', null],
  ['/perangkat-daerah', 'Perangkat daerah', 'agency.read'],
  ['/konten', 'Konten', 'content.read'],
  ['/situs', 'Situs', 'website.read'],
  ['/pemantauan', 'Pemantauan', 'website.read'],
  ['/kanal', 'Kanal', 'account.read'],
  ['/kasus', 'Kasus', 'case.read'],
  ['/laporan', 'Laporan', 'report.read'],
  ['/rekapitulasi', 'Rekapitulasi', 'recap.read'],
  ['/pengaturan/kalender', 'Kalender', 'calendar.read'],
  ['/pengaturan/surat-keluar', 'Surat keluar', 'mail.read'],
  ['/pengaturan/jejak', 'Jejak', 'event.read'],
]

const current = (path: string, href: string): 'page' | 'true' | undefined => {
  if (path === href) return 'page'
  return path.startsWith(`${href}/`) ? 'true' : undefined
}

/**
 * What this person may do, and the way out. On a phone it is closed until its link `#menu` is followed: `:target`
 * opens it, so it works without script.
 */
export function StaffNavigation({ frame, person }: { frame: Frame; person: string }): JSX.Element {
  return (
    <nav class="menu" id="menu" aria-label="Utama">
      <ul>
        {entries
          .filter(([, , action]) => action === null || frame.may(action))
          .map(([href, label]) => (
            <li key={href}>
              <a href={href} aria-current={current(frame.path, href)}>
                {label}
              </a>
            </li>
          ))}
      </ul>
      <div class="menu-person">
        <p>
          Masuk sebagai <strong>{person}</strong>
        </p>
        <p>
          <a href="/pengaturan/akun" aria-current={current(frame.path, '/pengaturan/akun')}>
            Akun saya
          </a>
        </p>
        <PostButton action="/keluar" label="Keluar" kind="quiet" />
      </div>
      <a class="menu-close" href="#isi">
        Tutup menu
      </a>
    </nav>
  )
}
