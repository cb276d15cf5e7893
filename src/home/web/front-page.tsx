import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { Button, ButtonLink } from '../../platform/ui/button.tsx'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Field } from '../../platform/ui/fields.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { publicDeskPaths } from '../../public-desk/paths.ts'
import { sitePaths } from '../../publishing/paths.ts'

interface Props {
  frame: Frame
  sites: readonly { agencyId: string; title: string; tagline: string }[]
}

/** The first page of the city's address: a citizen finds the form, an official the way in. */
export function FrontPage({ frame, sites }: Props): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Suara warga Kota Bekasi">
      <p>
        Sampaikan pengaduan, saran, atau aspirasi kepada Pemerintah Kota Bekasi. Tanpa akun, dan setiap laporan dijawab.
      </p>
      <p>
        <ButtonLink href={publicDeskPaths.report.href()} kind="main">
          Sampaikan laporan
        </ButtonLink>
      </p>
      <Section title="Sudah punya tiket?">
        <form class="filters" method="get" action={publicDeskPaths.report.href()}>
          <Field name="tiket" label="Nomor tiket" hint="Misalnya KB-7F3K-9QX2" />
          <Button label="Lihat jawaban" kind="plain" />
        </form>
      </Section>
      {sites.length > 0 && (
        <Section title="Situs perangkat daerah">
          <ul>
            {sites.map(({ agencyId, title }) => (
              <li key={agencyId}>
                <a href={sitePaths.home.href({ agency: agencyId })}>{title}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </CitizenPage>
  )
}
