import { h, type JSX } from 'preact'
import { Fold } from './fold.tsx'

interface Props {
  /** Key and what it does here. */
  keys: readonly (readonly [key: string, does: string])[]
  /** Id of the person who looks, for `a`; absent where they may not take anything on. */
  self?: string | undefined
}

/** What the keyboard does on this page where script runs (`islands/desk-keys.ts`), and the way to switch it off. */
export function KeyHelp({ keys, self }: Props): JSX.Element {
  return h(
    'desk-keys',
    { 'data-self': self },
    <>
      <Fold title="Pintasan papan ketik" holds={keys.map(([key]) => key).join(' ')}>
        <dl class="keys">
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p class="hint">Tidak berlaku selagi Anda mengetik di kolom isian, dan hanya bila skrip aktif.</p>
      </Fold>
      <p class="hint" role="status" />
    </>,
  )
}
