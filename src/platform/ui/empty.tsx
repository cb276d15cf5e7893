import type { ComponentChildren, JSX } from 'preact'

/** Where a list has nothing: the title says so, the children what to do next. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }): JSX.Element {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  )
}
