import type { FieldErrors } from '../platform/refusal.ts'

/** A message of the national government that agencies make known in their own words (narasi tunggal). */
export interface NationalMessage {
  id: string
  title: string
  /** Who published it. */
  issuer: string
  text: string
  sourceUrl: string
  /** First and last day on which it is to be told; null: until further notice. */
  from: string
  until: string | null
  authorName: string
}

export interface NationalMessageInput {
  title: string
  issuer: string
  text: string
  sourceUrl: string
  from: string
  until: string
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

export function refuseNationalMessage(input: NationalMessageInput): FieldErrors {
  const { title, issuer, text, sourceUrl, from, until } = input
  const errors: FieldErrors = {}
  if (title === '') errors.title = 'Tuliskan judulnya.'
  else if (title.length > 200) errors.title = 'Paling banyak 200 huruf.'
  if (issuer === '') errors.issuer = 'Tuliskan lembaga yang menerbitkannya.'
  else if (issuer.length > 200) errors.issuer = 'Paling banyak 200 huruf.'
  if (text === '') errors.text = 'Tuliskan isinya.'
  else if (text.length > 10_000) errors.text = 'Paling banyak 10.000 huruf.'
  if (!/^https?:\/\/[^\s/]+\S*$/.test(sourceUrl) || sourceUrl.length > 500)
    errors.sourceUrl = 'Tuliskan alamat lengkap sumbernya, diawali https://.'
  if (!isDay(from)) errors.from = 'Pilih hari pertama.'
  if (until !== '' && !isDay(until)) errors.until = 'Pilih hari terakhir, atau kosongkan.'
  else if (until !== '' && until < from) errors.until = 'Hari terakhir tidak boleh sebelum hari pertama.'
  return errors
}
