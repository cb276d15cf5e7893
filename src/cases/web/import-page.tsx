import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { dayInWib, formatNumber } from '../../platform/time.ts'
import { At, OnDay } from '../../platform/ui/at.tsx'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'
import { ButtonLink, PostButton } from '../../platform/ui/button.tsx'
import { Field, FileField, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { caseKinds } from '../case.ts'
import type { Planned, RowOutcome } from '../import/plan.ts'
import { type CaseImport, defaultSystem, mostImportRows } from '../import-cases.ts'
import { casePaths } from '../paths.ts'
import type { Choices } from './case-forms.tsx'

interface UploadProps {
  frame: Frame
  agencies: Choices
  input: { system: string; agencyId: string; map: string }
  errors?: FieldErrors
}

export function CaseUploadPage({ frame, agencies, input, errors }: UploadProps): JSX.Element {
  return (
    <StaffPage frame={frame} title="Impor kasus">
      <p>
        Unggah ekspor CSV dari {defaultSystem} atau sistem pengaduan lain. Kolom nomor, isi, dan tanggal harus ada;
        judul, jenis, instansi, status, lokasi, nama, kontak, dan tautan dibaca bila ada. Nomor yang sudah pernah
        diimpor tidak dicatat dua kali.
      </p>
      <Form action={casePaths.imports.href()} errors={errors} submit="Lihat pratinjau" files>
        <FileField
          name="file"
          label="Berkas CSV"
          accept=".csv,text/csv"
          required
          hint={`Paling banyak ${formatNumber(mostImportRows)} baris dan 10 MB. Belum ada yang dicatat sebelum Anda menyetujui pratinjaunya.`}
        />
        <Field name="system" label="Sistem asal" value={input.system || defaultSystem} />
        <Select
          name="agencyId"
          label="Penerima bila instansinya kosong atau tidak dikenal"
          value={input.agencyId}
          options={[['', 'Tidak ada: tolak baris seperti itu'], ...agencies]}
        />
        <TextArea
          name="map"
          label="Padanan kolom"
          rows={3}
          hint="Hanya bila nama kolomnya lain, satu baris satu. Misalnya: isi = Uraian Aduan"
          value={input.map}
        />
      </Form>
    </StaffPage>
  )
}

const acts: Record<Planned['act'], readonly [label: string, tone: Tone]> = {
  refused: ['Ditolak', 'bad'],
  taken: ['Dicatat', 'info'],
  'taken-over': ['Dicatat dan ditutup', 'quiet'],
  closed: ['Ditutup', 'info'],
  unchanged: ['Tetap', 'quiet'],
}
const order = Object.keys(acts) as Planned['act'][]
/** Nobody reads more in one table; the figures above it count all. */
const shownRows = 100

interface ImportProps {
  frame: Frame
  shown: CaseImport
  agencyNames: ReadonlyMap<string, string>
  errors?: FieldErrors
}

export function CaseImportPage({ frame, shown, agencyNames, errors }: ImportProps): JSX.Element {
  const { id, filename, madeBy, madeAt, system, plan, confirmedAt } = shown
  const todo = plan.filter(({ act }) => act !== 'refused' && act !== 'unchanged').length
  return (
    <StaffPage
      frame={frame}
      title={confirmedAt === null ? 'Pratinjau impor kasus' : 'Impor kasus'}
      actions={
        confirmedAt === null &&
        todo > 0 && (
          <PostButton
            action={casePaths.import.href({ import: id })}
            label={`Catat ${formatNumber(todo)} baris`}
            kind="main"
          />
        )
      }
    >
      {errors?.[''] && <Notice tone="bad">{errors['']}</Notice>}
      <p>
        Berkas {filename} dari {system}, diunggah {madeBy}, <At instant={madeAt} />.
      </p>
      {confirmedAt !== null ? (
        <Progress shown={shown} />
      ) : (
        <>
          <p>{countWords(plan)}</p>
          {todo === 0 && <Notice tone="info">Tidak ada yang akan dicatat.</Notice>}
          {order.map((act) => (
            <PlannedRows key={act} act={act} rows={plan.filter((row) => row.act === act)} agencyNames={agencyNames} />
          ))}
        </>
      )}
    </StaffPage>
  )
}

/** `3 dicatat, 1 ditolak`. */
function countWords(rows: readonly { act: Planned['act'] }[]): string {
  const counts = order.map((act) => [rows.filter((row) => row.act === act).length, acts[act][0]] as const)
  const words = counts.flatMap(([n, label]) => (n > 0 ? [`${formatNumber(n)} ${label.toLowerCase()}`] : []))
  return `${words.join(', ')}.`
}

function Progress({ shown }: { shown: CaseImport }): JSX.Element {
  const { id, doneAt, doneRows, rowCount, outcomes } = shown
  const refused = outcomes.filter(({ act }) => act === 'refused')
  return (
    <>
      {doneAt === null ? (
        <Notice tone="info" title={`${formatNumber(doneRows)} dari ${formatNumber(rowCount)} baris selesai`}>
          <p>Impor berjalan di belakang layar; halaman ini boleh ditutup.</p>
          <p>
            <ButtonLink href={casePaths.import.href({ import: id })}>Lihat kemajuannya</ButtonLink>
          </p>
        </Notice>
      ) : (
        <Notice tone="good">
          Impor selesai, <At instant={doneAt} />.
        </Notice>
      )}
      {outcomes.length > 0 && <p>{countWords(outcomes)}</p>}
      {refused.length > 0 && <RefusedRows rows={refused} />}
    </>
  )
}

const RefusedRows = ({ rows }: { rows: readonly RowOutcome[] }): JSX.Element => (
  <Section title="Ditolak">
    <Table
      caption="Baris yang tidak dicatat dan alasannya"
      rows={rows}
      columns={[
        { head: 'Baris', cell: ({ line }) => formatNumber(line) },
        { head: 'Alasan', cell: ({ why }) => why },
      ]}
    />
  </Section>
)

interface RowsProps {
  act: Planned['act']
  rows: readonly Planned[]
  agencyNames: ReadonlyMap<string, string>
}

function PlannedRows({ act, rows, agencyNames }: RowsProps): JSX.Element | null {
  if (rows.length === 0) return null
  const [label, tone] = acts[act]
  const more = rows.length > shownRows ? `, ${shownRows} yang pertama` : ''
  return (
    <Section title={label}>
      <Table
        caption={`${formatNumber(rows.length)} baris${more}, menurut urutan di berkas`}
        rows={rows.slice(0, shownRows)}
        columns={[
          { head: 'Nomor', cell: ({ originId }) => originId || '(kosong)' },
          { head: 'Baris', numeric: true, cell: ({ line }) => formatNumber(line) },
          {
            head: 'Keterangan',
            cell: (row) => (
              <>
                <Badge tone={tone}>{label}</Badge> <About row={row} agencyNames={agencyNames} />
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

function About({ row, agencyNames }: { row: Planned; agencyNames: RowsProps['agencyNames'] }): JSX.Element {
  if (row.act === 'refused') return <>{row.why}</>
  if (row.act === 'closed') return <>status di sana: {row.status}</>
  if (row.act === 'unchanged') return <>sudah ada di Kentongan</>
  const { subject, text, kind, agencyId, receivedAt } = row.row
  return (
    <>
      {caseKinds[kind]} untuk {agencyNames.get(agencyId) ?? agencyId}, diterima <OnDay day={dayInWib(receivedAt)} />:{' '}
      {subject || text.slice(0, 80)}
    </>
  )
}
