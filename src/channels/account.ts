import type { FieldErrors } from '../platform/refusal.ts'

/** What an account can be on. Which of them we speak ourselves: `adapters.ts`; the others are used by hand. */
export const platforms = {
  x: 'X',
  mastodon: 'Mastodon',
  email: 'Surel',
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  whatsapp: 'WhatsApp',
} as const
export type Platform = keyof typeof platforms
export const isPlatform = (text: string): text is Platform => Object.hasOwn(platforms, text)

/** On which an agency speaks to all; the others only hear and answer. */
export const speaksToAll = (platform: Platform): boolean => platform !== 'email' && platform !== 'whatsapp'

/** `active`: known and used by hand. `connected`: we send and receive. The last two need somebody to act. */
export const accountStates = {
  active: 'Aktif, belum disambungkan',
  connected: 'Tersambung',
  'needs-reconnecting': 'Perlu disambungkan lagi',
  'lost-access': 'Akses hilang',
} as const
export type AccountState = keyof typeof accountStates

/** An account of an agency, without its secrets. */
export interface SocialAccount {
  id: string
  agencyId: string
  platform: Platform
  /** Without `@`. */
  handle: string
  /** `https://sosial.example`, on platforms of many servers. */
  server: string | null
  /** Where people find it. */
  url: string
  /** The platform's id; null before the first connection. */
  externalId: string | null
  state: AccountState
  stateSince: Date
  /** When it was taken into the register. */
  createdAt: Date
  holder: string
  /** When and by whom it was shown that the account is the agency's: by signing in to it. */
  provenAt: Date | null
  provenBy: string | null
  polledAt: Date | null
  pollNotBefore: Date | null
  /** What stood in the way of the last look, in words for the screen. */
  pollProblem: string | null
}

/** As people write handles: `@`, capitals of an e-mail address and of a server aside. */
const shapes: Readonly<Partial<Record<Platform, readonly [shape: RegExp, words: string]>>> = {
  x: [/^\w{1,15}$/, 'Nama akun X terdiri atas 1–15 huruf, angka, atau garis bawah.'],
  mastodon: [/^\w{1,30}$/, 'Tulis nama akunnya saja; alamat servernya di kolom Server.'],
  email: [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Tulis alamat surel lengkap, misalnya layanan@dinas.example.'],
  whatsapp: [/^\+?[\d\s-]{8,20}$/, 'Tulis nomornya, misalnya 0811 0000 000.'],
}
const anyShape = [/^[\w.-]{1,60}$/, 'Nama akun terdiri atas huruf, angka, titik, atau garis bawah.'] as const

export interface AccountInput {
  platform: Platform
  handle: string
  server: string
  holder: string
  recovery: string
}

/** `localServers`: whether a server on this machine will do, as tests have it. */
export function refuseAccount(
  { platform, handle, server, holder, recovery }: AccountInput,
  localServers = false,
): FieldErrors {
  const mayBeHere = (text: string) => localServers && /^http:\/\/127\.0\.0\.1:\d+$/.test(text)
  const errors: FieldErrors = {}
  const [shape, words] = shapes[platform] ?? anyShape
  if (!shape.test(handle)) errors.handle = words
  if (platform === 'mastodon' && !isServer(server) && !mayBeHere(server))
    errors.server = 'Tulis alamat servernya, misalnya https://sosial.example.'
  if (holder === '') errors.holder = 'Tuliskan siapa yang memegang akun ini.'
  if (holder.length > 120) errors.holder = 'Paling banyak 120 huruf.'
  if (recovery.length > 200) errors.recovery = 'Paling banyak 200 huruf.'
  return errors
}

/** One spelling: `Sosial.Example/` is `https://sosial.example`. */
export function serverOf(text: string): string {
  const typed = text.trim() === '' || /^https?:\/\//i.test(text) ? text : `https://${text}`
  return URL.canParse(typed) ? new URL(typed).origin : text
}

/** A name with a dot in it, by https: no address of this machine or its network. */
export const isServer = (text: string): boolean => /^https:\/\/([\w-]+\.)+[a-z]{2,}(:\d+)?$/i.test(text)
