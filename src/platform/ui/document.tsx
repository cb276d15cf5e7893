import type { ComponentChildren, JSX, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { assets } from './assets.ts'

interface Props {
  title: string
  /** Further elements of `<head>`: description, canonical address, feeds. */
  head?: ComponentChildren
  /** Names of the custom elements this page uses (`ui/islands/NAME.ts`). */
  islands?: readonly string[] | undefined
  /** `staff` or `public`; sets the measure and size of the text. */
  kind?: 'staff' | 'public'
  children?: ComponentChildren
}

/** The whole page around a frame. Only the frames (`StaffPage`, `CitizenPage`, the hosted sites) use it. */
export function Document({ title, head, islands = [], kind = 'public', children }: Props): JSX.Element {
  const { css, icon, islands: scripts } = assets()
  return (
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href={css.href} />
        <link rel="icon" type="image/svg+xml" href={icon.href} />
        <meta name="theme-color" content="#16263f" />
        {head}
        {islands.map((name) => (
          <script key={name} type="module" src={scripts[name]?.href} />
        ))}
      </head>
      <body class={kind}>{children}</body>
    </html>
  )
}

/** A page as the text that goes over the wire. */
export const renderDocument = (page: VNode): string => `<!DOCTYPE html>${renderToString(page)}`
