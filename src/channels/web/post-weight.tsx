import { type ComponentChildren, createContext, h, type JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { postLength, postLimit } from '../post-length.ts'
import { costOf, inDollars, type PostPrices } from '../post-price.ts'

/** The prices of today, for all counters of a page. */
export const Prices = createContext<PostPrices>({ post: 0, linkPost: 0, pictureWords: 0 })

/**
 * A text and how much of a post it fills, what it costs. Counted here by the server; the island `post-weight` counts
 * again while one types.
 */
export function PostWeight({ text, children }: { text: string; children?: ComponentChildren }): JSX.Element {
  const prices = useContext(Prices)
  return h(
    'post-weight',
    { limit: postLimit, post: prices.post, link: prices.linkPost },
    children,
    <p class="weight" aria-live="polite">
      {text === '' ? '' : weightInWords(text, prices)}
    </p>,
  )
}

/** `212 dari 280 · 1 tautan · sekitar 0,200 dolar`. */
export function weightInWords(text: string, prices: PostPrices, pictures = 0): string {
  const { weight, links } = postLength(text.slice(0, 5000))
  const linked = links.length > 0 ? ` · ${links.length} tautan` : ''
  return `${weight} dari ${postLimit}${linked} · sekitar ${inDollars(costOf(text, pictures, prices))} dolar`
}
