import type { ComponentChildren, JSX } from 'preact'

/** Badges and short facts in a row, which breaks where there is no room. */
export const Tags = ({ children }: { children?: ComponentChildren }): JSX.Element => <div class="tags">{children}</div>
