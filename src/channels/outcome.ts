import { formatTime } from '../platform/time.ts'
import type { ChannelAnswer, ChannelError } from './ask-x.ts'
import type { WaitsFor } from './post.ts'
import { inSeconds } from './setting.ts'

/** What became of one try to send, and what the post's state is by it. `reason` is for the screen. */
export type Outcome =
  /** `at`: when it appeared, where X has told. */
  | { state: 'published'; externalId: string; at?: Date }
  /** Nothing was sent; it waits. `notBefore` null: for a person (connect, fill up credit). */
  | Wait
  | { state: 'refused'; reason: string; notCalled: boolean }
  /** It may be there. `look`: when the own timeline should tell. */
  | { state: 'unconfirmed'; reason: string; look: 'now' | 'later' }

interface Wait {
  state: 'approved'
  reason: string
  notBefore: Date | null
  waitsFor: WaitsFor
  /** X took the account away: nothing else of it should be tried either. */
  suspended?: true
}

const pauseSeconds = 60

/** Reads an answer to a try to send. X's own sentences stay as X wrote them. */
export function outcomeOf(answer: ChannelAnswer<string>, now: Date, platform = 'X'): Outcome {
  if (answer.ok) return { state: 'published', externalId: answer.value }
  return outcomeOfError(answer.error, now, platform)
}

const waits = (waitsFor: WaitsFor, reason: string, notBefore: Date | null): Wait => ({
  state: 'approved',
  reason,
  notBefore,
  waitsFor,
})
const refused = (reason: string, notCalled = false): Outcome => ({ state: 'refused', reason, notCalled })

/** Nothing of the account goes out before a person has restored it and connected it again. */
const suspended: Wait = {
  ...waits('account', 'X menangguhkan akun ini. Pulihkan akun di X, lalu sambungkan lagi.', null),
  suspended: true,
}

function outcomeOfError(error: ChannelError, now: Date, platform: string): Outcome {
  switch (error.kind) {
    case 'rate-limited':
      return waits(
        'limit',
        `${platform} sedang membatasi jumlah kiriman. Dikirim lagi secara otomatis setelah pukul ${formatTime(error.until)} WIB.`,
        inSeconds(error.until, 5),
      )
    case 'unreachable':
      return waits('x', `${platform} belum dapat dihubungi. Dicoba lagi secara otomatis.`, inSeconds(now, pauseSeconds))
    case 'no-credit':
    case 'halted':
      return waits('credit', 'Kredit aplikasi X habis. Dikirim setelah Diskominfostandi mengisinya.', null)
    case 'unauthorized':
    case 'disconnected':
      return waits('account', `Akun perlu disambungkan lagi ke ${platform}. Dikirim setelah tersambung.`, null)
    case 'off':
      return waits(
        'account',
        `Penghubung ${platform} belum diaktifkan. Dikirim setelah aktif dan akun tersambung.`,
        null,
      )
    case 'not-called':
      return refused(
        'X hanya mengizinkan jawaban otomatis kepada warga yang menyebut akun ini. Jawablah langsung di X melalui tautan.',
        true,
      )
    case 'not-found':
      return refused(`${platform} tidak menemukan kiriman yang dibalas. Mungkin sudah dihapus warga.`)
    case 'refused':
      return /suspended/i.test(error.reason) ? suspended : refused(reasonInWords(error.reason, platform))
    case 'duplicate':
      return {
        state: 'unconfirmed',
        reason: 'X menyatakan teks ini sudah ada. Linimasa sedang diperiksa.',
        look: 'now',
      }
    case 'unknown-outcome':
      return {
        state: 'unconfirmed',
        reason: `${platform} tidak memberi kepastian. Kiriman sedang diperiksa.`,
        look: 'later',
      }
  }
}

function reasonInWords(reason: string, platform: string): string {
  if (/deleted or not visible/i.test(reason))
    return 'Kiriman warga yang dibalas sudah dihapus atau tidak dapat dilihat lagi.'
  if (/too long/i.test(reason)) return `Menurut ${platform} teks ini terlalu panjang.`
  return `${platform} menolak dengan alasan: “${reason.slice(0, 300)}”`
}
