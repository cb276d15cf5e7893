import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Field, Hidden } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { peoplePaths } from '../paths.ts'
import { PasskeyButton } from './passkey-button.tsx'

export interface SignInPageProps {
  frame: Frame
  email: string
  /** Address to go to afterwards. */
  to: string
  /** Whether the city's single sign-on is connected. */
  sso: boolean
  errors?: FieldErrors
}

export function SignInPage({ frame, email, to, sso, errors }: SignInPageProps): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Masuk petugas" islands={['passkey']}>
      <Form action={peoplePaths.signIn.href()} errors={errors} submit="Masuk" refusedTitle="Belum dapat masuk">
        <Hidden name="ke" value={to} />
        <Field name="email" label="Alamat surel dinas" type="email" value={email} autocomplete="username" required />
        <Field name="password" label="Kata sandi" type="password" autocomplete="current-password" required />
      </Form>
      <p>
        <a href={peoplePaths.forgotten.href()}>Lupa kata sandi?</a>
      </p>
      <PasskeyButton to={to} />
      {sso && (
        <p>
          <ButtonLink href={peoplePaths.sso.href({}, { ke: to })}>Masuk dengan SSO Kota Bekasi</ButtonLink>
        </p>
      )}
    </CitizenPage>
  )
}
