/** Messages for the person at the screen, in Indonesian, by field name. */
export type FieldErrors = Record<string, string>

/** An expected failure. It is a value: commands return it, routes map it once (422, 403, 409). */
export type Refusal =
  | { refusal: 'invalid'; errors: FieldErrors }
  | { refusal: 'forbidden'; reason: string }
  | { refusal: 'conflict'; reason: string }

export const invalid = (errors: FieldErrors): Refusal => ({ refusal: 'invalid', errors })

export const forbidden = (reason = 'Anda tidak berwenang melakukan ini.'): Refusal => ({ refusal: 'forbidden', reason })

export const conflict = (reason: string): Refusal => ({ refusal: 'conflict', reason })

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refusal' in value
}

/** Thrown by `find...` alone, for what is not there and for what this actor may not see. Answers 404. */
export class Missing extends Error {
  override name = 'Missing'
}

/** For places where a refusal would be a programming error (seed, jobs): the value, or a thrown error that says why. */
export function accepted<T>(result: T | Refusal): T {
  if (!isRefusal(result)) return result
  throw new Error(result.refusal === 'invalid' ? JSON.stringify(result.errors) : result.reason)
}
