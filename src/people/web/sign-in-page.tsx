import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Field, Hidden } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { peoplePaths } from '../paths.ts'

interface Props {
  frame: Frame
  email: string
  /** Address to go to afterwards. */
  to: string
  errors?: FieldErrors
}

export function SignInPage({ frame, email, to, errors }: Props): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Masuk petugas">
      <Form action={peoplePaths.signIn.href()} errors={errors} submit="Masuk">
        <Hidden name="ke" value={to} />
        <Field name="email" label="Alamat surel dinas" type="email" value={email} autocomplete="username" required />
        <Field name="password" label="Kata sandi" type="password" autocomplete="current-password" required />
      </Form>
      <p>Lupa kata sandi? Hubungi Diskominfostandi untuk memperoleh yang baru.</p>
    </CitizenPage>
  )
}
