import type { ComponentChildren, JSX } from 'preact'
import { Button } from './button.tsx'

interface Props {
  action: string
  submit?: string | undefined
  children?: ComponentChildren
}

/** Narrows a list: a form that only asks (GET), in one row where there is room. */
export function Filters({ action, submit = 'Tampilkan', children }: Props): JSX.Element {
  return (
    <form class="filters" method="get" action={action}>
      {children}
      <Button label={submit} kind="plain" />
    </form>
  )
}
