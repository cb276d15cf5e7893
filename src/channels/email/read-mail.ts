import { createHash } from 'node:crypto'
import PostalMime, { type Address, type Email } from 'postal-mime'
import { cleanText } from '../../platform/http/read-form.ts'
import type { Upload } from '../../platform/http/route.ts'
import { htmlText } from '../html-text.ts'
import { cutQuoted } from './quoted-text.ts'
import type { Headers } from './unwanted.ts'

export interface ReadMail {
  /** In angle brackets; made of the mail itself where it has none. */
  messageId: string
  /** What it answers and follows, oldest first. */
  earlier: string[]
  author: { name: string; address: string }
  replyTo: string
  subject: string
  /** Its own words. */
  text: string
  whole: { headers: string; text: string; html: string }
  headers: Headers
  files: Upload[]
}

/** Nesting of a mail that a person sends; deeper ones are made to hurt. */
const limits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true } as const

/** Reads a mail as it came over the wire. Undefined for what cannot be read: it never will be. */
export async function readMail(bytes: Buffer): Promise<ReadMail | undefined> {
  const mail = await PostalMime.parse(bytes, limits).catch(() => undefined)
  if (!mail) return undefined
  const author = mailbox(mail.from)
  const [answersGoTo] = (mail.replyTo ?? []).map(mailbox)
  const text = mail.text?.trim() || htmlText(mail.html ?? '')
  const own = `sha256-${createHash('sha256').update(bytes).digest('base64url')}`
  return {
    messageId: idsIn(mail.messageId)[0] ?? `<${own}@tanpa-id.invalid>`,
    earlier: [...new Set([...idsIn(mail.references), ...idsIn(mail.inReplyTo)])],
    author,
    replyTo: answersGoTo?.address || author.address,
    subject: cleanText(mail.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 300),
    text: cleanText(cutQuoted(text)).slice(0, 29_000),
    whole: {
      headers: mail.headerLines
        .map(({ line }) => line)
        .join('\n')
        .slice(0, 100_000),
      text: (mail.text ?? '').slice(0, 200_000),
      html: (mail.html ?? '').slice(0, 200_000),
    },
    headers: new Map(mail.headers.map(({ key, value }) => [key, value])),
    files: mail.attachments.flatMap(fileOf),
  }
}

function mailbox(address: Address | undefined): { name: string; address: string } {
  const one = address?.group?.[0] ?? address
  return { name: cleanText(one?.name ?? ''), address: (one?.address ?? '').trim().toLowerCase() }
}

const idsIn = (text: string | undefined): string[] => (text ?? '').match(/<[\x21-\x3b\x3d\x3f-\x7e]{1,500}>/g) ?? []

/** Small pictures that only decorate a signature are no files of the case. */
const smallestInline = 8 * 1024

function fileOf({ filename, content, related }: Email['attachments'][number]): Upload[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as Uint8Array)
  if (related && bytes.length < smallestInline) return []
  return [{ filename: filename ?? '', bytes }]
}
