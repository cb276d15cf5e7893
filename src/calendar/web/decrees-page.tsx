import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { formatDate, formatDay } from '../../platform/time.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import type { ButtonKind } from '../../platform/ui/button.tsx'
import { Field, Radios, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { Decree, DecreeInput } from '../decree.ts'
import { calendarPaths } from '../paths.ts'
import type { Draft } from './calendar-forms.tsx'

interface Props {
  frame: Frame
  decrees: readonly Decree[]
  mayManage: boolean
  draft: Draft<DecreeInput>
}

export function DecreesPage({ frame, decrees, mayManage, draft }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title="Keputusan hari libur">
      <p>
        Hari libur nasional dan cuti bersama ditetapkan setiap tahun dengan keputusan bersama, dan kadang diubah di
        tengah tahun. Yang berlaku sekarang ada di <a href={calendarPaths.calendar.href()}>kalender kerja</a>.
      </p>
      {decrees.length > 0 && (
        <Table
          caption="Keputusan yang dicatat di sini, yang terbaru di atas"
          rows={decrees}
          columns={[
            { head: 'Keputusan', cell: (one) => <a href={calendarPaths.decree.href(one)}>{one.number}</a> },
            { head: 'Tentang', cell: (one) => `${one.wholeYear ? 'Setahun' : 'Perubahan'} ${one.year}` },
            { head: 'Tanggal', cell: (one) => formatDay(one.decreedOn) },
            { head: 'Keadaan', cell: (one) => <DecreeState decree={one} /> },
          ]}
        />
      )}
      {mayManage && (
        <Section title="Catat keputusan">
          <DecreeForm action={calendarPaths.decrees.href()} draft={draft} />
        </Section>
      )}
    </StaffPage>
  )
}

function DecreeState({ decree }: { decree: Decree }): JSX.Element {
  if (decree.confirmedAt === null) return <Badge tone="warn">belum ditetapkan</Badge>
  return (
    <>
      <Badge tone="good">ditetapkan</Badge> {formatDate(decree.confirmedAt)}, {decree.confirmedBy}
    </>
  )
}

interface FormProps {
  action: string
  draft: Draft<DecreeInput>
  /** `plain` where confirming is the main thing to do. */
  kind?: ButtonKind
}

/** Whole year or single days: the list is read the same way. */
export function DecreeForm({ action, draft, kind = 'main' }: FormProps): JSX.Element {
  const { errors, fields } = draft
  return (
    <Form action={action} errors={errors} submit="Periksa daftar" kind={kind} refusedTitle="Belum dapat diperiksa">
      <p>Belum ada yang berubah sebelum Anda menetapkannya pada halaman berikutnya.</p>
      <Radios
        name="scope"
        label="Isi keputusan"
        required
        value={fields.wholeYear ? 'setahun' : 'perubahan'}
        options={[
          ['setahun', 'Semua hari libur setahun'],
          ['perubahan', 'Perubahan: hanya hari yang disebut'],
        ]}
      />
      <Field name="year" label="Tahun" inputMode="numeric" required value={fields.year} />
      <Field
        name="number"
        label="Nomor keputusan"
        required
        value={fields.number}
        hint="Misalnya SKB Menag 1205/2026, Menaker 3/2026, MenPANRB 2/2026."
      />
      <Field
        name="decreedOn"
        label="Tanggal keputusan"
        type="date"
        required
        value={fields.decreedOn}
        hint="Sejak hari itu keputusan diketahui dan dihitung."
      />
      <TextArea
        name="listed"
        label="Hari libur dan cuti bersama"
        rows={12}
        value={fields.listed}
        hint="Tempel dari surat atau Excel, satu baris satu libur: tanggal, jenis, nama. Misalnya: 10-11 Maret; nasional; Idul Fitri 1448 Hijriah. Jenis boleh ditulis sebagai judul di atasnya: Libur nasional, Cuti bersama."
      />
      <TextArea
        name="withdrawn"
        label="Hari yang dicabut"
        rows={3}
        value={fields.withdrawn}
        hint="Hanya untuk perubahan: satu baris satu tanggal, juga bila harinya sudah lewat."
      />
    </Form>
  )
}
