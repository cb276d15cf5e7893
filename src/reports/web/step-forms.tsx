import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { PostButton } from '../../platform/ui/button.tsx'
import { Check, Field, Hidden, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import type { NextStep } from '../next-steps.ts'
import { obstacleReasons } from '../obstacles.ts'
import { reportPaths } from '../paths.ts'

/** What stands in the form of part H: what was kept, or what was just typed and refused. */
export interface ObstacleFields {
  reasons: readonly string[]
  text: string
  plan: string
  letterNumber: string
}

interface Props {
  agency: string
  month: string
  version: number
  steps: readonly NextStep[]
  obstacles: ObstacleFields
  reason?: string | undefined
  /** Of the form that was refused. */
  failed?: { step: NextStep; errors: FieldErrors } | undefined
}

/** The forms for what this person may do next. */
export function StepForms(props: Props): JSX.Element | null {
  const { agency, month, version, steps, failed } = props
  if (steps.length === 0) return null
  const at = { agency, month }
  const alone = !steps.includes('write')
  const errorsOf = (step: NextStep): FieldErrors | undefined => (failed?.step === step ? failed.errors : undefined)
  return (
    <Section title="Langkah Anda">
      {steps.includes('write') && <ObstaclesForm {...props} errors={errorsOf('write')} />}
      {steps.includes('hand-in') && (
        <OneButton
          {...{ version, alone, errors: errorsOf('hand-in') }}
          action={reportPaths.submission.href(at)}
          label="Ajukan kepada kepala"
        >
          Angka diambil dari catatan kegiatan. Periksa, isi kendala bila ada, lalu ajukan kepada kepala.
        </OneButton>
      )}
      {steps.includes('approve') && (
        <OneButton
          {...{ version, alone, errors: errorsOf('approve') }}
          action={reportPaths.approval.href(at)}
          label="Setujui dan sampaikan"
        >
          Dengan menyetujui, laporan ini disampaikan kepada Diskominfostandi atas nama Anda sebagai kepala.
        </OneButton>
      )}
      {steps.includes('receive') && (
        <OneButton
          {...{ version, alone, errors: errorsOf('receive') }}
          action={reportPaths.receipt.href(at)}
          label="Tandai diterima"
        >
          Perangkat daerah melihat bahwa laporannya sudah sampai.
        </OneButton>
      )}
      {steps.includes('accept') && (
        <OneButton
          {...{ version, alone, errors: errorsOf('accept') }}
          action={reportPaths.acceptance.href(at)}
          label="Sahkan laporan"
        >
          Setelah disahkan, isi laporan dibekukan dan ikut dalam rekapitulasi kota.
        </OneButton>
      )}
      {steps.includes('return') && (
        <Form action={reportPaths.returning.href(at)} errors={errorsOf('return')} submit="Kembalikan" kind="plain">
          <Hidden name="version" value={version} />
          <TextArea
            name="reason"
            label="Alasan pengembalian"
            hint="Perangkat daerah membaca alasan ini sebelum memperbaiki laporannya."
            value={props.reason}
            rows={3}
            required
          />
        </Form>
      )}
    </Section>
  )
}

interface OneButtonProps {
  action: string
  label: string
  version: number
  errors: FieldErrors | undefined
  /** The form of part H has the page's main button. */
  alone: boolean
  children: string
}

function OneButton({ action, label, version, errors, alone, children }: OneButtonProps): JSX.Element {
  return (
    <>
      <p>{children}</p>
      {errors &&
        Object.values(errors).map((words) => (
          <p class="error" role="alert" key={words}>
            {words}
          </p>
        ))}
      <PostButton action={action} label={label} kind={alone ? 'main' : 'plain'} fields={{ version }} />
    </>
  )
}

function ObstaclesForm({
  agency,
  month,
  version,
  obstacles,
  errors,
}: Props & { errors: FieldErrors | undefined }): JSX.Element {
  const { reasons: wrongReason, ...others } = errors ?? {}
  const [first = ''] = Object.keys(obstacleReasons)
  const shown = wrongReason === undefined ? others : { [`reason-${first}`]: wrongReason, ...others }
  return (
    <Form action={reportPaths.obstacles.href({ agency, month })} errors={shown} submit="Simpan kendala dan rencana">
      <Hidden name="version" value={version} />
      <Field
        name="letterNumber"
        label="Nomor surat"
        hint="Dari buku agenda surat perangkat daerah. Boleh kosong; sistem tidak membuat nomor."
        value={obstacles.letterNumber}
      />
      <fieldset class="field">
        <legend>Kendala bulan ini</legend>
        {Object.entries(obstacleReasons).map(([reason, label]) => (
          <Check key={reason} name={`reason-${reason}`} label={label} checked={obstacles.reasons.includes(reason)} />
        ))}
      </fieldset>
      <TextArea name="text" label="Uraian kendala" value={obstacles.text} rows={4} />
      <TextArea
        name="plan"
        label="Rencana"
        hint="Apa yang dilakukan, siapa, dan kapan."
        value={obstacles.plan}
        rows={4}
      />
    </Form>
  )
}
