import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { formatDay } from '../../platform/time.ts'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { NextPage } from '../../platform/ui/pager.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type Agency, agencyKinds } from '../agency.ts'
import { agencyPaths } from '../paths.ts'
import type { Role } from '../policy.ts'
import type { FoundAgency } from '../search-agencies.ts'

export interface AddedCell {
  text: string
  tone: Tone
  href?: string
}

interface Props {
  frame: Frame
  agencies: readonly FoundAgency[]
  holders: ReadonlyMap<string, readonly { role: Role; name: string }[]>
  /** Columns of other areas: website, X account... Only of today. */
  added: readonly { head: string; cells: ReadonlyMap<string, AddedCell> }[]
  q: string
  /** '' shows the 43 agencies that report. */
  kind: string
  /** The day shown, '' for today. */
  day: string
  /** A day that was asked for and does not exist. */
  wrongDay: string
  /** Of all pages; null: more than 1,000. */
  count: number | null
  next: string | null
}

export function RegisterPage(props: Props): JSX.Element {
  const { frame, agencies, holders, added, q, kind, day } = props
  return (
    <StaffPage frame={frame} title="Perangkat daerah" actions={frame.may('agency.manage') && <Actions day={day} />}>
      <Filters action={agencyPaths.register.href()}>
        <Field name="q" label="Cari nama atau singkatan" type="search" value={q} />
        <Select
          name="jenis"
          label="Jenis"
          value={kind}
          options={[['', 'Semua yang wajib melapor'], ...Object.entries(agencyKinds)]}
        />
        <Field name="tanggal" label="Keadaan pada tanggal" type="date" value={day} />
      </Filters>
      {props.wrongDay !== '' && (
        <Notice tone="warn">Tanggal “{props.wrongDay}” tidak ada. Yang tampil adalah keadaan hari ini.</Notice>
      )}
      <Table
        caption={captionOf(props)}
        rows={agencies}
        columns={[
          { head: 'Perangkat daerah', cell: (found) => <Name found={found} day={day} /> },
          {
            head: 'Penanggung jawab',
            cell: ({ agency }) => (
              <>
                Kepala: <Holder names={namesOf(holders, agency, 'head')} />
                <br />
                Operator: <Holder names={namesOf(holders, agency, 'operator')} />
              </>
            ),
          },
          ...added.map(({ head, cells }) => ({
            head,
            cell: ({ agency }: FoundAgency) => <Added cell={cells.get(agency.id)} />,
          })),
        ]}
        empty={<Nothing q={q} day={day} />}
      />
      <NextPage href={props.next} />
    </StaffPage>
  )
}

const Actions = ({ day }: { day: string }): JSX.Element => (
  <>
    <ButtonLink href={agencyPaths.addition.href()} kind="main">
      Tambah
    </ButtonLink>
    <ButtonLink href={agencyPaths.imports.href()}>Impor CSV</ButtonLink>
    <ButtonLink href={agencyPaths.export.href({}, { tanggal: day })}>Ekspor CSV</ButtonLink>
  </>
)

function captionOf({ agencies, q, day, count }: Props): string {
  const when = day === '' ? '' : ` pada ${formatDay(day)}`
  if (q !== '') return `${agencies.length} perangkat daerah yang mirip “${q}”${when}, yang paling mirip di atas`
  return `${count === null ? 'Lebih dari 1.000' : count} perangkat daerah${when}, menurut jenis dan nama`
}

function Name({ found, day }: { found: FoundAgency; day: string }): JSX.Element {
  const { agency, foundBy, endedOn } = found
  return (
    <>
      <a href={agencyPaths.agency.href({ id: agency.id }, { tanggal: day })}>{agency.name}</a>
      {foundBy !== null && <p class="hint">Ditemukan dengan nama {foundBy}</p>}
      {endedOn !== null && <Badge tone="quiet">berakhir {formatDay(endedOn)}</Badge>}
    </>
  )
}

const Nothing = ({ q, day }: { q: string; day: string }): JSX.Element =>
  q === '' ? (
    <Empty title="Tidak ada perangkat daerah">
      {day === '' ? 'Pilih jenis lain.' : 'Pilih jenis atau tanggal lain.'}
    </Empty>
  ) : (
    <Empty title={`Tidak ada yang mirip “${q}”`}>
      Coba sebagian namanya saja, singkatannya, atau <a href={agencyPaths.register.href()}>lihat semua</a>.
    </Empty>
  )

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
