import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChannelError } from './ask-x.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

const now = new Date('2026-11-23T03:00:00Z')
const until = new Date('2026-11-23T03:10:00Z')

const cases: [ChannelError, Outcome['state'], RegExp][] = [
  [{ kind: 'rate-limited', until }, 'approved', /10\.10 WIB/],
  [{ kind: 'unreachable', reason: 'ECONNREFUSED' }, 'approved', /otomatis/],
  [{ kind: 'no-credit' }, 'approved', /Kredit/],
  [{ kind: 'halted' }, 'approved', /Kredit/],
  [{ kind: 'unauthorized' }, 'approved', /disambungkan/],
  [{ kind: 'disconnected' }, 'approved', /disambungkan/],
  [{ kind: 'off' }, 'approved', /belum diaktifkan/],
  [{ kind: 'not-called' }, 'refused', /tautan/],
  [{ kind: 'not-found' }, 'refused', /dihapus/],
  [{ kind: 'refused', status: 403, reason: 'Your account is suspended' }, 'approved', /menangguhkan/],
  [{ kind: 'refused', status: 400, reason: 'Invalid Request' }, 'refused', /Invalid Request/],
  [{ kind: 'duplicate' }, 'unconfirmed', /sudah ada/],
  [{ kind: 'unknown-outcome', reason: 'HTTP 503' }, 'unconfirmed', /kepastian/],
]

for (const [error, state, words] of cases)
  test(`outcome of a try to send: ${error.kind}`, () => {
    const outcome = outcomeOf({ ok: false, error }, now)
    assert.equal(outcome.state, state)
    assert.match('reason' in outcome ? outcome.reason : '', words)
  })

test('only what surely was not sent is tried again by the machine', () => {
  const again = (error: ChannelError) => {
    const outcome = outcomeOf({ ok: false, error }, now)
    return outcome.state === 'approved' ? outcome.notBefore : undefined
  }
  assert.deepEqual(again({ kind: 'rate-limited', until }), new Date('2026-11-23T03:10:05Z'))
  assert.deepEqual(again({ kind: 'unreachable', reason: '' }), new Date('2026-11-23T03:01:00Z'))
  assert.equal(again({ kind: 'no-credit' }), null)
  assert.equal(again({ kind: 'unknown-outcome', reason: '' }), undefined)
})
