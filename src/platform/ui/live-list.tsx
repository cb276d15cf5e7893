import { type ComponentChildren, h, type JSX } from 'preact'

/**
 * A table that renews itself where script runs (`islands/live-list.ts`): the page says so with `islands`. `source`
 * answers the table alone.
 */
export function LiveList({ source, children }: { source: string; children?: ComponentChildren }): JSX.Element {
  return h('live-list', { source }, <p class="hint" role="status" />, children)
}
