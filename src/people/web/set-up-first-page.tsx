import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import type { NewCodeApp } from '../code-app.ts'
import { peoplePaths } from '../paths.ts'
import { CodeAppForm } from './code-app-form.tsx'

interface Props {
  frame: Frame
  to: string
  app: NewCodeApp
  qr: string
  errors?: FieldErrors
}

/** For whom a second factor is required and who has none yet: nothing else opens before. */
export function SetUpFirstPage({ frame, to, app, qr, errors }: Props): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Pasang faktor kedua">
      <p>Peran Anda wajib memakai faktor kedua. Pasang aplikasi kode sekarang; setelah itu Anda langsung masuk.</p>
      <CodeAppForm action={peoplePaths.setUpFirst.href()} app={app} qr={qr} to={to} errors={errors} />
    </CitizenPage>
  )
}
