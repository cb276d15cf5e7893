import type { Role } from '../agencies/policy.ts'
import { roleNames } from '../agencies/role.ts'
import type { Actor } from '../platform/ctx.ts'
import { conflict, forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { formatInstant } from '../platform/time.ts'
import { isAuthor, type Post, refuseStale } from './post.ts'

/** The steps of a review in their order; each names the roles of which one is enough. */
export type ApprovalSteps = readonly (readonly Role[])[]

/** `pemeriksa atau kepala`. */
export const rolesInWords = (step: readonly Role[]): string => step.map((role) => roleNames[role]).join(' atau ')

export function refuseToSubmit(post: Pick<Post, 'state' | 'version'>, version: number): Refusal | undefined {
  if (post.state !== 'draft') return conflict('Hanya draf yang dapat diajukan.')
  return refuseStale(post, version)
}

type Reviewed = Pick<Post, 'state' | 'version' | 'authorId' | 'agencyId' | 'approvals' | 'scheduledFor'>

const roleAt = (actor: Actor, agencyId: string, step: readonly Role[]): boolean =>
  actor.kind === 'system' ||
  ('grants' in actor &&
    actor.grants.some((grant) => grant.agencyId === agencyId && (step as readonly string[]).includes(grant.role)))

/** Whoever wrote it cannot approve it, each step is for its roles, and nobody passes two steps. */
export function refuseToApprove(
  post: Reviewed,
  version: number,
  steps: ApprovalSteps,
  actor: Actor,
): Refusal | undefined {
  if (post.state !== 'in-review') return conflict('Siaran ini tidak sedang menunggu persetujuan.')
  if (isAuthor(post, actor)) return forbidden('Penulis tidak dapat menyetujui siarannya sendiri. Mintalah orang lain.')
  const step = steps[post.approvals.length]
  if (step && !roleAt(actor, post.agencyId, step))
    return forbidden(`Langkah ${post.approvals.length + 1} dari ${steps.length} untuk ${rolesInWords(step)}.`)
  if ('id' in actor && post.approvals.some(({ personId }) => personId === actor.id))
    return forbidden('Anda sudah menyetujui langkah sebelumnya. Langkah ini untuk orang lain.')
  return refuseStale(post, version)
}

/** Approved too late for its own schedule: never sent late without a word, so the approver says "now" or gives it back. */
export function refusePastSchedule(post: Reviewed, now: Date, sendNow: boolean): Refusal | undefined {
  if (sendNow || post.scheduledFor === null || post.scheduledFor > now) return undefined
  return conflict(
    `Jadwalnya, ${formatInstant(post.scheduledFor)}, sudah lewat. Setujui untuk dikirim sekarang, atau kembalikan.`,
  )
}

export function refuseToReturn(post: Reviewed, version: number, reason: string): Refusal | undefined {
  if (post.state !== 'in-review') return conflict('Siaran ini tidak sedang menunggu persetujuan.')
  if (reason === '') return invalid({ reason: 'Tuliskan apa yang perlu diperbaiki.' })
  return refuseStale(post, version)
}

/** Only when it is settled that the last try did not arrive. */
export function refuseToSendAgain(post: Pick<Post, 'state' | 'version'>, version: number): Refusal | undefined {
  if (post.state !== 'not-sent') return conflict('Hanya siaran yang pasti tidak terkirim yang dapat dikirim lagi.')
  return refuseStale(post, version)
}

/** Its time went by, and somebody other than its author decides what becomes of it. */
export function refuseToDecide(post: Reviewed, version: number, actor: Actor): Refusal | undefined {
  if (post.state !== 'held') return conflict('Siaran ini tidak sedang tertahan.')
  if (isAuthor(post, actor)) return forbidden('Penulis tidak dapat memutuskan siarannya sendiri. Mintalah orang lain.')
  return refuseStale(post, version)
}

export function refuseToCancel(
  post: Pick<Post, 'state' | 'version' | 'purpose'>,
  version: number,
): Refusal | undefined {
  if (post.purpose === 'answer') return conflict('Jawaban kasus tidak dapat dibatalkan di sini.')
  if (!['draft', 'in-review', 'approved', 'held', 'not-sent', 'refused'].includes(post.state))
    return conflict('Siaran ini sudah dikirim atau sedang dikirim, jadi tidak dapat dibatalkan.')
  return refuseStale(post, version)
}

const shortestReason = 20

/** Without approval, for what cannot wait: with a reason that others will read. */
export function refuseEmergency(
  post: Pick<Post, 'state' | 'version'>,
  version: number,
  reason: string,
): Refusal | undefined {
  if (post.state !== 'draft' && post.state !== 'in-review')
    return conflict('Hanya draf atau siaran yang menunggu persetujuan yang dapat dikirim darurat.')
  if (reason.length < shortestReason)
    return invalid({
      emergencyReason: `Tuliskan mengapa tidak dapat menunggu persetujuan, paling sedikit ${shortestReason} huruf.`,
    })
  if (reason.length > 500) return invalid({ emergencyReason: 'Paling banyak 500 huruf.' })
  return refuseStale(post, version)
}

type Emergency = Pick<Post, 'emergencyReason' | 'emergencyCheckedBy' | 'authorId' | 'emergencyById'>

/** Looked at afterwards by somebody who neither wrote nor sent it. */
export function refuseEmergencyCheck(post: Emergency, actor: Actor): Refusal | undefined {
  if (post.emergencyReason === null || post.emergencyCheckedBy !== null)
    return conflict('Siaran ini tidak menunggu pemeriksaan sesudah kirim darurat.')
  if (isAuthor(post, actor) || ('id' in actor && actor.id === post.emergencyById))
    return forbidden('Yang menulis atau mengirimnya tidak dapat memeriksanya. Mintalah orang lain.')
  return undefined
}
