import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Field } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { peoplePaths } from '../paths.ts'

export const passwordHint =
  'Paling sedikit 10 huruf. Beberapa kata yang tidak berkaitan mudah diingat dan sulit ditebak.'

export function PasswordPage({ frame, errors }: { frame: Frame; errors?: FieldErrors }): JSX.Element {
  return (
    <StaffPage frame={frame} title="Ganti kata sandi">
      <p>Semua perangkat lain akan keluar.</p>
      <Form action={peoplePaths.password.href()} errors={errors} submit="Ganti kata sandi">
        <Field name="password" label="Kata sandi sekarang" type="password" autocomplete="current-password" required />
        <Field
          name="next"
          label="Kata sandi baru"
          type="password"
          autocomplete="new-password"
          hint={passwordHint}
          required
        />
      </Form>
      <p>
        <a href={peoplePaths.account.href()}>Kembali ke akun saya</a>
      </p>
    </StaffPage>
  )
}
