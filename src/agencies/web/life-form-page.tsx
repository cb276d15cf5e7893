import type { ComponentChildren, JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Check, Field, Hidden, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { agencyKinds } from '../agency.ts'
import type { AgencyFacts } from '../agency-timeline.ts'
import { agencyPaths } from '../paths.ts'

/** What was typed, or what the form begins with, by field name. */
export type Typed = Readonly<Partial<Record<string, string>>>

interface Props {
  frame: Frame
  title: string
  /** The agency the form is about; none for a new one. */
  about?: { id: string; name: string; version: string } | undefined
  action: string
  submit: string
  errors: FieldErrors
  intro?: ComponentChildren
  /** After the form: another way to what one wanted. */
  after?: ComponentChildren
  children?: ComponentChildren
}

/** The frame of every form that changes the register. */
export function LifeFormPage(props: Props): JSX.Element {
  const { frame, title, about, action, submit, errors, intro, after, children } = props
  return (
    <StaffPage frame={frame} title={title}>
      <p>
        <a href={about ? agencyPaths.agency.href({ id: about.id }) : agencyPaths.register.href()}>
          Kembali ke {about ? about.name : 'daftar perangkat daerah'}
        </a>
      </p>
      {intro}
      <Form action={action} errors={errors} submit={submit}>
        {about && <Hidden name="version" value={about.version} />}
        {children}
      </Form>
      {after}
    </StaffPage>
  )
}

interface FieldsProps {
  typed: Typed
  prefix?: string
  /** False for an agency that may be left out. */
  required?: boolean
}

/** The facts of one agency; `prefix` tells several in one form apart. */
export function FactFields({ typed, prefix = '', required = true }: FieldsProps): JSX.Element {
  const field = (name: string) => ({ name: prefix + name, value: typed[prefix + name] ?? '' })
  return (
    <>
      <Field {...field('name')} label="Nama" required={required} />
      <Field {...field('abbreviation')} label="Singkatan" required={required} />
      <Select {...field('kind')} label="Jenis" required={required} options={Object.entries(agencyKinds)} />
      <Field
        {...field('parentId')}
        label="Induk"
        hint="ID, nama, atau singkatan induknya, misalnya kec-pondokgede. Kosongkan jika tidak ada."
      />
      <Field {...field('regionCode')} label="Kode wilayah" hint="Untuk kecamatan dan kelurahan, misalnya 32.75.01." />
      <Field {...field('host')} label="Nama host situs" hint="Misalnya dinkes.bekasikota.go.id, tanpa https://." />
    </>
  )
}

export const IdField = ({ typed, prefix = '', required = true }: FieldsProps): JSX.Element => (
  <Field
    name={`${prefix}id`}
    label="ID"
    value={typed[`${prefix}id`] ?? ''}
    required={required}
    hint="Dipakai di alamat halaman dan tidak berubah lagi. Huruf kecil, angka, dan tanda hubung, misalnya kec-pondokgede."
  />
)

/** From which day, by which decree. */
export function DecisionFields({
  typed,
  errors,
  day,
}: {
  typed: Typed
  errors: FieldErrors
  day: string
}): JSX.Element {
  const asks = errors.decreeAgain !== undefined || typed.decreeAgain === 'on'
  return (
    <>
      <Field
        name="day"
        label={day}
        type="date"
        value={typed.day ?? ''}
        required
        hint="Boleh tanggal lampau atau mendatang."
      />
      <Field name="decree" label="Nomor keputusan" value={typed.decree ?? ''} required hint="Misalnya Perda 7/2016." />
      {asks && <Check name="decreeAgain" label="Memang keputusan yang sama" checked={typed.decreeAgain === 'on'} />}
    </>
  )
}

export const ReasonField = ({ typed }: { typed: Typed }): JSX.Element => (
  <Field
    name="reason"
    label="Alasan pembetulan"
    value={typed.reason ?? ''}
    required
    hint="Disimpan bersama catatan lama, yang tetap dapat dibaca."
  />
)

/** What forms begin with. */
export const typedFacts = (facts: AgencyFacts): Typed => ({
  name: facts.name,
  abbreviation: facts.abbreviation,
  kind: facts.kind,
  parentId: facts.parentId ?? '',
  regionCode: facts.regionCode ?? '',
  host: facts.host ?? '',
})
