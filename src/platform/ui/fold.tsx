import type { ComponentChildren, JSX } from 'preact'

interface Props {
  title: string
  /** What is in it, in a few words, seen while it is shut: a count, a name. */
  holds?: ComponentChildren
  /** Where something in it was refused, it must be seen. */
  open?: boolean | undefined
  children?: ComponentChildren
}

/** A part of a page that is opened when it is needed. Works without script; printed it is open. */
export function Fold({ title, holds, open, children }: Props): JSX.Element {
  return (
    <details class="fold" open={open}>
      <summary>
        <span class="fold-title">{title}</span> {holds && <span class="fold-holds">{holds}</span>}
      </summary>
      <div class="fold-in">{children}</div>
    </details>
  )
}
