import { htmlText } from '../html-text.ts'

export const visibilities = ['public', 'unlisted', 'private', 'direct'] as const
export type Visibility = (typeof visibilities)[number]

/** A status as we use it. Ids are kept as text: other servers of this protocol have letters in them. */
export interface Status {
  id: string
  /** Warning and words together. */
  text: string
  at: Date
  repliedTo: string | null
  url: string | null
  visibility: Visibility
  /** A repost of somebody's words. */
  isRepost: boolean
  account: { id: string; acct: string; name: string }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Undefined for what is none. */
export function readStatus(raw: unknown): Status | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  const status = raw as Record<string, unknown>
  const account = (status.account ?? {}) as Record<string, unknown>
  const id = text(status.id)
  const accountId = text(account.id)
  const at = new Date(String(status.created_at))
  if (!id || !accountId || Number.isNaN(at.getTime())) return undefined
  const acct = text(account.acct) ?? accountId
  return {
    id,
    text: [text(status.spoiler_text), htmlText(text(status.content) ?? '')].filter(Boolean).join('\n\n'),
    at,
    repliedTo: text(status.in_reply_to_id),
    url: text(status.url),
    visibility: visibilities.find((one) => one === status.visibility) ?? 'direct',
    isRepost: typeof status.reblog === 'object' && status.reblog !== null,
    account: { id: accountId, acct, name: text(account.display_name) ?? acct },
  }
}

export interface Notification {
  id: string
  status: Status
}

export function readNotification(raw: unknown): Notification | undefined {
  const { id, type, status } = (raw ?? {}) as Record<string, unknown>
  const read = readStatus(status)
  return typeof id === 'string' && type === 'mention' && read ? { id, status: read } : undefined
}
