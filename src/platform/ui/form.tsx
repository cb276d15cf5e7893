import { type ComponentChildren, createContext, type JSX } from 'preact'
import { useContext, useId } from 'preact/hooks'
import type { FieldErrors } from '../refusal.ts'
import { Button, OnceKey } from './button.tsx'

interface FormScope {
  prefix: string
  errors: FieldErrors
}

const Scope = createContext<FormScope>({ prefix: '', errors: {} })

/** For the fields: their id, and the error of this form under their name. */
export const useFormScope = (): FormScope => useContext(Scope)

interface Props {
  action: string
  /** By field name; the key '' is about the form as a whole. Fields find theirs by name. */
  errors?: FieldErrors | undefined
  /** Words of the button. */
  submit?: string | undefined
  /** Set when the form carries a `FileField`. */
  files?: boolean | undefined
  children?: ComponentChildren
}

/** A form that changes something. Its errors stand above it as links and again beside each field. */
export function Form({ action, errors = {}, submit = 'Simpan', files, children }: Props): JSX.Element {
  const prefix = `${useId()}-`
  return (
    <form class="form" method="post" action={action} encType={files ? 'multipart/form-data' : undefined} noValidate>
      <ErrorSummary errors={errors} prefix={prefix} />
      <Scope.Provider value={{ prefix, errors }}>{children}</Scope.Provider>
      <OnceKey />
      <p class="form-end">
        <Button label={submit} />
      </p>
    </form>
  )
}

function ErrorSummary({ errors, prefix }: { errors: FieldErrors; prefix: string }): JSX.Element | null {
  const all = Object.entries(errors)
  if (all.length === 0) return null
  return (
    <div class="notice bad" role="alert">
      <p class="notice-title">Belum tersimpan</p>
      <ul>
        {all.map(([name, words]) => (
          <li key={name}>{name === '' ? words : <a href={`#${prefix}${name}`}>{words}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
