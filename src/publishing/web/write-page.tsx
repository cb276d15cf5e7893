import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import type { Content } from '../content.ts'
import { contentPaths } from '../paths.ts'
import type { Picture } from '../picture.ts'
import { ContentForm } from './content-form.tsx'
import { emptyForm, type FormValues, formOf } from './form-values.ts'

interface WriteProps {
  frame: Frame
  agencies: readonly { id: string; name: string }[]
  agencyId?: string
  values?: FormValues
  errors?: FieldErrors
}

export function WritePage({ frame, agencies, agencyId, values = emptyForm, errors }: WriteProps): JSX.Element {
  return (
    <StaffPage frame={frame} title="Tulis konten">
      <ContentForm
        action={contentPaths.write.href()}
        values={values}
        errors={errors}
        agencies={agencies}
        agencyId={agencyId ?? ''}
      />
    </StaffPage>
  )
}

interface ChangeProps {
  frame: Frame
  content: Content
  picture: Picture | null
  values?: FormValues
  errors?: FieldErrors
}

export function ChangePage({ frame, content, picture, values, errors }: ChangeProps): JSX.Element {
  const { id } = content
  return (
    <StaffPage frame={frame} title="Ubah konten">
      <p>
        <a href={contentPaths.content.href({ id })}>Versi terbaru: {content.title}</a>
      </p>
      <ContentForm
        action={contentPaths.change.href({ id })}
        values={values ?? formOf(content, picture)}
        errors={errors}
        version={content.version}
        picture={picture}
        wasPublic={content.firstPublishedAt !== null}
      />
    </StaffPage>
  )
}
