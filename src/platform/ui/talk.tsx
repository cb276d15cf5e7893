import type { ComponentChildren, JSX } from 'preact'

/** What was said and done, in the order of time; its children are `Said` and `Done`. */
export const Talk = ({ children }: { children?: ComponentChildren }): JSX.Element => <ol class="talk">{children}</ol>

interface SaidProps {
  by: string | null
  /** When, and what became of it. */
  about: ComponentChildren
  text: string
  /** The agency's own words stand apart from the citizen's. */
  ours?: boolean | undefined
  /** Said among ourselves. */
  inside?: boolean | undefined
  children?: ComponentChildren
}

/** Somebody's words, with their line breaks. */
export const Said = ({ by, about, text, ours, inside, children }: SaidProps): JSX.Element => (
  <li class={ours ? 'said ours' : inside ? 'said inside' : 'said'}>
    <p class="said-by">
      <strong>{by}</strong> {about}
    </p>
    <p class="said-text">{text}</p>
    {children}
  </li>
)

/** An act between the words, in one line. */
export const Done = ({ children }: { children?: ComponentChildren }): JSX.Element => <li class="done">{children}</li>
