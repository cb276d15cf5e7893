import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type Agency, agencyKinds, isReporting } from '../agency.ts'
import { agencyPaths } from '../paths.ts'
import type { Role } from '../policy.ts'

export interface AddedCell {
  text: string
  tone: Tone
  href?: string
}

interface Props {
  frame: Frame
  agencies: readonly Agency[]
  holders: ReadonlyMap<string, readonly { role: Role; name: string }[]>
  /** Columns of other areas: website, X account... */
  added: readonly { head: string; cells: ReadonlyMap<string, AddedCell> }[]
  /** '' shows the 43 agencies that report. */
  kind: string
}

export function RegisterPage({ frame, agencies, holders, added, kind }: Props): JSX.Element {
  const shown = agencies.filter((agency) => (kind === '' ? isReporting(agency) : agency.kind === kind))
  return (
    <StaffPage frame={frame} title="Perangkat daerah">
      <Filters action={agencyPaths.register.href()}>
        <Select
          name="jenis"
          label="Jenis"
          value={kind}
          options={[['', 'Semua yang wajib melapor'], ...Object.entries(agencyKinds)]}
        />
      </Filters>
      <Table
        caption={`${shown.length} perangkat daerah`}
        rows={shown}
        columns={[
          { head: 'Perangkat daerah', cell: (a) => <a href={agencyPaths.agency.href({ id: a.id })}>{a.name}</a> },
          { head: 'Kepala', cell: (a) => <Holder names={namesOf(holders, a, 'head')} /> },
          { head: 'Operator', cell: (a) => <Holder names={namesOf(holders, a, 'operator')} /> },
          ...added.map(({ head, cells }) => ({ head, cell: (a: Agency) => <Added cell={cells.get(a.id)} /> })),
        ]}
        empty={<Empty title="Tidak ada perangkat daerah jenis ini">Pilih jenis lain.</Empty>}
      />
    </StaffPage>
  )
}

const namesOf = (holders: Props['holders'], agency: Agency, role: Role): string[] =>
  (holders.get(agency.id) ?? []).flatMap((holder) => (holder.role === role ? [holder.name] : []))

function Holder({ names }: { names: string[] }): JSX.Element {
  return names.length > 0 ? <span>{names.join(', ')}</span> : <Badge tone="warn">kosong</Badge>
}

export function Added({ cell }: { cell: AddedCell | undefined }): JSX.Element {
  if (!cell) return <>–</>
  const badge = <Badge tone={cell.tone}>{cell.text}</Badge>
  return cell.href ? <a href={cell.href}>{badge}</a> : badge
}
