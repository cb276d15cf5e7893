import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatDate, formatNumber } from '../../platform/time.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { PostButton } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { HostedSite } from '../find-hosted-sites.ts'
import { sitePaths } from '../paths.ts'

interface Props {
  frame: Frame
  sites: readonly HostedSite[]
  values?: { agencyId: string; title: string; tagline: string }
  errors?: FieldErrors
}

/** The public sites that Kentongan serves, and where a new one is opened. */
export function SitesPage({ frame, sites, values, errors }: Props): JSX.Element {
  const manages = frame.may('website.manage')
  return (
    <StaffPage frame={frame} title="Situs yang kami layani">
      <Table
        caption="Situs publik di Kentongan. Situs di tempat lain ada di Pemantauan."
        columns={[
          { head: 'Perangkat daerah', cell: ({ agencyName }) => agencyName },
          { head: 'Nama dan semboyan', cell: ({ site }) => [site?.title, site?.tagline].filter(Boolean).join('. ') },
          {
            head: 'Alamat',
            cell: ({ site, address }) => (site?.open ? <a href={address}>{address}</a> : address),
          },
          {
            head: 'Keadaan',
            cell: ({ site }) => <Badge tone={site?.open ? 'good' : 'quiet'}>{site?.open ? 'Dibuka' : 'Ditutup'}</Badge>,
          },
          { head: 'Sejak', cell: ({ site }) => site && formatDate(site.openedAt) },
          { head: 'Halaman terbit', cell: ({ items }) => formatNumber(items), numeric: true },
          ...(manages ? [{ head: 'Tindakan', cell: (row: HostedSite) => <Close site={row} /> }] : []),
        ]}
        rows={sites.filter(({ site }) => site !== null)}
        empty={
          <Empty title="Belum ada situs di sini">Diskominfostandi membukanya atas permintaan perangkat daerah.</Empty>
        }
      />
      {manages && (
        <Section title="Buka situs, atau ganti nama dan semboyannya">
          <Form action={sitePaths.list.href()} errors={errors} submit="Buka situs">
            <Select
              name="agencyId"
              label="Perangkat daerah"
              value={values?.agencyId}
              options={sites.map(({ agencyId, agencyName }) => [agencyId, agencyName] as const)}
            />
            <Field
              name="title"
              label="Nama situs"
              value={values?.title}
              required
              hint="Biasanya nama perangkat daerah."
            />
            <Field name="tagline" label="Semboyan" value={values?.tagline} hint="Satu kalimat pendek di bawah nama." />
          </Form>
        </Section>
      )}
    </StaffPage>
  )
}

function Close({ site: { agencyId, site } }: { site: HostedSite }): JSX.Element | null {
  if (!site?.open) return null
  return <PostButton action={sitePaths.closing.href({ agency: agencyId })} label="Tutup" kind="danger" />
}
