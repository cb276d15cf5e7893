import * as client from 'openid-client'
import { conflict, type Refusal } from '../platform/refusal.ts'

const byClaim: Readonly<Record<string, string>> = {
  nonce: 'Jawaban SSO bukan untuk percobaan masuk ini (nonce berbeda). Mulailah kembali dari halaman Masuk.',
  iss: 'Jawaban tidak datang dari SSO Kota Bekasi (penerbit berbeda). Anda tidak dimasukkan; beri tahu Diskominfostandi.',
  aud: 'Jawaban SSO ditujukan kepada aplikasi lain (audiens berbeda). Anda tidak dimasukkan; beri tahu Diskominfostandi.',
}

/** Why an answer of the single sign-on was refused, in words for the person who came with it. */
export function ssoRefusal(error: unknown): Refusal {
  if (error instanceof client.AuthorizationResponseError)
    return conflict('SSO tidak memasukkan Anda, atau Anda membatalkannya. Coba lagi, atau masuk dengan kata sandi.')
  const words = byClaim[wrongClaim(error)]
  return conflict(words ?? 'Jawaban SSO tidak dapat diterima. Coba lagi, atau masuk dengan kata sandi.')
}

/** Which claim did not hold or is missing: the library wraps the reason, with the claim's name, in causes. */
function wrongClaim(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { cause } = at
    if (typeof cause === 'object' && cause !== null && 'claim' in cause) return String(cause.claim)
    const missing = /JWT "(\w+)" .*claim missing/.exec(at.message)?.[1]
    if (missing) return missing
  }
  return ''
}
