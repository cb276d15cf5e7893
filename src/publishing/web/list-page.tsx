import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { At } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { NextPage } from '../../platform/ui/pager.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { contentKinds, contentStates, contentThemes } from '../content.ts'
import type { ContentFilter, ContentRow } from '../find-contents.ts'
import { contentPaths } from '../paths.ts'
import { StateBadge } from './content-state.tsx'

interface Props {
  frame: Frame
  filter: ContentFilter
  items: readonly ContentRow[]
  next: string | null
  agencies: readonly { id: string; name: string; abbreviation: string }[]
}

export function ListPage({ frame, filter, items, next, agencies }: Props): JSX.Element {
  const names = new Map(agencies.map(({ id, abbreviation }) => [id, abbreviation]))
  const write = frame.may('content.write') && (
    <ButtonLink href={contentPaths.write.href()} kind="main">
      Tulis konten
    </ButtonLink>
  )
  const contributors = frame.may('contributor.manage') && (
    <ButtonLink href={contentPaths.contributors.href()}>Kontributor</ButtonLink>
  )
  const nextHref = next && contentPaths.list.href({}, { ...queryOf(filter), cursor: next })
  return (
    <StaffPage frame={frame} title="Konten" actions={[contributors, write]}>
      <Filters action={contentPaths.list.href()}>
        <Field name="q" label="Judul memuat" type="search" value={filter.words ?? ''} />
        {agencies.length > 1 && (
          <Select
            name="pd"
            label="Perangkat daerah"
            value={filter.agencyId ?? ''}
            options={[['', 'Semua'], ...agencies.map(({ id, name }) => [id, name] as const)]}
          />
        )}
        <Select
          name="jenis"
          label="Jenis"
          value={filter.kind ?? ''}
          options={[['', 'Semua'], ...Object.entries(contentKinds)]}
        />
        <Select
          name="keadaan"
          label="Keadaan"
          value={filter.state ?? ''}
          options={[['', 'Semua'], ...Object.entries(contentStates)]}
        />
        <Select
          name="asal"
          label="Asal"
          value={filter.handedIn ? 'kontributor' : ''}
          options={[
            ['', 'Semua'],
            ['kontributor', 'Dari kontributor'],
          ]}
        />
      </Filters>
      <Table
        caption="Konten, yang terakhir diubah lebih dulu"
        columns={[
          { head: 'Judul', cell: ({ id, title }) => <a href={contentPaths.content.href({ id })}>{title}</a> },
          ...(agencies.length > 1
            ? [{ head: 'Perangkat daerah', cell: ({ agencyId }: ContentRow) => names.get(agencyId) ?? agencyId }]
            : []),
          { head: 'Jenis', cell: ({ kind, theme }) => `${contentKinds[kind]}, ${contentThemes[theme].toLowerCase()}` },
          { head: 'Keadaan', cell: (row) => <StateBadge content={row} /> },
          { head: 'Penulis', cell: (row) => <Author {...row} /> },
          { head: 'Terakhir diubah', cell: ({ changedAt }) => <At instant={changedAt} /> },
        ]}
        rows={items}
        empty={<Empty title="Tidak ada konten di sini">Longgarkan saringan di atas, atau tulis konten baru.</Empty>}
      />
      <NextPage href={nextHref} />
    </StaffPage>
  )
}

function Author({ authorName, handedIn }: ContentRow): JSX.Element {
  return (
    <>
      {authorName} {handedIn && <Badge tone="info">Dari kontributor</Badge>}
    </>
  )
}

export const queryOf = ({
  agencyId,
  kind,
  state,
  words,
  handedIn,
}: ContentFilter): Record<string, string | undefined> => ({
  q: words,
  pd: agencyId,
  jenis: kind,
  keadaan: state,
  asal: handedIn ? 'kontributor' : undefined,
})
