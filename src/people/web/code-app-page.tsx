import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import type { NewCodeApp } from '../code-app.ts'
import { peoplePaths } from '../paths.ts'
import { CodeAppForm } from './code-app-form.tsx'

interface Props {
  frame: Frame
  app: NewCodeApp
  qr: string
  errors?: FieldErrors
}

export function CodeAppPage({ frame, app, qr, errors }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title="Pasang aplikasi kode">
      <CodeAppForm action={peoplePaths.codeAppConfirmation.href()} app={app} qr={qr} errors={errors} />
      <p>
        <a href={peoplePaths.account.href()}>Kembali ke akun saya</a>
      </p>
    </StaffPage>
  )
}
