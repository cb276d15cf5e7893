import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { people } from '../../test/city.ts'
import { openWorld, type World } from '../../test/world.ts'
import { findLock } from '../people/lock.ts'
import { findAlarms } from './find-alarms.ts'
import { raiseAlarms } from './raise-alarms.ts'
import { tellAlarms } from './tell-alarms.ts'

let world: World
before(async () => {
  world = await openWorld()
  await world.platform.db.updateTable('person').set({ signed_in_at: world.now() }).execute()
})
after(() => world.close())

const mails = () => world.platform.db.selectFrom('mail').select(['recipient', 'body']).orderBy('created_at').execute()
const head = people.headDinkes[1]

test('an alarm is raised once, shown to the head with a button that solves it', async () => {
  await raiseAlarms(world.system())
  await raiseAlarms(world.system())
  const alarms = await findAlarms(world.ctx('headDinkes'))
  assert.deepEqual(
    alarms.map(({ kind }) => kind),
    ['deputy-missing'],
  )
  const page = await world.as('headDinkes').get('/perangkat-daerah/peringatan')
  assert.equal(
    page.$('a:contains("Tunjuk wakil")').attr('href'),
    '/perangkat-daerah/dinkes/serah-terima?jabatan=deputy',
  )
  assert.match((await world.as('headDinkes').get('/beranda')).text, /Peringatan jabatan/)
  assert.equal((await world.as('operatorDinkes').get('/perangkat-daerah/peringatan')).status, 404)
})

test('one digest a week and person, in office hours only, and never twice the same', async () => {
  world.at('2026-11-22T03:00:00Z') // Sunday
  await tellAlarms(world.system())
  assert.equal((await mails()).length, 0)
  world.at('2026-11-23T03:00:00Z')
  await tellAlarms(world.system())
  await tellAlarms(world.system())
  const first = await mails()
  assert.equal(first.filter(({ recipient }) => recipient === head).length, 1)
  world.at('2026-11-30T03:00:00Z')
  await tellAlarms(world.system())
  assert.equal((await mails()).filter(({ recipient }) => recipient === head).length, 1, 'told already')
})

test('what the head leaves for a week goes to Diskominfostandi', async () => {
  world.at('2026-11-30T03:00:00Z')
  await raiseAlarms(world.system())
  await tellAlarms(world.system())
  const comms = (await mails()).filter(({ recipient }) => recipient === people.commsOfficer[1])
  assert.ok(comms.some(({ body }) => /Dinas Kesehatan: Belum ada wakil operator/.test(body)))
})

test('an account unused for ninety days is locked, and the head opens it again', async () => {
  const [, email] = people.operatorDinkes
  const { id } = await world.platform.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  const others = world.platform.db.updateTable('person').where('id', '!=', id)
  world.at('2027-02-20T03:00:00Z')
  await others.set({ signed_in_at: world.now() }).execute()
  await raiseAlarms(world.system())
  assert.equal(await findLock(world.system(), id), null)
  world.at('2027-02-21T03:00:00Z')
  await raiseAlarms(world.system())
  assert.match((await findLock(world.system(), id))?.reason ?? '', /tidak dipakai selama 90 hari/)
  const { id: appointment } = await world.platform.db
    .selectFrom('appointment')
    .select('id')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal((await world.as('operatorDishub').post(`/jabatan/${appointment}/pembukaan`)).status, 403)
  assert.equal((await world.as('headDinkes').post(`/jabatan/${appointment}/pembukaan`)).status, 303)
  await raiseAlarms(world.system())
  assert.equal(await findLock(world.system(), id), null)
})

test('an alarm that is solved goes away by itself', async () => {
  const form = { post: 'deputy', name: 'Citra Pengganti', email: 'citra@dinkes.example', day: '2027-02-21' }
  assert.equal((await world.as('headDinkes').post('/perangkat-daerah/dinkes/serah-terima', form)).status, 303)
  await raiseAlarms(world.system())
  assert.ok(!(await findAlarms(world.ctx('headDinkes'))).some(({ kind }) => kind === 'deputy-missing'))
})
