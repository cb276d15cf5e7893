import type { IncomingHttpHeaders } from 'node:http'
import type { Answer } from './answer.ts'
import type { FakeUser } from './fake-state.ts'
import type { Fault } from './faults.ts'
import type { Town } from './town.ts'

/** One request, read. */
export interface Call {
  town: Town
  method: string
  path: string
  params: Record<string, string>
  query: URLSearchParams
  headers: IncomingHttpHeaders
  /** JSON as it came; of a form its fields as text. */
  body: Record<string, unknown>
  /** Faults waiting to happen, and the one that strikes this call. */
  faults: Fault[]
  fault?: Fault | undefined
}

/** A call with a good user token. */
export interface UserCall extends Call {
  user: FakeUser
}

/** A call with the app's own token, or with a user's where that is enough. */
export interface AppCall extends Call {
  user: FakeUser | undefined
}

interface OpenRoute {
  method: string
  path: string
  auth: 'open'
  handle: (call: Call) => Answer | Promise<Answer>
}

interface UserRoute {
  method: string
  path: string
  auth?: 'user'
  /** Calls per user in 15 minutes. */
  limit: number
  /** Calls of the app in 24 hours. */
  appPerDay?: number
  scope: string
  handle: (call: UserCall) => Answer
}

interface AppRoute {
  method: string
  path: string
  auth: 'app' | 'app-or-user'
  /** Calls of the app in 15 minutes. */
  limit: number
  handle: (call: AppCall) => Answer | Promise<Answer>
}

export type FakeRoute = OpenRoute | UserRoute | AppRoute

/** A text field of the body; '' when absent or not text. */
export const text = (call: Call, name: string): string => {
  const value = call.body[name]
  return typeof value === 'string' ? value : ''
}

/** The parameters in `path` when it fits the pattern `/2/users/:id/tweets`. */
export function fits(pattern: string, path: string): Record<string, string> | undefined {
  const want = pattern.split('/')
  const have = path.split('/')
  if (want.length !== have.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of want.entries()) {
    const value = have[i] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value)
    else if (part !== value) return undefined
  }
  return params
}
