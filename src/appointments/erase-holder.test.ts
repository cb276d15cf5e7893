import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { people } from '../../test/city.ts'
import { openWorld, type World } from '../../test/world.ts'
import { refuseErasure } from './erase-holder.ts'

for (const [what, ends, may] of [
  ['one office goes on', ['2025-01-01', null], false],
  ['the last one ended yesterday', ['2026-11-22'], false],
  ['the last one ended a year and a day ago', ['2020-01-01', '2025-11-22'], true],
  ['it ended exactly a year ago', ['2025-11-23'], true],
  ['never held any', [], true],
] as const)
  test(what, () => assert.equal(refuseErasure(ends, 365, '2026-11-23') === undefined, may))

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

test('what is personal goes, the office record stays, and the trail says who did it', async () => {
  const { db } = world.platform
  const [name, email] = people.operatorDishub
  const { id } = await db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()
  const office = await db.selectFrom('appointment').select('id').where('person_id', '=', id).executeTakeFirstOrThrow()
  const url = `/jabatan/${office.id}/penghapusan`
  assert.equal((await world.as('commsOfficer').post(url)).status, 403)
  assert.equal((await world.as('commsHead').post(url)).status, 409, 'still in office')
  await db.updateTable('appointment').set({ to_day: '2026-11-01' }).where('person_id', '=', id).execute()
  const early = await world.as('commsHead').post(url)
  assert.equal(early.status, 409)
  assert.match(early.text, /disimpan sampai 1 November 2027/)
  world.at('2027-11-01T03:00:00Z')
  assert.equal((await world.as('commsHead').post(url)).status, 303)
  assert.equal((await world.as('commsHead').post(url)).status, 303, 'again changes nothing')
  const kept = await db.selectFrom('person').select(['name', 'email']).where('id', '=', id).executeTakeFirstOrThrow()
  assert.equal(kept.name, name)
  assert.match(kept.email, /@terhapus\.invalid$/)
  assert.equal((await db.selectFrom('appointment').select('id').where('person_id', '=', id).execute()).length, 1)
  const events = await db.selectFrom('event').select('after').where('thing_id', '=', id).execute()
  assert.ok(!JSON.stringify(events).includes(email), 'no address is left in the trail')
  const erased = await db.selectFrom('event').select('actor_name').where('action', '=', 'person.erased').execute()
  assert.deepEqual(erased, [{ actor_name: people.commsHead[0] }])
})
