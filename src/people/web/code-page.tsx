import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Field, Hidden } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { peoplePaths } from '../paths.ts'
import type { SecondFactor } from '../second-factor.ts'
import { PasskeyButton } from './passkey-button.tsx'

interface Props {
  frame: Frame
  to: string
  factor: SecondFactor
  errors?: FieldErrors
}

/** The second step of signing in. */
export function CodePage({ frame, to, factor, errors }: Props): JSX.Element {
  const [label, hint] = factor.codeApp
    ? ['Kode', 'Enam angka dari aplikasi kode Anda. Bila ponsel tidak ada, tulis salah satu kode pemulihan.']
    : ['Kode pemulihan', 'Salah satu kode yang Anda simpan ketika membuatnya.']
  return (
    <CitizenPage frame={frame} title="Faktor kedua" islands={['passkey']}>
      {factor.passkeys > 0 && <PasskeyButton to={to} />}
      <Form action={peoplePaths.secondFactor.href()} errors={errors} submit="Masuk" refusedTitle="Belum dapat masuk">
        <Hidden name="ke" value={to} />
        <Field name="code" label={label} hint={hint} autocomplete="one-time-code" required />
      </Form>
      <p>
        Tidak punya keduanya? Hubungi Diskominfostandi. <a href={peoplePaths.signIn.href()}>Kembali ke awal</a>
      </p>
    </CitizenPage>
  )
}
