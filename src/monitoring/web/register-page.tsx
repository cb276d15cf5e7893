import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Check, Field, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { monitoringPaths } from '../paths.ts'

interface Props {
  frame: Frame
  agencies: readonly { id: string; name: string }[]
  input: { agencyId: string; url: string; monitored: boolean }
  errors?: FieldErrors
}

export function RegisterPage({ frame, agencies, input, errors }: Props): JSX.Element {
  const options = [['', 'Pilih perangkat daerah'], ...agencies.map(({ id, name }) => [id, name] as const)] as const
  return (
    <StaffPage frame={frame} title="Daftarkan situs">
      <Form action={monitoringPaths.register.href()} errors={errors} submit="Daftarkan">
        <Select name="agencyId" label="Perangkat daerah" value={input.agencyId} options={options} required />
        <Field
          name="url"
          label="Alamat situs"
          type="url"
          value={input.url}
          required
          hint="Alamat beranda, seperti https://disdik.bekasikota.go.id/."
        />
        <Check
          name="monitored"
          label="Pantau situs ini"
          checked={input.monitored}
          hint="Beberapa halamannya dibuka tiap enam jam, mengikuti robots.txt."
        />
      </Form>
    </StaffPage>
  )
}
