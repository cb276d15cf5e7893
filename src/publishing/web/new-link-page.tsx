import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { formatDate } from '../../platform/time.ts'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Field } from '../../platform/ui/fields.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { type ContributorLink, contributorName } from '../contributor-link.ts'
import { contentPaths } from '../paths.ts'

/** A contributor's link, this once. */
export function NewLinkPage(props: { frame: Frame; link: ContributorLink; href: string }): JSX.Element {
  const { frame, link, href } = props
  return (
    <StaffPage frame={frame} title={`Tautan untuk ${contributorName(link)}`}>
      <Notice tone="warn" title="Salin sekarang">
        Tautan ini hanya ditampilkan satu kali dan berlaku sampai {formatDate(link.expiresAt)}. Siapa pun yang
        memegangnya dapat menitipkan bahan atas nama {link.name}.
      </Notice>
      <Field
        name="link"
        label="Tautan pribadi"
        value={href}
        hint="Sentuh lama atau klik tiga kali untuk memilih semua."
      />
      <p>
        Kirimkan melalui percakapan kantor langsung kepada {link.name}, bukan ke grup. Bila tautan jatuh ke tangan lain,
        pilih "Ganti tautan" atau "Cabut" di halaman Kontributor.
      </p>
      <p>
        <ButtonLink href={contentPaths.contributors.href()} kind="main">
          Sudah saya kirim
        </ButtonLink>
      </p>
    </StaffPage>
  )
}
