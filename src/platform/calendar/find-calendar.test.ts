import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { touchCalendars } from './calendar-rows.ts'
import { dueAfterDays } from './due-after.ts'
import { findCalendar } from './find-calendar.ts'
import { seedCalendar } from './seed-calendar.ts'
import { shippedCalendars } from './shipped-calendar.ts'
import { workingCalendar } from './working-calendar.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

it('the calendar of the database is the one that ships, for every day of the known years', async () => {
  for (const data of shippedCalendars()) {
    const shipped = workingCalendar(data)
    const found = await findCalendar(world.system(), data.id)
    assert.deepEqual(found.officeEnd, shipped.officeEnd)
    assert.deepEqual(found.intervalStart, shipped.intervalStart)
  }
  await assert.rejects(findCalendar(world.system(), 'bulan'), { name: 'Missing' })
})

it('seeding again changes nothing, and leaves alone what the city has changed', async () => {
  const { db } = world.platform
  const version = async () => (await db.selectFrom('calendar').select('version').where('id', '=', 'kota').execute())[0]
  await db.deleteFrom('holiday').where('day', '=', '2027-12-24').execute()
  const before = await version()
  await seedCalendar(world.system())
  assert.deepEqual(await version(), before)
  assert.deepEqual(await db.selectFrom('holiday').select('id').where('day', '=', '2027-12-24').execute(), [])
})

it('is kept in memory until it changes, and knows no decree of a later day', async () => {
  const first = await findCalendar(world.system())
  assert.equal(await findCalendar(world.system()), first)
  await world.platform.db
    .updateTable('holiday')
    .set({ from_day: '2026-11-25' })
    .where('day', '=', '2026-12-24')
    .execute()
  await touchCalendars(world.system())
  const received = new Date('2026-12-23T02:00:00Z')
  assert.equal(dueAfterDays(await findCalendar(world.system()), received, 1).toISOString(), '2026-12-24T09:00:00.000Z')
  world.at('2026-11-25T00:00:00Z')
  assert.equal(dueAfterDays(await findCalendar(world.system()), received, 1).toISOString(), '2026-12-28T09:00:00.000Z')
})
