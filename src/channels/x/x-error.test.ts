import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorOf, errorOfFailure, type XError } from './x-error.ts'

const now = new Date('2026-11-23T03:00:00Z')
const problem = (detail: string) => ({ title: 'Forbidden', type: 'about:blank', status: 403, detail })

const answers: [string, number, unknown, boolean, XError['kind']][] = [
  ['dead token', 401, problem('Unauthorized'), true, 'unauthorized'],
  ['no credit', 402, { title: 'CreditsDepleted' }, true, 'no-credit'],
  [
    'monthly cap',
    429,
    { title: 'UsageCapExceeded', type: 'https://api.x.com/2/problems/usage-capped' },
    false,
    'no-credit',
  ],
  ['window full', 429, problem('Too Many Requests'), true, 'rate-limited'],
  ['same text', 403, problem('You are not allowed to create a Tweet with duplicate content.'), true, 'duplicate'],
  [
    'not called',
    403,
    problem(
      'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
    ),
    true,
    'not-called',
  ],
  ['suspended, old shape', 403, { errors: [{ code: 64, message: 'Your account is suspended' }] }, true, 'refused'],
  ['gone', 404, null, false, 'not-found'],
  ['5xx on a write', 503, null, true, 'unknown-outcome'],
  ['5xx on a read', 500, null, false, 'unreachable'],
  ['bad request', 400, { title: 'Invalid Request' }, true, 'refused'],
]

for (const [name, status, body, write, kind] of answers)
  test(`what X means: ${name}`, () => {
    assert.equal(errorOf({ status, header: () => null, body }, write, now).kind, kind)
  })

test('a full window opens when X says, or in a quarter of an hour', () => {
  const at = (header: string | null) => errorOf({ status: 429, header: () => header, body: null }, true, now)
  const reset = String(now.getTime() / 1000 + 60)
  assert.deepEqual(at(reset), { kind: 'rate-limited', until: new Date('2026-11-23T03:01:00Z') })
  assert.deepEqual(at(null), { kind: 'rate-limited', until: new Date('2026-11-23T03:15:00Z') })
})

const failures: [string, unknown, boolean, XError['kind']][] = [
  ['nobody listens', { cause: { code: 'ECONNREFUSED' } }, true, 'unreachable'],
  ['no such host', { cause: { code: 'ENOTFOUND' } }, true, 'unreachable'],
  ['cut while writing', { cause: { code: 'UND_ERR_SOCKET' } }, true, 'unknown-outcome'],
  ['silence while writing', new DOMException('timed out', 'TimeoutError'), true, 'unknown-outcome'],
  ['cut while reading', { cause: { code: 'ECONNRESET' } }, false, 'unreachable'],
]

for (const [name, error, write, kind] of failures)
  test(`what a failure means: ${name}`, () => assert.equal(errorOfFailure(error, write).kind, kind))
