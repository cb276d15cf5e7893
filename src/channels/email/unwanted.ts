export interface Envelope {
  /** Of `MAIL FROM`; '' for what must not be answered. */
  from: string
  /** Of `RCPT TO`, in small letters. */
  to: string
}

/** Headers by their name in small letters. */
export type Headers = ReadonlyMap<string, string>

export const mailServerReport = 'laporan dari server surel'

/**
 * Why nothing is made of a mail, in words for the record; undefined for what a person wrote. Answers by machines
 * (RFC 3834), reports of undelivered mail (RFC 3464), mailing lists, and what comes from ourselves. Pure.
 */
export function whyUnwanted(
  headers: Headers,
  envelope: Envelope,
  author: string,
  ours: readonly string[],
): string | undefined {
  if (envelope.from === '' || /^(mailer-daemon|postmaster)@/i.test(author)) return mailServerReport
  if (author === '') return 'tanpa pengirim'
  if (ours.includes(author)) return 'dari alamat kita sendiri'
  const auto = headers.get('auto-submitted')
  if (auto !== undefined && !/^no\b/i.test(auto.trim())) return 'balasan otomatis'
  if (headers.has('x-autoreply') || headers.has('x-autorespond')) return 'balasan otomatis'
  if (/^(bulk|junk|list|auto_reply)$/i.test(headers.get('precedence')?.trim() ?? '')) return 'surat massal'
  if (headers.has('list-id') || headers.has('list-unsubscribe')) return 'surat massal'
  if (/multipart\/report/i.test(headers.get('content-type') ?? '')) return mailServerReport
  return undefined
}
