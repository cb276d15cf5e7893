import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountState, Platform } from './account.ts'
import { type Standing, standingOf } from './account-standing.ts'

const known = { createdAt: new Date('2026-10-01T03:00:00Z') }
const now = new Date('2026-11-25T03:00:00Z')
const cases: [platform: Platform, state: AccountState, last: string | null, standing: Standing][] = [
  ['x', 'connected', '2026-11-24', 'connected'],
  ['x', 'connected', '2026-08-27', 'connected'],
  ['x', 'connected', '2026-08-26', 'dormant'],
  ['x', 'connected', null, 'connected'],
  ['instagram', 'active', '2026-11-01', 'active'],
  ['instagram', 'active', null, 'active'],
  ['email', 'connected', null, 'connected'],
  ['whatsapp', 'active', null, 'active'],
  ['x', 'lost-access', '2026-11-24', 'lost-access'],
  ['mastodon', 'needs-reconnecting', null, 'needs-reconnecting'],
]
for (const [platform, state, last, standing] of cases)
  test(`${platform}, ${state}, last post ${last ?? 'never'}: ${standing}`, () =>
    assert.equal(
      standingOf({ ...known, platform, state, last: last ? new Date(`${last}T03:00:00Z`) : null }, now, 90),
      standing,
    ))

test('where nothing was ever said, days count from the register', () =>
  assert.equal(
    standingOf({ ...known, platform: 'x', state: 'connected', last: null }, new Date('2027-02-01T03:00:00Z'), 90),
    'dormant',
  ))
