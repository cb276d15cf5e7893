import { type ComponentChildren, createContext, type JSX } from 'preact'
import { useContext, useId } from 'preact/hooks'
import type { FieldErrors } from '../refusal.ts'
import { Button, type ButtonKind, OnceKey } from './button.tsx'

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
  /** `plain` where another button of the page is the main one. */
  kind?: ButtonKind | undefined
  /** Heads the summary of errors. */
  refusedTitle?: string | undefined
  /** Set when the form carries a `FileField`. */
  files?: boolean | undefined
  /** Further buttons, after the main one. */
  also?: ComponentChildren
  children?: ComponentChildren
}

/** A form that changes something. Its errors stand above it as links and again beside each field. */
export function Form(props: Props): JSX.Element {
  const {
    action,
    errors = {},
    submit = 'Simpan',
    refusedTitle = 'Belum tersimpan',
    kind,
    files,
    also,
    children,
  } = props
  const prefix = `${useId()}-`
  return (
    <form class="form" method="post" action={action} encType={files ? 'multipart/form-data' : undefined} noValidate>
      <ErrorSummary title={refusedTitle} errors={errors} prefix={prefix} />
      <Scope.Provider value={{ prefix, errors }}>{children}</Scope.Provider>
      <OnceKey />
      <p class="form-end">
        <Button label={submit} kind={kind} /> {also}
      </p>
    </form>
  )
}

function ErrorSummary(props: { title: string; errors: FieldErrors; prefix: string }): JSX.Element | null {
  const { title, errors, prefix } = props
  const all = Object.entries(errors)
  if (all.length === 0) return null
  return (
    <div class="notice bad" role="alert">
      <p class="notice-title">{title}</p>
      <ul>
        {all.map(([name, words]) => (
          <li key={name}>{name === '' ? words : <a href={`#${prefix}${name}`}>{words}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
