import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatDay } from '../../platform/time.ts'
import { Check, Field, Hidden, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { agencyPaths } from '../paths.ts'
import { DecisionFields, FactFields, IdField, LifeFormPage, ReasonField, type Typed } from './life-form-page.tsx'

interface FormProps {
  frame: Frame
  typed: Typed
  errors: FieldErrors
}

export interface AboutProps extends FormProps {
  about: { id: string; name: string; version: string }
}

export const AdditionPage = ({ frame, typed, errors }: FormProps): JSX.Element => (
  <LifeFormPage
    frame={frame}
    title="Tambah perangkat daerah"
    action={agencyPaths.addition.href()}
    submit="Tambahkan"
    errors={errors}
  >
    <IdField typed={typed} />
    <FactFields typed={typed} />
    <DecisionFields typed={typed} errors={errors} day="Berdiri mulai" />
  </LifeFormPage>
)

export const ChangePage = ({ frame, about, typed, errors }: AboutProps): JSX.Element => (
  <LifeFormPage
    frame={frame}
    about={about}
    title={`Ubah ${about.name}`}
    action={agencyPaths.change.href({ id: about.id })}
    submit="Simpan perubahan"
    errors={errors}
    intro={
      <p>
        Isi keadaan yang baru dan tanggal mulai berlakunya. Yang lama tetap tercatat untuk hari-hari sebelumnya. Untuk
        catatan yang salah sejak awal, pakai tautan Betulkan di riwayatnya.
      </p>
    }
  >
    <FactFields typed={typed} />
    <DecisionFields typed={typed} errors={errors} day="Berlaku mulai" />
  </LifeFormPage>
)

interface CorrectionProps extends AboutProps {
  /** First day of the record that is wrong. */
  from: string
  /** The first record cannot be withdrawn. */
  withdrawable: boolean
  withdrawalErrors?: FieldErrors
}

export const CorrectionPage = (props: CorrectionProps): JSX.Element => {
  const { frame, about, typed, errors, from, withdrawable, withdrawalErrors = {} } = props
  const { id, version } = about
  return (
    <LifeFormPage
      frame={frame}
      about={about}
      title={`Betulkan catatan sejak ${formatDay(from)}`}
      action={agencyPaths.correction.href({ id }, { sejak: from })}
      submit="Simpan pembetulan"
      errors={errors}
      after={
        withdrawable && (
          <Section title="Perubahan ini tidak pernah terjadi">
            <Form
              action={agencyPaths.withdrawal.href({ id }, { sejak: from })}
              errors={withdrawalErrors}
              submit="Cabut catatan ini"
            >
              <Hidden name="version" value={version} />
              <ReasonField typed={typed} />
            </Form>
          </Section>
        )
      }
    >
      <FactFields typed={typed} />
      <Field name="day" label="Berlaku mulai" type="date" value={typed.day ?? ''} required />
      <Field name="decree" label="Nomor keputusan" value={typed.decree ?? ''} />
      <ReasonField typed={typed} />
    </LifeFormPage>
  )
}

export const ClosurePage = ({ frame, about, typed, errors }: AboutProps): JSX.Element => (
  <LifeFormPage
    frame={frame}
    about={about}
    title={`Tutup ${about.name}`}
    action={agencyPaths.closure.href({ id: about.id })}
    submit="Tutup perangkat daerah"
    errors={errors}
    intro={
      <p>
        Untuk perangkat daerah yang dihapus tanpa penerus. Sejak tanggal itu namanya tidak ada lagi di daftar, tetapi
        halaman dan riwayatnya tetap ada. Selesaikan dahulu kasus dan kanalnya. Jika tugasnya diteruskan, pakai{' '}
        <a href={agencyPaths.merger.href({ id: about.id })}>Gabungkan</a>.
      </p>
    }
  >
    <DecisionFields typed={typed} errors={errors} day="Tidak ada lagi mulai" />
    <Check name="confirmed" label={`Ya, ${about.name} ditutup`} checked={typed.confirmed === 'on'} />
  </LifeFormPage>
)

export const EndCorrectionPage = ({ frame, about, typed, errors }: AboutProps): JSX.Element => (
  <LifeFormPage
    frame={frame}
    about={about}
    title="Betulkan tanggal berakhir"
    action={agencyPaths.endCorrection.href({ id: about.id })}
    submit="Simpan pembetulan"
    errors={errors}
  >
    <Field
      name="day"
      label="Tidak ada lagi mulai"
      type="date"
      value={typed.day ?? ''}
      hint="Kosongkan jika perangkat daerah ini ternyata tidak berakhir."
    />
    <ReasonField typed={typed} />
  </LifeFormPage>
)

export const MergerPage = ({ frame, about, typed, errors }: AboutProps): JSX.Element => (
  <LifeFormPage
    frame={frame}
    about={about}
    title={`Gabungkan ${about.name}`}
    action={agencyPaths.merger.href({ id: about.id })}
    submit="Gabungkan"
    errors={errors}
    intro={
      <p>
        Sejak tanggal itu {about.name} tidak ada lagi, dan halamannya menunjuk ke penerusnya. Penerus yang baru dibentuk{' '}
        <a href={agencyPaths.addition.href()}>ditambahkan dahulu</a>.
      </p>
    }
  >
    <Field name="into" label="Penerus" value={typed.into ?? ''} required hint="ID, nama, atau singkatannya." />
    <TextArea
      name="others"
      label="Perangkat daerah lain yang ikut digabung"
      value={typed.others ?? ''}
      rows={3}
      hint="Satu per baris: ID, nama, atau singkatan. Boleh kosong."
    />
    <DecisionFields typed={typed} errors={errors} day="Bergabung mulai" />
    <Check name="confirmed" label={`Ya, ${about.name} bergabung ke penerusnya`} checked={typed.confirmed === 'on'} />
  </LifeFormPage>
)

export const SplitPage = ({ frame, about, typed, errors }: AboutProps): JSX.Element => (
  <LifeFormPage
    frame={frame}
    about={about}
    title={`Mekarkan ${about.name}`}
    action={agencyPaths.split.href({ id: about.id })}
    submit="Mekarkan"
    errors={errors}
  >
    <DecisionFields typed={typed} errors={errors} day="Berlaku mulai" />
    <Check name="ends" label={`${about.name} sendiri tidak ada lagi sejak tanggal itu`} checked={typed.ends === 'on'} />
    {[0, 1].map((place) => (
      <Section key={place} title={place === 0 ? 'Perangkat daerah baru' : 'Yang kedua (boleh kosong)'}>
        <IdField typed={typed} prefix={`${place}.`} required={place === 0} />
        <FactFields typed={typed} prefix={`${place}.`} required={place === 0} />
      </Section>
    ))}
  </LifeFormPage>
)
