import type { JSX } from 'preact'
import type { Agency } from '../../agencies/agency.ts'
import type { Frame } from '../../platform/http/route.ts'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Section } from '../../platform/ui/section.tsx'

/** The first page of the city's address: a citizen finds the form, an official the way in. */
export function FrontPage({ frame, agencies }: { frame: Frame; agencies: readonly Agency[] }): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Suara warga Kota Bekasi">
      <p>
        Sampaikan pengaduan, saran, atau aspirasi kepada Pemerintah Kota Bekasi. Tanpa akun, dan setiap laporan dijawab.
      </p>
      <p>
        <ButtonLink href="/lapor" kind="main">
          Sampaikan laporan
        </ButtonLink>
      </p>
      <Section title="Situs perangkat daerah">
        <ul>
          {agencies.map(({ id, name }) => (
            <li key={id}>
              <a href={`/situs/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </Section>
    </CitizenPage>
  )
}
