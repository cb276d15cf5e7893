import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { OnDay } from '../../platform/ui/at.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { NationalMessage, NationalMessageInput } from '../national-message.ts'
import { channelPaths } from '../paths.ts'

interface Props {
  frame: Frame
  messages: readonly NationalMessage[]
  /** Null: this person enters none. */
  input: NationalMessageInput | null
  errors?: FieldErrors
}

/** Messages of the national government, to be told in own words. */
export function NationalMessagesPage({ frame, messages, input, errors }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title="Narasi nasional">
      <p>
        Narasi tunggal pemerintah pusat sebagai bahan siaran. X melarang teks yang sama dari beberapa akun, jadi setiap
        perangkat daerah menulisnya dengan kata-kata sendiri.
      </p>
      <Table
        caption="Narasi nasional, terbaru di atas"
        rows={messages}
        columns={[
          { head: 'Judul', cell: (m) => <a href={channelPaths.nationalMessage.href({ id: m.id })}>{m.title}</a> },
          { head: 'Penerbit', cell: (m) => m.issuer },
          { head: 'Mulai', cell: (m) => <OnDay day={m.from} /> },
          { head: 'Sampai', cell: (m) => (m.until ? <OnDay day={m.until} /> : 'seterusnya') },
        ]}
        empty={<Empty title="Belum ada narasi nasional">Diskominfostandi mencatatnya di halaman ini.</Empty>}
      />
      {input && (
        <Section title="Catat narasi nasional">
          <Form action={channelPaths.nationalMessages.href()} errors={errors} submit="Catat narasi">
            <Field name="title" label="Judul" value={input.title} required />
            <Field name="issuer" label="Penerbit" value={input.issuer} hint="Misalnya nama kementerian" required />
            <TextArea name="text" label="Isi" value={input.text} rows={8} required />
            <Field name="sourceUrl" label="Alamat sumber" type="url" value={input.sourceUrl} required />
            <Field name="from" label="Mulai" type="date" value={input.from} required />
            <Field name="until" label="Sampai" type="date" value={input.until} hint="Kosongkan bila tidak dibatasi." />
          </Form>
        </Section>
      )}
    </StaffPage>
  )
}
