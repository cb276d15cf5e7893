import type { Ctx } from '../platform/ctx.ts'
import { priceOn } from './channel-price.ts'
import { postLength } from './post-length.ts'

/** What it costs to write, in millionths of a US dollar. */
export interface PostPrices {
  post: number
  /** With a link in it, whatever else. */
  linkPost: number
  /** The words of one picture. */
  pictureWords: number
}

/** The prices of today. */
export const postPrices = ({ now }: Pick<Ctx, 'now'>): PostPrices => ({
  post: priceOn('post', now),
  linkPost: priceOn('link-post', now),
  pictureWords: priceOn('media-metadata', now),
})

/** What one post of a broadcast costs with so many described pictures, in millionths of a US dollar. */
export function costOf(text: string, pictures: number, prices: PostPrices): number {
  const { links } = postLength(text.slice(0, 5000))
  return (links.length > 0 ? prices.linkPost : prices.post) + pictures * prices.pictureWords
}

/** `0,215`: thousandths matter, a post costs 0,015. */
export const inDollars = (micros: number): string => (micros / 1e6).toFixed(3).replace('.', ',')
