import type { JSX } from 'preact'
import { useFormScope } from './form.tsx'

interface Props {
  name: string
  label: string
  /** Pairs of value and label. */
  options: readonly (readonly [value: string, label: string])[]
  checked: readonly string[]
}

/** Several of many: one check box each, in columns where there is room. Sends `name` once for each that is checked. */
export function CheckList({ name, label, options, checked }: Props): JSX.Element {
  const { prefix, errors } = useFormScope()
  const error = errors[name]
  const id = `${prefix}${name}`
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={error ? `${id}-galat` : undefined}>
      <legend>{label}</legend>
      {error && (
        <p class="error" id={`${id}-galat`}>
          {error}
        </p>
      )}
      <div class="check-list">
        {options.map(([value, words], i) => {
          const own = i === 0 ? id : `${id}-${i}`
          return (
            <div class="choice" key={value}>
              <input type="checkbox" id={own} name={name} value={value} checked={checked.includes(value)} />
              <label for={own}>{words}</label>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
