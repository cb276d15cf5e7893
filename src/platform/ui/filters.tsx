import type { ComponentChildren, JSX } from 'preact'
import { Button } from './button.tsx'
import { Fold } from './fold.tsx'

interface Props {
  action: string
  submit?: string | undefined
  children?: ComponentChildren
  /** What is asked for more seldom, folded; open where it narrows the list. */
  more?: { title: string; holds?: string | undefined; open: boolean; fields: ComponentChildren } | undefined
}

/** Narrows a list: a form that only asks (GET), in one row where there is room. */
export function Filters({ action, submit = 'Tampilkan', children, more }: Props): JSX.Element {
  return (
    <form class="filters" method="get" action={action}>
      {children}
      <Button label={submit} kind="plain" />
      {more && (
        <Fold title={more.title} holds={more.holds} open={more.open}>
          <div class="filters">{more.fields}</div>
        </Fold>
      )}
    </form>
  )
}
