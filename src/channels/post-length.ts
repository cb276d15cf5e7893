import twitterText from 'twitter-text'

/** The most a post may weigh on X for an ordinary account. */
export const postLimit = 280

export interface PostLength {
  /** As X counts: Latin letters 1, emoji and CJK 2, every link 23, after NFC. */
  weight: number
  /** Addresses X will turn into links; a bare `bekasikota.go.id` is one. */
  links: string[]
}

/** How X weighs this text. */
export function postLength(text: string): PostLength {
  const { weightedLength } = twitterText.parseTweet(text)
  return { weight: weightedLength, links: twitterText.extractUrls(text, { extractUrlsWithoutProtocol: true }) }
}
