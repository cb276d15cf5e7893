import { readVisibleDate } from './visible-date.ts'

/** ISO 8601 and its relatives without a zone: `2026-11-20T10:00:00`, `2026-11-20 10:00`. */
const withoutZone = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(:\d{2})?)(\.\d+)?$/

/**
 * A date as machines write it: ISO 8601 or RFC 822, in a feed or in a page's metadata. Without a zone it is WIB; a
 * day alone is noon WIB. Falls back on dates written for people. Null when it is none of these.
 */
export function readClaimedDate(text: string | undefined, now: Date): Date | null {
  const plain = text?.trim() ?? ''
  if (plain === '') return null
  if (/^\d{4}-\d{2}-\d{2}$/.test(plain)) return valid(`${plain}T12:00:00+07:00`)
  const local = withoutZone.exec(plain)
  if (local) return valid(`${local[1]}T${local[2]}+07:00`)
  const machine = /^\d{4}-\d{2}-\d{2}T|\b[A-Z][a-z]{2} \d{4} \d{2}:\d{2}(:\d{2})? /.test(plain) ? valid(plain) : null
  return machine ?? readVisibleDate(plain, now)?.date ?? null
}

function valid(text: string): Date | null {
  const date = new Date(text)
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1995 ? null : date
}
