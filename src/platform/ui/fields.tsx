import type { ComponentChildren, JSX } from 'preact'
import { useFormScope } from './form.tsx'

interface Common {
  name: string
  label: string
  /** What to write, in one sentence, shown before the field is touched. */
  hint?: string | undefined
  /** Without it, the error of the surrounding `Form` under this name. */
  error?: string | undefined
  required?: boolean | undefined
}

interface Control {
  id: string
  name: string
  required: boolean | undefined
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

function useControl({ name, hint, error, required }: Common): { control: Control; error: string | undefined } {
  const scope = useFormScope()
  const shown = error ?? scope.errors[name]
  const id = `${scope.prefix}${name}`
  const described = [hint && `${id}-petunjuk`, shown && `${id}-galat`].filter(Boolean).join(' ')
  return {
    control: {
      id,
      name,
      required,
      'aria-describedby': described || undefined,
      'aria-invalid': shown ? 'true' : undefined,
    },
    error: shown,
  }
}

/** Hint and error of a field, in the order in which a screen reader is told of them. */
function Words({ id, hint, error }: { id: string; hint: string | undefined; error: string | undefined }): JSX.Element {
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-petunjuk`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-galat`}>
          {error}
        </p>
      )}
    </>
  )
}

function Row(props: Common & { id: string; shown: string | undefined; children: ComponentChildren }): JSX.Element {
  return (
    <div class={props.shown ? 'field wrong' : 'field'}>
      <label for={props.id}>
        {props.label}
        {props.required && <span class="must"> (wajib)</span>}
      </label>
      <Words id={props.id} hint={props.hint} error={props.shown} />
      {props.children}
    </div>
  )
}

type InputType =
  | 'text'
  | 'email'
  | 'password'
  | 'date'
  | 'time'
  | 'month'
  | 'datetime-local'
  | 'number'
  | 'url'
  | 'tel'
  | 'search'

interface FieldProps extends Common {
  value?: string | number | undefined
  type?: InputType | undefined
  autocomplete?: string | undefined
  maxLength?: number | undefined
  /** Which keys a phone shows. */
  inputMode?: 'numeric' | undefined
}

export function Field(props: FieldProps): JSX.Element {
  const { control, error } = useControl(props)
  const { type = 'text', value, autocomplete, maxLength, inputMode } = props
  // Preact types each kind of input apart, because of their roles; for ours the role is always the default.
  const kind = { type } as { type: 'text' }
  return (
    <Row {...props} id={control.id} shown={error}>
      <input
        {...control}
        class={`input-${type}`}
        {...kind}
        value={value}
        autoComplete={autocomplete}
        maxLength={maxLength}
        inputMode={inputMode}
      />
    </Row>
  )
}

/** `maxLength` is deliberately absent: browsers cut what is pasted without a word; the server refuses instead. */
export function TextArea(props: Common & { value?: string | undefined; rows?: number | undefined }): JSX.Element {
  const { control, error } = useControl(props)
  return (
    <Row {...props} id={control.id} shown={error}>
      <textarea {...control} rows={props.rows ?? 5}>
        {/* The first line break after the tag is dropped by browsers; this one is spent so that the text's own stays. */}
        {`\n${props.value ?? ''}`}
      </textarea>
    </Row>
  )
}

interface ChoiceProps extends Common {
  value?: string | undefined
  /** Pairs of value and label. */
  options: readonly (readonly [value: string, label: string])[]
}

interface GroupedProps extends Common {
  value?: string | undefined
  /** Said when nothing is chosen; its value is ''. */
  none: string
  groups: readonly { label: string; options: ChoiceProps['options'] }[]
}

/** A long list in parts: urban villages by their district. */
export function GroupedSelect(props: GroupedProps): JSX.Element {
  const { control, error } = useControl(props)
  return (
    <Row {...props} id={control.id} shown={error}>
      <select {...control}>
        <option value="">{props.none}</option>
        {props.groups.map(({ label, options }) => (
          <optgroup key={label} label={label}>
            {options.map(([value, name]) => (
              <option key={value} value={value} selected={value === props.value}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Row>
  )
}

export function Select(props: ChoiceProps): JSX.Element {
  const { control, error } = useControl(props)
  return (
    <Row {...props} id={control.id} shown={error}>
      <select {...control}>
        {props.options.map(([value, label]) => (
          <option key={value} value={value} selected={value === (props.value ?? '')}>
            {label}
          </option>
        ))}
      </select>
    </Row>
  )
}

/** For up to six options that should all be seen; more are a `Select`. */
export function Radios(props: ChoiceProps): JSX.Element {
  const { control, error } = useControl(props)
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={control['aria-describedby']}>
      <legend>
        {props.label}
        {props.required && <span class="must"> (wajib)</span>}
      </legend>
      <Words id={control.id} hint={props.hint} error={error} />
      {props.options.map(([value, label], i) => {
        // The error summary leads to the first one.
        const id = i === 0 ? control.id : `${control.id}-${i}`
        return (
          <div class="choice" key={value}>
            <input type="radio" id={id} name={props.name} value={value} checked={value === props.value} />
            <label for={id}>{label}</label>
          </div>
        )
      })}
    </fieldset>
  )
}

/** Sends `on` when checked, nothing otherwise. */
export function Check(props: Common & { checked?: boolean | undefined; value?: string | undefined }): JSX.Element {
  const { control, error } = useControl(props)
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <div class="choice">
        <input {...control} type="checkbox" value={props.value ?? 'on'} checked={props.checked} />
        <label for={control.id}>{props.label}</label>
      </div>
      <Words id={control.id} hint={props.hint} error={error} />
    </div>
  )
}

/** The form around it needs `files`. A browser never keeps the chosen file after an error: the hint should say so. */
export function FileField(
  props: Common & { accept?: string | undefined; multiple?: boolean | undefined },
): JSX.Element {
  const { control, error } = useControl(props)
  return (
    <Row {...props} id={control.id} shown={error}>
      <input {...control} type="file" accept={props.accept} multiple={props.multiple} />
    </Row>
  )
}

export function Hidden({ name, value }: { name: string; value: string | number }): JSX.Element {
  return <input type="hidden" name={name} value={value} />
}
