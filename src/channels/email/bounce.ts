/** More ids than this are in no report of one mail. */
const mostIds = 1000

/** What a mail server says of a mail it could not bring. */
export interface Bounce {
  /** Every Message-ID in the report: that of the mail it is about is one of them. */
  messageIds: string[]
  /** In the words of the server; '' where it gives none. */
  reason: string
}

/**
 * Reads a report of undelivered mail as it came over the wire (RFC 3464 and what is written without regard to it).
 * Undefined when it says that the mail only comes later, or has arrived. Pure.
 */
export function readBounce(raw: string): Bounce | undefined {
  const actions = [...raw.matchAll(/^Action:[ \t]*(\w+)/gim)].map(([, action = '']) => action.toLowerCase())
  if (actions.length > 0 && !actions.includes('failed')) return undefined
  const [, code = ''] = /^Diagnostic-Code:[ \t]*(?:smtp;[ \t]*)?(.+(?:\r?\n[ \t].+)*)/im.exec(raw) ?? []
  return {
    messageIds: [...new Set(raw.match(/<[\w.+-]{1,200}@[\w.-]{1,200}>/g) ?? [])].slice(0, mostIds),
    reason: code.replace(/\s+/g, ' ').trim().slice(0, 200),
  }
}
