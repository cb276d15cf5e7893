import { createHash } from 'node:crypto'
import type { FieldErrors } from '../platform/refusal.ts'
import { isTheme, type Theme } from './post.ts'

/** A post that was not sent from here, as its figures count it. */
export interface HandPost {
  day: string
  text: string
  /** '' for none. */
  url: string
  theme: Theme
  likes: number | null
  comments: number | null
  shares: number | null
  views: number | null
}

/** As an operator or a file writes it. */
export interface HandPostInput {
  day: string
  text: string
  url: string
  theme: string
  likes?: string
  comments?: string
  shares?: string
  views?: string
}

const counts = ['likes', 'comments', 'shares', 'views'] as const

/** What it says, or what is wrong with it by field. `today`: no post is of a later day. Pure. */
export function readHandPost(input: HandPostInput, today: string): { post: HandPost } | { errors: FieldErrors } {
  const errors: FieldErrors = {}
  const day = readDay(input.day)
  if (day === null) errors.day = 'Tulis tanggalnya, misalnya 2026-11-20 atau 20/11/2026.'
  else if (day > today) errors.day = 'Tanggal siaran tidak boleh lebih kemudian dari hari ini.'
  if (input.text === '') errors.text = 'Tuliskan isi siaran, kata-kata pertamanya cukup.'
  if (input.text.length > 5000) errors.text = 'Paling banyak 5.000 huruf.'
  if (input.url !== '' && !/^https?:\/\/\S{3,990}$/.test(input.url))
    errors.url = 'Tempel tautan lengkap, diawali https://.'
  if (!isTheme(input.theme)) errors.theme = 'Pilih salah satu tema.'
  const read = new Map(counts.map((name) => [name, readCount(input[name] ?? '')]))
  for (const [name, value] of read) if (value === undefined) errors[name] = 'Tulis bilangan bulat, atau kosongkan.'
  if (Object.keys(errors).length > 0 || day === null || !isTheme(input.theme)) return { errors }
  const count = (name: (typeof counts)[number]) => read.get(name) ?? null
  const { text, url, theme } = input
  return {
    post: {
      day,
      text,
      url,
      theme,
      likes: count('likes'),
      comments: count('comments'),
      shares: count('shares'),
      views: count('views'),
    },
  }
}

function readDay(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.slice(0, 10)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === iso ? iso : null
}

/** `1.234` is a thousand and more, as Indonesians write it. Null: not told. Undefined: no number. */
function readCount(text: string): number | null | undefined {
  if (text === '') return null
  const digits = text.replace(/[.,\s](?=\d{3}(\D|$))/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}

/** What tells a post from others of its account: its link without what only says who shared it, or day and words. */
export function keyOf({ day, text, url }: Pick<HandPost, 'day' | 'text' | 'url'>): string {
  if (url !== '') return url.replace(/[?#].*$/, '').replace(/\/+$/, '')
  return createHash('sha256')
    .update(`${day} ${text.replace(/\s+/g, ' ').toLowerCase()}`)
    .digest('base64url')
}
