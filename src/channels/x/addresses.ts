import type { Config } from '../../platform/config.ts'

/** X's site for people; a server that stands in for X has its own. */
const siteOf = ({ authorizeUrl }: Config['x']): string => new URL(authorizeUrl).origin

export const profileUrl = (x: Config['x'], handle: string): string => `${siteOf(x)}/${handle}`

/** A post. X finds it by its id whatever the handle; `i` stands for any. */
export const statusUrl = (x: Config['x'], id: string, handle = 'i'): string => `${siteOf(x)}/${handle}/status/${id}`

/** Where a person answers in X what the API may not. */
export function intentUrl(x: Config['x'], { inReplyTo, text }: { inReplyTo: string | null; text: string }): string {
  const query = new URLSearchParams({ ...(inReplyTo === null ? {} : { in_reply_to: inReplyTo }), text })
  return `${siteOf(x)}/intent/post?${query}`
}
