import type { FieldErrors } from '../platform/refusal.ts'
import { type AgencyKind, agencyKinds } from './agency.ts'
import type { AgencyFacts } from './agency-timeline.ts'

/** As it comes from a form, a file or the API. */
export interface AgencyInput {
  name: string
  abbreviation: string
  kind: string
  parentId: string | null
  regionCode: string | null
  host: string | null
}

/** The decision behind a change: from which day, by which decree. */
export interface Decision {
  day: string
  decree: string
  /** Said by the person: this decree is meant, although it already stands behind another matter. */
  decreeAgain?: boolean
}

/** Addresses below `/perangkat-daerah/` that are no agency. */
const reserved: readonly string[] = ['baru', 'impor', 'ekspor']

export const isKind = (text: string): text is AgencyKind => Object.hasOwn(agencyKinds, text)

/** The kind of an id or a word on the screen: `Dinas`, `dinas` and `department` are the same. */
export const kindCalled = (text: string): string =>
  Object.entries(agencyKinds).find(([, word]) => word.toLowerCase() === text.trim().toLowerCase())?.[0] ?? text.trim()

const words = (text: string): string => text.trim().replace(/\s+/g, ' ')
const orNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim())

/** The facts of an input, tidied; or what is wrong with it, by field. */
export function readFacts(input: AgencyInput): { facts: AgencyFacts } | { errors: FieldErrors } {
  const kind = kindCalled(input.kind)
  const facts = {
    name: words(input.name),
    abbreviation: words(input.abbreviation),
    parentId: orNull(input.parentId)?.toLowerCase() ?? null,
    regionCode: orNull(input.regionCode),
    host:
      orNull(input.host)
        ?.toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/\/$/, '') ?? null,
  }
  const errors: FieldErrors = {}
  if (facts.name === '') errors.name = 'Nama belum diisi.'
  else if (facts.name.length > 200) errors.name = 'Nama paling panjang 200 huruf.'
  if (facts.abbreviation === '') errors.abbreviation = 'Singkatan belum diisi.'
  else if (facts.abbreviation.length > 80) errors.abbreviation = 'Singkatan paling panjang 80 huruf.'
  if (facts.regionCode !== null && !/^\d\d(\.\d\d){1,2}(\.\d{4})?$/.test(facts.regionCode))
    errors.regionCode = 'Tulis kode wilayah Kemendagri, misalnya 32.75.01 atau 32.75.01.1001.'
  if (facts.host !== null && !isHost(facts.host))
    errors.host = 'Tulis nama host tanpa https://, misalnya dinkes.bekasikota.go.id.'
  if (!isKind(kind)) {
    errors.kind = `Jenis tidak dikenal. Pilih salah satu: ${Object.values(agencyKinds).join(', ')}.`
    return { errors }
  }
  return Object.keys(errors).length > 0 ? { errors } : { facts: { ...facts, kind } }
}

const isHost = (text: string): boolean =>
  text.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(text)

/** What is wrong with an id for a new agency. */
export function refuseId(id: string): FieldErrors {
  if (id === '') return { id: 'ID belum diisi.' }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60)
    return { id: 'ID hanya huruf kecil, angka, dan tanda hubung, misalnya kec-pondokgede.' }
  return reserved.includes(id) ? { id: 'Kata ini dipakai untuk alamat halaman lain. Pilih ID lain.' } : {}
}

/** A day that exists, within the time a register can speak of. */
export const isDay = (text: string): boolean =>
  /^(19|20)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && sameDay(text)

const sameDay = (text: string): boolean => new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text

export function refuseDay(day: string): FieldErrors {
  if (day === '') return { day: 'Tanggal mulai berlaku belum diisi.' }
  return isDay(day) ? {} : { day: 'Tanggal ini tidak ada. Tulis misalnya 2026-03-15.' }
}

export function refuseDecree(decree: string): FieldErrors {
  if (tidyDecree(decree) === '') return { decree: 'Nomor keputusan belum diisi.' }
  return decree.length > 120 ? { decree: 'Nomor keputusan paling panjang 120 huruf.' } : {}
}

export const refuseReason = (reason: string): FieldErrors =>
  reason.trim() === '' ? { reason: 'Tulis mengapa catatan ini dibetulkan.' } : {}

/** So that two spellings of spaces are one decree. */
export const tidyDecree = words

export const refuseDecision = ({ day, decree }: Decision): FieldErrors => ({
  ...refuseDay(day),
  ...refuseDecree(decree),
})
