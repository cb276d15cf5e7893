import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { peoplePaths } from '../paths.ts'

/** New codes, this once. */
export function RecoveryCodesPage({ frame, codes }: { frame: Frame; codes: readonly string[] }): JSX.Element {
  return (
    <StaffPage frame={frame} title="Kode pemulihan">
      <Notice tone="warn" title="Simpan sekarang">
        Kode ini hanya ditampilkan satu kali. Cetak atau catat, lalu simpan di tempat yang aman, jangan di ponsel yang
        sama. Setiap kode berlaku satu kali. Kode yang lama tidak berlaku lagi.
      </Notice>
      <ul class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink href={peoplePaths.account.href()} kind="main">
          Sudah saya simpan
        </ButtonLink>
      </p>
    </StaffPage>
  )
}
