import { may } from '../agencies/policy.ts'
import type { Actor } from '../platform/ctx.ts'
import { type Progress, refuseToApprove, refuseToHandIn, refuseToMove, refuseToWrite } from './report-state.ts'

export type NextStep = 'write' | 'hand-in' | 'approve' | 'receive' | 'return' | 'accept'

/** What this actor may do with the report now. Pure; the commands ask the same rules again. */
export function nextSteps(actor: Actor, progress: Progress & { agencyId: string }, now: Date): NextStep[] {
  const { agencyId } = progress
  const steps: [NextStep, action: Parameters<typeof may>[1], refusal: object | undefined][] = [
    ['write', 'report.write', refuseToWrite(progress)],
    ['hand-in', 'report.write', refuseToHandIn(progress, now)],
    ['approve', 'report.approve', refuseToApprove(progress)],
    ['receive', 'report.receive', refuseToMove(progress, 'received', now)],
    ['return', 'report.receive', refuseToMove(progress, 'returned', now)],
    ['accept', 'report.receive', refuseToMove(progress, 'accepted', now)],
  ]
  return steps.flatMap(([step, action, refusal]) =>
    refusal === undefined && may(actor, action, agencyId) ? [step] : [],
  )
}
