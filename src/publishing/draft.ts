import { cleanText } from '../platform/http/read-form.ts'
import type { FieldErrors } from '../platform/refusal.ts'
import { type ContentKind, type ContentTheme, isContentKind, isContentTheme, limits, refuseTooLong } from './content.ts'

/** What a person or a program hands in, unchecked. */
export interface DraftInput {
  kind: string
  theme: string
  title: string
  summary?: string | undefined
  /** Light Markdown. */
  body?: string | undefined
  /** `YYYY-MM-DD`, of events. */
  eventDay?: string | undefined
  eventPlace?: string | undefined
}

export interface Draft {
  kind: ContentKind
  theme: ContentTheme
  title: string
  summary: string
  body: string
  eventDay: string | null
  eventPlace: string
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true

const line = (text: string | undefined): string => cleanText(text ?? '').replace(/\s+/g, ' ')

/** Checks a draft. It may still lack what only a publication needs. */
export function readDraft(input: DraftInput): { draft: Draft } | { errors: FieldErrors } {
  const { kind, theme } = input
  const text = {
    title: line(input.title),
    summary: line(input.summary),
    body: cleanText(input.body ?? ''),
    eventPlace: line(input.eventPlace),
  }
  const eventDay = kind === 'event' && input.eventDay ? input.eventDay : null
  const errors: FieldErrors = {
    ...(!isContentKind(kind) && { kind: 'Pilih jenis konten.' }),
    ...(!isContentTheme(theme) && { theme: 'Pilih tema.' }),
    ...(text.title === '' && { title: 'Judul belum diisi.' }),
    ...refuseTooLong('title', 'Judul', text.title, limits.title),
    ...refuseTooLong('summary', 'Ringkasan', text.summary, limits.summary),
    ...refuseTooLong('body', 'Isi', text.body, limits.body),
    ...refuseTooLong('eventPlace', 'Tempat', text.eventPlace, limits.place),
    ...(eventDay !== null && !isDay(eventDay) && { eventDay: 'Tanggal ini tidak ada di kalender.' }),
  }
  if (!isContentKind(kind) || !isContentTheme(theme) || Object.keys(errors).length > 0) return { errors }
  return { draft: { kind, theme, ...text, eventDay } }
}

/** What a publication needs beyond a draft. */
export function refuseIncomplete(
  content: { kind: string; bodyHtml: string; eventDay: string | null },
  picture: { wordless?: true } | null = null,
): FieldErrors {
  return {
    ...(content.bodyHtml === '' && { body: 'Isi belum ditulis.' }),
    ...(content.kind === 'event' && content.eventDay === null && { eventDay: 'Tanggal acara belum diisi.' }),
    ...(picture?.wordless && { alt: 'Teks gambar belum ditulis. Ubah konten ini dan lengkapi dahulu.' }),
  }
}
