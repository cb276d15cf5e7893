import { type Answer, noCredit, oldErrors, problem, refusals, suspended } from './answer.ts'
import type { Call } from './call.ts'

export type FaultKind =
  | 'unauthorized'
  | 'no-credit'
  | 'usage-capped'
  | 'duplicate'
  | 'not-called'
  | 'not-permitted'
  | 'suspended'
  | 'rate-limited'
  | 'server-error'
  | 'over-capacity'
  /** Never answers; the call is not carried out. */
  | 'hang'
  /** Carries the call out and never answers. */
  | 'hang-after'
  /** Cuts the connection without carrying the call out. */
  | 'cut-before'
  /** Carries the call out, then cuts the connection. */
  | 'cut-after'
  /** Carries the call out, then answers 503. */
  | 'error-after'
  /** Answers after `ms`. */
  | 'slow'
  /** A timeline gives the token of this very page as that of the next one. */
  | 'repeat-token'
  /** A good answer with errors beside its data. */
  | 'partial'
  /** Something that is no JSON, as a proxy in between would answer. */
  | 'not-json'

/** A scripted failure of the next `times` calls that fit. */
export interface Fault {
  kind: FaultKind
  method?: string
  /** Beginning of the path. */
  path?: string
  /** Default 1. */
  times?: number
  ms?: number
  /** For `rate-limited`: seconds until the window opens again. Default 900. */
  seconds?: number
}

/** Takes the fault that strikes this call, if one does. */
export function strike(call: Call): Fault | undefined {
  const index = call.faults.findIndex(
    ({ method, path }) => (!method || method === call.method) && (!path || call.path.startsWith(path)),
  )
  const fault = call.faults[index]
  if (!fault) return undefined
  const left = (fault.times ?? 1) - 1
  if (left > 0) call.faults[index] = { ...fault, times: left }
  else call.faults.splice(index, 1)
  return fault
}

/** The answer a fault gives in place of the real one; undefined when it does something else. */
export function answerOf({ kind, seconds = 900 }: Fault, now: Date): Answer | undefined {
  if (kind === 'unauthorized') return problem(401)
  if (kind === 'no-credit') return noCredit()
  if (kind === 'duplicate') return problem(403, refusals.duplicate)
  if (kind === 'not-called') return problem(403, refusals.notCalled)
  if (kind === 'not-permitted') return problem(403, refusals.notPermitted)
  if (kind === 'suspended') return suspended()
  if (kind === 'not-json') return { status: 200, html: '<html>Bad gateway</html>' }
  if (kind === 'server-error') return oldErrors(500, 131, 'Internal error')
  if (kind === 'over-capacity') return problem(503)
  if (kind === 'rate-limited') {
    const reset = String(Math.ceil(now.getTime() / 1000) + seconds)
    return { ...problem(429), headers: { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': reset } }
  }
  if (kind === 'usage-capped')
    return {
      status: 429,
      json: {
        title: 'UsageCapExceeded',
        type: 'https://api.x.com/2/problems/usage-capped',
        status: 429,
        detail: 'Usage cap exceeded: Monthly product cap',
        period: 'Monthly',
        scope: 'Product',
      },
    }
  return undefined
}

/** What a fault adds to an answer that was carried out. */
export function marred(fault: Fault | undefined, answer: Answer): Answer {
  if (fault?.kind !== 'partial' || answer.status !== 200) return answer
  const error = {
    title: 'Authorization Error',
    detail: 'Sorry, you are not authorized to see the Tweet with referenced_tweets.id: [20].',
    type: 'https://api.x.com/2/problems/not-authorized-for-resource',
    resource_type: 'tweet',
    parameter: 'referenced_tweets.id',
    resource_id: '20',
    value: '20',
  }
  return { ...answer, json: { ...(answer.json as object), errors: [error] } }
}
