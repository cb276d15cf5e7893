import type { ComponentChildren, JSX } from 'preact'
import { Button } from './button.tsx'

interface Props {
  /** Asked with what was picked; it draws what can be done with it. */
  action: string
  submit: string
  children?: ComponentChildren
}

/** A list whose things can be picked by their check boxes (`Pick`), to go on with all of them. */
export function PickList({ action, submit, children }: Props): JSX.Element {
  return (
    <form class="pick-list" method="get" action={action}>
      {children}
      <p class="form-end">
        <Button label={submit} kind="plain" />
      </p>
    </form>
  )
}

/** The name of a row with the box that picks it. */
export function Pick(props: { name: string; value: string; label: string; children?: ComponentChildren }): JSX.Element {
  return (
    <div class="pick-row">
      <input type="checkbox" name={props.name} value={props.value} aria-label={`Pilih: ${props.label}`} />
      <div>{props.children}</div>
    </div>
  )
}
