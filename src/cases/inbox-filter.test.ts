import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dueRange, filterIn, filterQuery, isNarrowed } from './inbox-filter.ts'

describe('filterIn', () => {
  it('reads and writes the same address', () => {
    const query = 'keadaan=held&perangkat=dinkes&tenggat=today&cari=lampu+jalan'
    const filter = filterIn(new URLSearchParams(query))
    assert.equal(new URLSearchParams(filterQuery(filter)).toString(), query)
    assert.ok(isNarrowed(filter))
  })
  it('takes what can be nothing as not given', () => {
    const filter = filterIn(new URLSearchParams('keadaan=x&jenis=toString&tenggat=kemarin&kelas=1'))
    assert.deepEqual(filterQuery(filter), {})
    assert.ok(!isNarrowed(filter))
  })
})

describe('dueRange, on Wednesday 25 November 2026 at 09.00 WIB', () => {
  const now = new Date('2026-11-25T02:00:00Z')
  it('overdue is all before now', () => assert.deepEqual(dueRange('overdue', now), { from: null, to: now }))
  it('today ends at midnight in WIB', () =>
    assert.deepEqual(dueRange('today', now), { from: now, to: new Date('2026-11-25T17:00:00Z') }))
  it('the week ends with Sunday', () =>
    assert.deepEqual(dueRange('week', now), { from: now, to: new Date('2026-11-29T17:00:00Z') }))
  it('of a Sunday the week ends the same day', () =>
    assert.equal(dueRange('week', new Date('2026-11-29T02:00:00Z')).to.toISOString(), '2026-11-29T17:00:00.000Z'))
})
