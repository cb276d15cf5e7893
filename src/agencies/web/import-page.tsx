import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatDay, formatNumber } from '../../platform/time.ts'
import { At } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { PostButton } from '../../platform/ui/button.tsx'
import { Check, FileField } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { agencyKinds } from '../agency.ts'
import type { AgencyFacts } from '../agency-timeline.ts'
import type { AgencyImport } from '../import-agencies.ts'
import { importColumns, type PlannedRow } from '../import-plan.ts'
import { agencyPaths } from '../paths.ts'

export function UploadPage({ frame, errors }: { frame: Frame; errors?: FieldErrors }): JSX.Element {
  return (
    <StaffPage frame={frame} title="Impor perangkat daerah">
      <p>
        Unggah berkas CSV dengan judul kolom {importColumns.join(', ')}. Cara termudah: unduh dahulu{' '}
        <a href={agencyPaths.export.href()}>daftar sekarang</a>, ubah di Excel, lalu simpan sebagai “CSV UTF-8”. Isi
        kolom sejak dengan tanggal mulai berlaku (misalnya 2026-12-01) dan kolom keputusan dengan nomornya.
      </p>
      <Form action={agencyPaths.imports.href()} errors={errors} submit="Lihat apa yang akan berubah" files>
        <FileField
          name="file"
          label="Berkas CSV"
          accept=".csv,text/csv"
          required
          hint="Paling banyak 10.000 baris dan 10 MB. Belum ada yang diubah sebelum Anda menyetujui pratinjaunya."
        />
        <Check name="decreeAgain" label="Nomor keputusan lama di berkas ini memang dipakai lagi" />
      </Form>
    </StaffPage>
  )
}

const labels = { add: 'Ditambah', change: 'Diubah', unchanged: 'Tetap', refused: 'Ditolak' } as const
const tones = { add: 'info', change: 'info', unchanged: 'quiet', refused: 'bad' } as const
/** Nobody reads more in one table; the figures above it count all. */
const shownRows = 200

export function ImportPage(props: { frame: Frame; shown: AgencyImport; errors?: FieldErrors }): JSX.Element {
  const { frame, shown, errors } = props
  const { id, filename, madeBy, madeAt, plan, appliedAt, outdated } = shown
  const count = (act: PlannedRow['act']): number => plan.filter((row) => row.act === act).length
  const todo = count('add') + count('change')
  return (
    <StaffPage
      frame={frame}
      title="Pratinjau impor"
      actions={
        appliedAt === null &&
        !outdated &&
        todo > 0 && <PostButton action={agencyPaths.import.href({ import: id })} label={applyLabel(plan)} kind="main" />
      }
    >
      {errors?.[''] && <Notice tone="bad">{errors['']}</Notice>}
      <p>
        Berkas {filename}, diunggah {madeBy}, <At instant={madeAt} />: {formatNumber(count('add'))} ditambah,{' '}
        {formatNumber(count('change'))} diubah, {formatNumber(count('unchanged'))} tetap,{' '}
        {formatNumber(count('refused'))} ditolak.
      </p>
      {appliedAt !== null ? (
        <Notice tone="good">
          Impor ini sudah diterapkan, <At instant={appliedAt} />.
        </Notice>
      ) : outdated ? (
        <Notice tone="warn">
          Daftar perangkat daerah berubah setelah pratinjau ini dibuat.{' '}
          <a href={agencyPaths.imports.href()}>Unggah berkasnya sekali lagi</a>.
        </Notice>
      ) : (
        todo === 0 && <Notice tone="info">Tidak ada yang akan berubah.</Notice>
      )}
      {(['refused', 'add', 'change', 'unchanged'] as const).map((act) => (
        <Rows key={act} act={act} rows={plan.filter((row) => row.act === act)} />
      ))}
    </StaffPage>
  )
}

function applyLabel(plan: readonly PlannedRow[]): string {
  const todo = plan.filter(({ act }) => act === 'add' || act === 'change').length
  const refused = plan.some(({ act }) => act === 'refused') ? ', lewati yang ditolak' : ''
  return `Terapkan ${formatNumber(todo)} baris${refused}`
}

function Rows({ act, rows }: { act: PlannedRow['act']; rows: readonly PlannedRow[] }): JSX.Element | null {
  if (rows.length === 0) return null
  const more = rows.length > shownRows ? `, ${shownRows} yang pertama` : ''
  return (
    <Section title={labels[act]}>
      <Table
        caption={`${formatNumber(rows.length)} baris${more}, menurut urutan di berkas`}
        rows={rows.slice(0, shownRows)}
        columns={[
          { head: 'ID', cell: ({ id }) => id || '(kosong)' },
          { head: 'Nama', cell: ({ name }) => name },
          { head: 'Baris', cell: ({ line }) => line, numeric: true },
          {
            head: 'Keterangan',
            cell: (row) => (
              <>
                <Badge tone={tones[act]}>{labels[act]}</Badge> {aboutRow(row)}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

function aboutRow(row: PlannedRow): string {
  if (row.act === 'refused') return row.why
  if (row.act === 'add') return `mulai ${formatDay(row.period.from)}, ${row.period.decree}`
  if (row.act === 'unchanged') return ''
  return `mulai ${formatDay(row.day)}, ${row.decree}: ${changedFacts(row.before, row.facts)}`
}

const factLabels: Readonly<Record<keyof AgencyFacts, string>> = {
  name: 'nama',
  abbreviation: 'singkatan',
  kind: 'jenis',
  parentId: 'induk',
  regionCode: 'kode wilayah',
  host: 'nama host',
}

/** `nama: Dinas A → Dinas B`, of what differs. */
function changedFacts(before: AgencyFacts, after: AgencyFacts): string {
  const said = (facts: AgencyFacts, key: keyof AgencyFacts): string =>
    key === 'kind' ? agencyKinds[facts.kind] : (facts[key] ?? 'kosong')
  return (Object.keys(factLabels) as (keyof AgencyFacts)[])
    .filter((key) => before[key] !== after[key])
    .map((key) => `${factLabels[key]}: ${said(before, key)} → ${said(after, key)}`)
    .join('; ')
}
