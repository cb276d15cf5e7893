import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

describe('/api/v1/holidays', () => {
  it('lists in pages', async () => {
    const api = world.api('operatorDinkes')
    const days: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await api.get(`/holidays?year=2026&limit=10${cursor && `&cursor=${cursor}`}`)
      days.push(...body.items.map((item: { day: string }) => item.day))
      if (body.next === null) break
      cursor = body.next
    }
    assert.equal(days.length, 25)
    assert.deepEqual(days, [...days].sort())
  })

  it('adds a day off and withdraws it, for those who hold the calendar', async () => {
    const holiday = {
      day: '2026-12-09',
      kind: 'national',
      name: 'Pemungutan suara',
      decree: 'Keppres contoh',
      from: '2026-11-20',
    }
    assert.equal((await world.api('operatorDinkes').post('/holidays', holiday)).status, 404)
    const added = await world.api('commsHead').post('/holidays', holiday)
    assert.deepEqual([added.status, added.body.day], [201, '2026-12-09'])
    const again = await world.api('commsHead').post('/holidays', holiday)
    assert.deepEqual([again.status, Object.keys(again.body.errors)], [422, ['day']])
    const withdrawal = `/holidays/${added.body.id}/withdrawal`
    const decree = { decree: 'Keppres contoh 2', from: '2026-11-23' }
    assert.equal((await world.api('operatorDinkes').post(withdrawal, decree)).status, 404)
    const older = await world.api('commsHead').post(withdrawal, { ...decree, from: '2026-11-19' })
    assert.deepEqual([older.status, Object.keys(older.body.errors)], [422, ['from']])
    assert.equal((await world.api('commsHead').post(withdrawal, decree)).status, 201)
    assert.equal((await world.api('commsHead').post(withdrawal, decree)).status, 404)
    assert.equal((await world.api('commsHead').post('/holidays', holiday)).status, 201)
  })
})
