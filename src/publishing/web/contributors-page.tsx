import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatDate } from '../../platform/time.ts'
import { At } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { PostButton } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, Hidden, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { contributorName, linkState } from '../contributor-link.ts'
import type { ContributorLinkRow } from '../find-contributor-links.ts'
import type { NewContributor } from '../make-contributor-link.ts'
import { contentPaths } from '../paths.ts'

interface Props {
  frame: Frame
  links: readonly ContributorLinkRow[]
  /** Where this person manages contributors; one alone is not asked for. */
  agencies: readonly { id: string; name: string; abbreviation: string }[]
  now: Date
  input: NewContributor
  errors: FieldErrors
}

export function ContributorsPage({ frame, links, agencies, now, input, errors }: Props): JSX.Element {
  const names = new Map(agencies.map(({ id, abbreviation }) => [id, abbreviation]))
  return (
    <StaffPage frame={frame} title="Kontributor">
      <p>
        Rekan di bidang dan seksi dapat menitipkan bahan berita dari ponsel tanpa akun, dengan tautan pribadi. Titipan
        masuk sebagai draf di <a href={contentPaths.list.href({}, { asal: 'kontributor' })}>Konten</a>.
      </p>
      <Table
        caption="Tautan kontributor, yang dicabut di akhir"
        columns={[
          { head: 'Kontributor', cell: contributorName },
          ...(agencies.length > 1
            ? [
                {
                  head: 'Perangkat daerah',
                  cell: ({ agencyId }: ContributorLinkRow) => names.get(agencyId) ?? agencyId,
                },
              ]
            : []),
          { head: 'Tautan', cell: (link) => <StateOfLink link={link} now={now} /> },
          { head: 'Titipan', numeric: true, cell: ({ handedIn }) => handedIn },
          { head: 'Terakhir', cell: ({ lastAt }) => (lastAt ? <At instant={lastAt} /> : 'Belum pernah') },
          { head: 'Dibuat oleh', cell: ({ madeByName }) => madeByName },
          { head: 'Tindakan', cell: (link) => <Acts link={link} /> },
        ]}
        rows={links}
        empty={<Empty title="Belum ada kontributor">Buat tautan untuk rekan di bidang Anda di bawah ini.</Empty>}
      />
      <Section title="Buat tautan baru">
        <Form action={contentPaths.contributors.href()} errors={errors} submit="Buat tautan">
          {agencies.length === 1 && <Hidden name="agencyId" value={agencies[0]?.id ?? ''} />}
          {agencies.length > 1 && (
            <Select
              name="agencyId"
              label="Perangkat daerah"
              value={input.agencyId}
              options={agencies.map(({ id, name }) => [id, name] as const)}
            />
          )}
          <Field name="name" label="Nama kontributor" value={input.name} required autocomplete="off" />
          <Field
            name="section"
            label="Bidang atau seksi"
            value={input.section}
            required
            hint="Contoh: Bidang Kesehatan Masyarakat. Nama dan bidang tercantum sebagai penulis."
          />
        </Form>
      </Section>
    </StaffPage>
  )
}

function StateOfLink({ link, now }: { link: ContributorLinkRow; now: Date }): JSX.Element {
  const state = linkState(link, now)
  if (state === 'revoked') return <Badge tone="quiet">Dicabut</Badge>
  if (state === 'expired') return <Badge tone="warn">Berakhir {formatDate(link.expiresAt)}</Badge>
  return <Badge tone="good">Berlaku sampai {formatDate(link.expiresAt)}</Badge>
}

function Acts({ link: { id, revokedAt } }: { link: ContributorLinkRow }): JSX.Element | null {
  if (revokedAt !== null) return null
  return (
    <>
      <PostButton action={contentPaths.contributorRenewal.href({ id })} label="Perpanjang" />
      <PostButton action={contentPaths.contributorReplacement.href({ id })} label="Ganti tautan" />
      <PostButton action={contentPaths.contributorRevocation.href({ id })} label="Cabut" kind="danger" />
    </>
  )
}
