import { randomUUID } from 'node:crypto'
import type { ComponentChildren, JSX } from 'preact'

/** `main` once a page at most; `plain` for the others; `quiet` looks like a link; `danger` takes something away. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger'

interface ButtonProps {
  label: string
  kind?: ButtonKind | undefined
  /** Two buttons in one form tell themselves apart by name and value. */
  name?: string | undefined
  value?: string | undefined
  /** Sends the same fields to another address. */
  action?: string | undefined
}

/** Sends the form it stands in. */
export function Button({ label, kind = 'main', name, value, action }: ButtonProps): JSX.Element {
  return (
    <button class={`button ${kind}`} type="submit" name={name} value={value} formAction={action}>
      {label}
    </button>
  )
}

/** Goes somewhere; looks like a button. */
export function ButtonLink(props: { href: string; kind?: ButtonKind; children?: ComponentChildren }): JSX.Element {
  return (
    <a class={`button ${props.kind ?? 'plain'}`} href={props.href}>
      {props.children}
    </a>
  )
}

interface PostButtonProps {
  action: string
  label: string
  kind?: ButtonKind | undefined
  /** Sent along, unseen. */
  fields?: Readonly<Record<string, string | number>> | undefined
}

/** A form of one button. */
export function PostButton({ action, label, kind = 'plain', fields = {} }: PostButtonProps): JSX.Element {
  return (
    <form class="post-button" method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <OnceKey />
      <Button label={label} kind={kind} />
    </form>
  )
}

/** Makes each drawn form one of its kind: sent twice, it is done once (`post` in `http/route.ts`). */
export function OnceKey(): JSX.Element {
  return <input type="hidden" name="_once" value={randomUUID()} />
}
