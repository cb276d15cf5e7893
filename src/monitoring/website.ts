import { type FieldErrors, invalid, type Refusal } from '../platform/refusal.ts'

/** A public site of an agency: hosted by us, or the agency's own elsewhere. */
export interface Website {
  id: string
  agencyId: string
  url: string
  hosted: boolean
  /** Only monitored sites are ever fetched. */
  monitored: boolean
  cms: string | null
  version: number
}

/** The address as it is stored: lower-case host, no fragment. Null when it is no web address. */
export function webAddress(text: string): string | null {
  if (text.length > 500) return null
  const address = /^[a-z]+:/i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  url.hash = ''
  const plain = /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  return plain && (url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('['))
    ? url.href
    : null
}

/** Pure. `url` null: no web address; `taken` is the agency that has this address already. */
export function refuseToRegister(url: null, agencyKnown: boolean, taken: undefined): Refusal
export function refuseToRegister(url: string, agencyKnown: boolean, taken: string | undefined): Refusal | undefined
export function refuseToRegister(url: string | null, agencyKnown: boolean, taken: string | undefined) {
  const errors: FieldErrors = {}
  if (!agencyKnown) errors.agencyId = 'Pilih perangkat daerah.'
  if (url === null) errors.url = 'Tulis alamat situs seperti https://dinkes.bekasikota.go.id/.'
  if (taken !== undefined) errors.url = `Alamat ini sudah terdaftar (${taken}).`
  return Object.keys(errors).length > 0 ? invalid(errors) : undefined
}

/** Whether an address lies on our own hosted sites. */
export const isHosted = (url: string, baseUrl: string): boolean => url.startsWith(`${baseUrl}/situs/`)
