import { type ComponentChildren, createContext, h, type JSX } from 'preact'
import { useContext } from 'preact/hooks'
import type { Platform } from '../account.ts'
import { adapterOf } from '../adapters.ts'
import { postLength } from '../post-length.ts'
import { costOf, inDollars, type PostPrices } from '../post-price.ts'

interface Counted {
  platform: Platform
  /** Of today. */
  prices: PostPrices
}

/** Where the texts of a page go, for all its counters. */
export const Counting = createContext<Counted>({ platform: 'x', prices: { post: 0, linkPost: 0, pictureWords: 0 } })

/**
 * A text and how much of a post it fills, what it costs. Counted here by the server; the island `post-weight` counts
 * again while one types.
 */
export function PostWeight({ text, children }: { text: string; children?: ComponentChildren }): JSX.Element {
  const counted = useContext(Counting)
  const { length, billed } = adapterOf(counted.platform)
  return h(
    'post-weight',
    {
      limit: length?.most,
      letters: length?.by === 'letters',
      ...(billed && { post: counted.prices.post, link: counted.prices.linkPost }),
    },
    children,
    <p class="weight" aria-live="polite">
      {text === '' ? '' : weightInWords(text, counted)}
    </p>,
  )
}

/** `212 dari 280 · 1 tautan · sekitar 0,200 dolar`; the price only where one is asked. */
export function weightInWords(text: string, { platform, prices }: Counted, pictures = 0): string {
  const { length, billed } = adapterOf(platform)
  const short = text.slice(0, 5000)
  const { links } = postLength(short)
  const said = [
    length ? `${length.of(short)} dari ${length.most}` : '',
    links.length > 0 ? `${links.length} tautan` : '',
    billed ? `sekitar ${inDollars(costOf(text, pictures, prices))} dolar` : '',
  ]
  return said.filter((words) => words !== '').join(' · ')
}
