import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatDay, formatInstant, formatWeekday } from '../../platform/time.ts'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'
import { PostButton } from '../../platform/ui/button.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Hidden } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { Decree, DecreeInput } from '../decree.ts'
import type { ChangedDay, DecreeChange } from '../decree-change.ts'
import type { LineNote } from '../decree-list.ts'
import { dayOffKinds } from '../holiday.ts'
import { calendarPaths } from '../paths.ts'
import type { Draft } from './calendar-forms.tsx'
import { DecreeForm } from './decrees-page.tsx'

interface Props {
  frame: Frame
  decree: Decree
  /** What it would change, before it is confirmed. */
  change: DecreeChange
  /** Version of the calendars this was compared with. */
  version: string
  /** Why confirming was refused. */
  refusal?: FieldErrors
  draft: Draft<DecreeInput>
}

/** A decree that is not confirmed: what was read, what would change, and the button that does it. */
export function DecreePreviewPage({ frame, decree, change, version, refusal, draft }: Props): JSX.Element {
  const fine = change.wrong.length === 0 && change.obstacles.length === 0
  return (
    <StaffPage frame={frame} title={`Periksa keputusan ${decree.year}`}>
      <DecreeFacts decree={decree} />
      {!fine && (
        <Notice tone="bad" title="Belum dapat ditetapkan">
          <ul>
            {change.wrong.length > 0 && <li>{change.wrong.length} baris tidak dipahami; perbaiki di bawah.</li>}
            {change.obstacles.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Lines caption="Baris yang tidak dipahami" notes={change.wrong} />
      <Section title="Yang akan berubah">
        <p>{totals(change.rows)}</p>
        <Table
          caption={`Hari menurut keputusan ini, dibandingkan dengan kalender ${decree.year} sekarang`}
          rows={change.rows}
          empty={<p>Tidak ada hari yang terbaca.</p>}
          columns={[
            { head: 'Hari', cell: (row) => formatWeekday(row.day) },
            { head: 'Nama', cell: (row) => row.name },
            { head: 'Jenis', cell: (row) => dayOffKinds[row.kind] },
            { head: 'Keadaan', cell: (row) => <Effect row={row} /> },
          ]}
        />
      </Section>
      <Lines caption="Baris yang dilewati" notes={change.skipped} />
      {fine && (
        <Form
          action={calendarPaths.decreeConfirmation.href(decree)}
          errors={refusal}
          submit="Tetapkan"
          refusedTitle="Belum ditetapkan"
        >
          <p>
            Batas waktu semua kasus yang masih berjalan dihitung ulang; hitungan lama disimpan beserta nomor keputusan
            ini. Yang keliru dapat diubah lagi hanya dengan keputusan lain.
          </p>
          <Hidden name="seen" value={version} />
        </Form>
      )}
      <Section title="Perbaiki">
        <DecreeForm action={calendarPaths.decree.href(decree)} draft={draft} kind={fine ? 'plain' : 'main'} />
      </Section>
      <Section title="Buang">
        <p>Catatan ini hilang dari daftar; kalender tidak berubah.</p>
        <PostButton action={calendarPaths.decreeDiscard.href(decree)} label="Buang catatan ini" kind="danger" />
      </Section>
    </StaffPage>
  )
}

/** A decree that is confirmed, with its list as it was pasted. */
export function DecreeRecordPage({ frame, decree }: Pick<Props, 'frame' | 'decree'>): JSX.Element {
  return (
    <StaffPage frame={frame} title={`Keputusan hari libur ${decree.year}`}>
      <DecreeFacts decree={decree} />
      {decree.listed !== '' && <Pasted title="Daftar sebagaimana ditempel" text={decree.listed} />}
      {decree.withdrawn !== '' && <Pasted title="Yang dicabut" text={decree.withdrawn} />}
      <p>
        Hari libur yang berlaku: <a href={calendarPaths.calendar.href({}, { tahun: decree.year })}>kalender kerja</a>.
        Perubahan dicatat dengan <a href={calendarPaths.decrees.href()}>keputusan lain</a>.
      </p>
    </StaffPage>
  )
}

function Pasted({ title, text }: { title: string; text: string }): JSX.Element {
  return (
    <Section title={title}>
      <ul>{text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [<li key={i}>{line}</li>]))}</ul>
    </Section>
  )
}

function DecreeFacts({ decree }: { decree: Decree }): JSX.Element {
  const confirmed: (readonly [string, string])[] =
    decree.confirmedAt === null
      ? []
      : [['Ditetapkan di sini', `${formatInstant(decree.confirmedAt)} oleh ${decree.confirmedBy}`]]
  return (
    <Facts
      items={[
        ['Keputusan', decree.number],
        ['Tanggal', formatDay(decree.decreedOn)],
        ['Isi', decree.wholeYear ? `Semua hari libur ${decree.year}` : `Perubahan hari libur ${decree.year}`],
        ['Dicatat', `${formatInstant(decree.enteredAt)} oleh ${decree.enteredBy}`],
        ...confirmed,
      ]}
    />
  )
}

const effects: Record<ChangedDay['effect'], readonly [Tone, string]> = {
  added: ['info', 'baru'],
  kept: ['quiet', 'sudah ada'],
  withdrawn: ['warn', 'dicabut'],
}

function Effect({ row }: { row: ChangedDay }): JSX.Element {
  const [tone, words] = effects[row.effect]
  return (
    <>
      <Badge tone={tone}>{words}</Badge>
      {row.weekend && ' akhir pekan'}
      {row.knownAs !== null && ` tercatat sebagai ${row.knownAs}`}
    </>
  )
}

function totals(rows: readonly ChangedDay[]): string {
  const count = (effect: ChangedDay['effect']): number => rows.filter((row) => row.effect === effect).length
  const weekend = rows.filter((row) => row.effect === 'added' && row.weekend).length
  const onWeekend = weekend > 0 ? ` (${weekend} pada akhir pekan)` : ''
  return `${count('added')} hari baru${onWeekend}, ${count('withdrawn')} dicabut, ${count('kept')} sudah ada.`
}

/** Long lists of wrong lines are cut: the first ones show what is the matter. */
const shown = 50

function Lines({ caption, notes }: { caption: string; notes: readonly LineNote[] }): JSX.Element | null {
  if (notes.length === 0) return null
  const more = notes.length - shown
  return (
    <Table
      caption={more > 0 ? `${caption}; ${shown} yang pertama dari ${notes.length}` : caption}
      rows={notes.slice(0, shown)}
      columns={[
        { head: 'Baris', cell: (note) => note.line, numeric: true },
        { head: 'Tulisan', cell: (note) => note.text },
        { head: 'Sebab', cell: (note) => note.why },
      ]}
    />
  )
}
