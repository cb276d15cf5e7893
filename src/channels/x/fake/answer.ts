/** What the fake answers; `json` undefined with `html` or `location` for its pages. */
export interface Answer {
  status: number
  json?: unknown
  html?: string
  css?: string
  headers?: Record<string, string>
}

export const ok = (json: unknown, status = 200): Answer => ({ status, json })

const titles: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** X's problem shape, as it answers with `type` `about:blank`. */
export function problem(status: number, detail?: string): Answer {
  const title = titles[status] ?? 'Error'
  return { status, json: { title, type: 'about:blank', status, detail: detail ?? title } }
}

/** X's other shape, still used by parts of the platform. */
export const oldErrors = (status: number, code: number, message: string): Answer => ({
  status,
  json: { errors: [{ code, message }] },
})

export const noCredit = (): Answer => ({
  status: 402,
  json: {
    title: 'CreditsDepleted',
    type: 'https://api.x.com/2/problems/credits',
    status: 402,
    detail: 'Your enrolled account does not have any credits to fulfill this request.',
  },
})

/** What a suspended account hears, whatever it asks. */
export const suspended = (): Answer =>
  oldErrors(403, 64, 'Your account is suspended and is not permitted to access this feature.')

/** A parameter or body field X does not know or does not accept. */
export const invalidRequest = (parameters: Record<string, string[]>, message: string): Answer => ({
  status: 400,
  json: {
    errors: [{ parameters, message }],
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: 'https://api.x.com/2/problems/invalid-request',
  },
})

export const seeOther = (location: string): Answer => ({ status: 303, headers: { location } })

export const refusals = {
  duplicate: 'You are not allowed to create a Tweet with duplicate content.',
  notCalled:
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
  gone: 'You attempted to reply to a Tweet that is deleted or not visible to you.',
  notPermitted: 'You are not permitted to perform this action.',
  tooLong: 'Your Tweet text is too long.',
} as const
