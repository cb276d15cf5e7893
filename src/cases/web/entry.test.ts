import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { answerCase } from '../answer-case.ts'
import { findCase } from '../find-case.ts'
import { parseTicket } from '../ticket.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const word = {
  channel: 'phone',
  kind: 'complaint',
  class: 'plain',
  text: 'Antrean loket puskesmas sejak pagi tidak bergerak.',
  receivedOn: '2026-11-20T09:15',
  name: 'Warga Contoh',
  contact: '0812-0000-0001',
}

const ticketIn = (location: string | undefined): string => parseTicket(location?.split('/').at(-1) ?? '') ?? ''

it('a case told by telephone counts from when it reached the city, and its person is sealed', async () => {
  const { status, location } = await world.as('operatorDinkes').post('/kasus/baru', word)
  assert.equal(status, 303)
  const found = await findCase(world.ctx('operatorDinkes'), ticketIn(location))
  assert.equal(found.agencyId, 'dinkes')
  assert.equal(found.receivedAt.toISOString(), '2026-11-20T02:15:00.000Z')
  assert.ok(found.hasReporter)
  const { rows } = await world.platform.db
    .selectFrom('cases')
    .innerJoin('reporter', 'reporter.id', 'cases.reporter_id')
    .select(['sealed', 'origin'])
    .where('ticket', '=', found.ticket)
    .execute()
    .then((rows) => ({ rows }))
  assert.doesNotMatch(rows[0]?.sealed ?? '', /Warga|0812/)
  assert.deepEqual(rows[0]?.origin, { system: 'entry' })
})

it('says what is missing, keeps what was typed, and takes nothing from the future', async () => {
  const { status, $ } = await world
    .as('operatorDinkes')
    .post('/kasus/baru', { ...word, channel: '', text: '', receivedOn: '2026-11-23T10:01' })
  assert.equal(status, 422)
  assert.equal($('[name=contact]').val(), word.contact)
  const summary = $('[role=alert]').text()
  assert.match(summary, /tidak boleh lebih kemudian/)
  assert.match(summary, /dari mana/)
  const late = await world.as('operatorDinkes').post('/kasus/baru', { ...word, channel: 'form' })
  assert.equal(late.status, 422)
})

it('a link tells its channel, and leads to the case it has whoever pastes it again', async () => {
  const link = 'https://www.instagram.com/p/Contoh1/?igsh=abc'
  const first = await world.as('operatorDinkes').post('/kasus/baru', { ...word, channel: '', link })
  assert.equal(first.status, 303)
  const again = await world.as('operatorDinkes').post('/kasus/baru', { ...word, link: 'instagram.com/p/Contoh1' })
  assert.equal(again.location, first.location)
  const elsewhere = await world.as('operatorDishub').post('/kasus/baru', { ...word, link })
  assert.equal(elsewhere.status, 409)
  assert.match(elsewhere.$('[role=alert]').text(), /DINKES\/2026/)
  assert.doesNotMatch(elsewhere.text, /KB-/)
})

it('an answer on a platform without an adapter is public when somebody wrote down where it stands', async () => {
  const entered = await world
    .as('operatorDinkes')
    .post('/kasus/baru', { ...word, link: 'https://instagram.com/p/Contoh2' })
  const ticket = ticketIn(entered.location)
  const answered = await answerCase(world.ctx('operatorDinkes'), {
    ticket,
    text: 'Loket sudah ditambah.',
    final: true,
    version: 1,
  })
  assert.ok('answerId' in answered && !answered.public)
  const page = await world.as('operatorDinkes').get(`/kasus/${ticket}`)
  const href = page.$('a:contains("Catat sudah dikirim")').attr('href') ?? ''
  assert.equal((await world.as('operatorDinkes').get(href)).status, 200)
  const sent = (link: string, at = '2026-11-23T09:30') => world.as('operatorDinkes').post(href, { link, at })
  assert.equal((await sent('https://facebook.com/1')).status, 422)
  assert.equal((await sent('https://instagram.com/p/Contoh2/c/1', '2026-11-23T11:00')).status, 422)
  assert.equal((await sent('https://instagram.com/p/Contoh2/c/1', '2026-11-20T11:00')).status, 422)
  assert.equal((await world.as('operatorDishub').post(href, { link: 'https://instagram.com/p/2', at: '' })).status, 404)
  assert.equal((await sent('https://instagram.com/p/Contoh2/c/1')).status, 303)
  const found = await findCase(world.ctx('operatorDinkes'), ticket)
  assert.equal(found.state, 'answered')
  const answer = found.messages.find(({ author }) => author === 'agency')
  assert.deepEqual(
    [answer?.url, answer?.publicAt?.toISOString()],
    ['https://instagram.com/p/Contoh2/c/1', '2026-11-23T02:30:00.000Z'],
  )
})

it('comms enter for any agency, others for their own, readers for none', async () => {
  assert.equal((await world.as('commsOfficer').post('/kasus/baru', { ...word, agencyId: 'dishub' })).status, 303)
  assert.equal((await world.as('commsOfficer').post('/kasus/baru', word)).status, 422)
  assert.equal((await world.as('operatorDinkes').post('/kasus/baru', { ...word, agencyId: 'dishub' })).status, 403)
  assert.equal((await world.as('auditor').post('/kasus/baru', { ...word, agencyId: 'dishub' })).status, 403)
  assert.equal((await world.as('auditor').get('/kasus/baru')).status, 404)
})

it('keeps photos without what the camera told, and refuses what is none', async () => {
  const svg = { files: { filename: 'foto.jpg', bytes: Buffer.from('<svg onload="alert(1)"/>') } }
  const refused = await world.as('operatorDinkes').post('/kasus/baru', { ...word, link: 'https://wa.me/1' }, svg)
  assert.equal(refused.status, 422)
  assert.match(refused.$('[role=alert]').text(), /foto.jpg/)
})
