import type { ComponentChildren, JSX } from 'preact'
import type { Tone } from './badge.tsx'

interface Props {
  tone: Tone
  title?: string | undefined
  children?: ComponentChildren
}

/** Something this person should know before going on. One, at most two a page. */
export function Notice({ tone, title, children }: Props): JSX.Element {
  return (
    <div class={`notice ${tone}`}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  )
}
