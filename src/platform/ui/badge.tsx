import type { ComponentChildren, JSX } from 'preact'

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet'

/** A state in one or two words. Each tone has its own shape too, so colour is never the only sign. */
export function Badge({ tone, children }: { tone: Tone; children?: ComponentChildren }): JSX.Element {
  return <span class={`badge ${tone}`}>{children}</span>
}
