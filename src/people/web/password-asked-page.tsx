import type { ComponentChildren, JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Field } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { peoplePaths } from '../paths.ts'

interface Props {
  frame: Frame
  title: string
  action: string
  submit: string
  /** False for those who have none. */
  hasPassword: boolean
  errors?: FieldErrors
  children?: ComponentChildren
}

/** Before the keys of an account change: what will happen, and the password once more. */
export function PasswordAskedPage(props: Props): JSX.Element {
  const { frame, title, action, submit, hasPassword, errors, children } = props
  return (
    <StaffPage frame={frame} title={title}>
      {children}
      <Form action={action} errors={errors} submit={submit}>
        {hasPassword && (
          <Field name="password" label="Kata sandi Anda" type="password" autocomplete="current-password" required />
        )}
      </Form>
      <p>
        <a href={peoplePaths.account.href()}>Kembali ke akun saya</a>
      </p>
    </StaffPage>
  )
}
