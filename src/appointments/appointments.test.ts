import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { people } from '../../test/city.ts'
import { openWorld, type World } from '../../test/world.ts'
import { findActor } from '../agencies/find-people.ts'
import { accepted, isRefusal } from '../platform/refusal.ts'
import { writeContent } from '../publishing/write-content.ts'
import { findActingPerson } from './acting-person.ts'
import { appoint } from './appoint.ts'
import { findAppointments, holderOn } from './find-appointments.ts'
import { handOverPost } from './hand-over-post.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const operator = { agencyId: 'dinkes', role: 'operator', deputy: false } as const
const newcomer = {
  agencyId: 'dinkes',
  post: 'operator',
  name: 'Gilang Teladan',
  email: 'gilang@dinkes.example',
  day: '2026-11-23',
  decree: '800/2',
  note: '',
  absent: false,
}
/** As a browser sends it: a box that is not ticked is not sent. */
const { absent: _unticked, ...form } = newcomer
const term = { from: '2026-11-23', to: null, decree: '800/1', acting: false, deputy: false }

test('a second head of the same day is refused by the database, in words', async () => {
  const made = await appoint(world.ctx('commsOfficer'), {
    ...term,
    role: 'head',
    agencyId: 'dinkes',
    name: 'Bima Cadangan',
    email: 'bima@dinkes.example',
    acting: true,
  })
  assert.ok(isRefusal(made) && made.refusal === 'conflict')
  assert.match(made.reason, /sudah ada kepala/)
  const person = await world.platform.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', 'bima@dinkes.example')
    .execute()
  assert.deepEqual(person, [], 'nothing of the refused appointment stays')
})

test('an operator hands over in one form: leaver signed out and locked, newcomer invited, record made', async () => {
  const draft = accepted(
    await writeContent(world.ctx('operatorDinkes'), {
      agencyId: 'dinkes',
      kind: 'news',
      theme: 'community',
      title: 'Belum selesai ditulis',
      body: 'Baris pertama.',
    }),
  )
  const leaver = world.as('operatorDinkes')
  assert.equal((await leaver.get('/beranda')).status, 200)
  const answer = await world.as('headDinkes').post('/perangkat-daerah/dinkes/serah-terima', form)
  assert.equal(answer.status, 303)
  const record = await world.as('headDinkes').get(answer.location ?? '')
  assert.match(record.text, /Sari Contoh/)
  assert.match(record.text, /Gilang Teladan/)
  assert.match(record.$('tr:contains("Konten yang belum terbit")').text(), /1/)
  const kept = await world.platform.db.selectFrom('content').select('author_name').where('id', '=', draft.id).execute()
  assert.deepEqual(kept, [{ author_name: 'Gilang Teladan' }])
  const ctx = world.system()
  assert.equal((await holderOn(ctx, operator, '2026-11-22'))?.personName, 'Sari Contoh')
  assert.equal((await holderOn(ctx, operator, '2026-11-23'))?.personName, 'Gilang Teladan')
  const mails = await world.platform.db.selectFrom('mail').select(['recipient', 'subject']).execute()
  assert.ok(mails.some(({ recipient }) => recipient === 'gilang@dinkes.example'))
  const locks = await world.platform.db.selectFrom('person_lock').selectAll().execute()
  assert.equal(locks.length, 1)
})

test('a hand-over of a later day waits for it, and happens once', async () => {
  const made = accepted(
    await handOverPost(world.ctx('headDinkes'), {
      ...newcomer,
      name: 'Laras Susulan',
      email: 'laras@dinkes.example',
      day: '2026-12-01',
    }),
  )
  await world.runJobs()
  const state = async () =>
    world.platform.db.selectFrom('handover').select('done_at').where('id', '=', made.id).executeTakeFirstOrThrow()
  assert.equal((await state()).done_at, null)
  world.at('2026-12-01T01:00:00Z')
  await world.runJobs()
  assert.notEqual((await state()).done_at, null)
  assert.equal((await holderOn(world.system(), operator, '2026-12-01'))?.personName, 'Laras Susulan')
  world.at('2026-11-23T03:00:00Z')
})

test('the head of another agency may not hand over, nor may an operator', async () => {
  assert.equal((await world.as('operatorDishub').get('/perangkat-daerah/dinkes/serah-terima')).status, 404)
  assert.equal((await world.as('operatorDishub').post('/perangkat-daerah/dinkes/serah-terima', form)).status, 403)
  const made = await handOverPost(world.ctx('headDinkes'), { ...newcomer, agencyId: 'dishub' })
  assert.ok(isRefusal(made) && made.refusal === 'forbidden')
})

test('a head delegates approval for stated days; the delegate may approve just then', async () => {
  const [, email] = people.reviewerDinkes
  const { id } = await world.platform.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  const sent = await world.as('headDinkes').post('/perangkat-daerah/dinkes/delegasi', {
    delegateId: id,
    from: '2026-11-24',
    to: '2026-11-26',
    reason: 'dinas luar',
  })
  assert.equal(sent.status, 303)
  for (const [instant, delegated] of [
    ['2026-11-23T16:59:59Z', false],
    ['2026-11-23T17:00:00Z', true],
    ['2026-11-25T16:59:59Z', true],
    ['2026-11-25T17:00:00Z', false],
  ] as const) {
    world.at(instant)
    const actor = await findActingPerson(world.system(), id)
    const held = actor !== null && 'grants' in actor && actor.grants.some(({ role }) => role === 'delegate')
    assert.equal(held, delegated, instant)
  }
  world.at('2026-11-23T03:00:00Z')
})

test('a delegation to somebody who is no reviewer there is refused, with the input kept', async () => {
  const sent = await world.as('headDinkes').post('/perangkat-daerah/dinkes/delegasi', {
    delegateId: 'x',
    from: '2026-11-28',
    to: '2026-11-27',
    reason: '',
  })
  assert.equal(sent.status, 422)
})

test('a correction keeps what was believed before, with its reason; a stale one is a conflict', async () => {
  const ctx = world.ctx('commsOfficer')
  const [head] = (await findAppointments(ctx, 'dinkes')).filter(({ role }) => role === 'head')
  const url = `/jabatan/${head?.id}`
  const form = { from: '2026-01-06', to: '', decree: '800/9', reason: 'salah ketik', version: '1' }
  assert.equal((await world.as('commsOfficer').post(url, { ...form, reason: '' })).status, 422)
  assert.equal((await world.as('commsOfficer').post(url, form)).status, 303)
  assert.equal((await world.as('commsOfficer').post(url, form)).status, 409)
  const event = await world.platform.db
    .selectFrom('event')
    .select(['before', 'after'])
    .where('action', '=', 'appointment.corrected')
    .where('thing_id', '=', head?.id ?? '')
    .executeTakeFirstOrThrow()
  assert.equal((event.before as { from: string }).from, '2026-01-05')
  assert.equal((event.after as { reason: string }).reason, 'salah ketik')
})

test('who holds no office any more is somebody, with no roles', async () => {
  const { id } = await world.platform.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', people.operatorDinkes[1])
    .executeTakeFirstOrThrow()
  const actor = await findActor(world.system(), id)
  assert.deepEqual(actor && 'grants' in actor && actor.grants, [])
})
