import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contributorName, endOfLink, linkState, refuseContributor } from './contributor-link.ts'

const now = new Date('2026-11-23T03:00:00Z')

for (const [what, expiresAt, revokedAt, state] of [
  ['ends in a second', '2026-11-23T03:00:01Z', null, 'good'],
  ['ends now', '2026-11-23T03:00:00Z', null, 'expired'],
  ['ended', '2026-11-22T03:00:00Z', null, 'expired'],
  ['revoked before it ended', '2027-01-01T00:00:00Z', '2026-11-01T00:00:00Z', 'revoked'],
  ['revoked and ended', '2026-11-22T03:00:00Z', '2026-11-01T00:00:00Z', 'revoked'],
] as const)
  test(`a link that ${what} is ${state}`, () => {
    const link = { expiresAt: new Date(expiresAt), revokedAt: revokedAt === null ? null : new Date(revokedAt) }
    assert.equal(linkState(link, now), state)
  })

test('ninety days from now', () => assert.deepEqual(endOfLink(now, 90), new Date('2027-02-21T03:00:00Z')))

test('a contributor has a name and a section', () => {
  assert.equal(contributorName({ name: 'Rina Misal', section: 'Bidang P2P' }), 'Rina Misal, Bidang P2P')
  assert.deepEqual(refuseContributor({ name: 'Rina', section: 'Bidang P2P' }), {})
  assert.deepEqual(Object.keys(refuseContributor({ name: '', section: '' })), ['name', 'section'])
  assert.deepEqual(Object.keys(refuseContributor({ name: 'a'.repeat(101), section: 'b'.repeat(101) })), [
    'name',
    'section',
  ])
})
