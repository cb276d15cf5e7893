import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { people } from '../../test/city.ts'
import { type Answer, openWorld, type World } from '../../test/world.ts'
import { addPerson } from '../agencies/add-person.ts'
import { accepted } from '../platform/refusal.ts'
import { invite } from './invite.ts'
import { lockPerson, unlockPerson } from './lock.ts'
import { resetAccess } from './reset-access.ts'

let world: World
let personId: string
const email = 'baru@dinkes.example'
const password = 'kentongan-bertalu-talu'
const next = 'gardu-ronda-malam-ini'

before(async () => {
  world = await openWorld()
  const person = { name: 'Nia Pengandaian', email, role: 'contributor', agencyId: 'dinkes', password: null }
  personId = accepted(await addPerson(world.system(), person)).id
})
after(() => world.close())

const later = (hours: number): void => world.at(new Date(world.now().getTime() + hours * 3_600_000).toISOString())
const cookieOf = ({ headers }: Answer): string => String(headers['set-cookie']).split(';')[0] ?? ''

/** The address in the newest mail to somebody. */
async function linkTo(recipient: string): Promise<string> {
  const { body } = await world.platform.db
    .selectFrom('mail')
    .select('body')
    .where('recipient', '=', recipient)
    .where('body', 'like', '%http%')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return new URL(/https?:\/\/\S+/.exec(body)?.[0] ?? '').pathname
}
const invited = async (): Promise<string> => {
  await invite(world.system(), { personId })
  return linkTo(email)
}
const askedReset = async (address = email): Promise<Answer> => {
  const answer = await world.anyone.post('/masuk/lupa', { email: address })
  await world.runJobs()
  return answer
}

test('an invitation opens the account once', async () => {
  const link = await invited()
  assert.match(link, /^\/undangan\//)
  assert.equal((await world.anyone.get(link)).status, 200)
  const weak = await world.anyone.post(link, { email, password: 'pendek' })
  assert.equal(weak.status, 422)
  assert.match(weak.text, /paling sedikit 10/)
  const done = await world.anyone.post(link, { email: email.toUpperCase(), password })
  assert.equal(done.location, '/beranda')
  assert.equal((await world.with(cookieOf(done)).get('/beranda')).status, 200)
  for (const again of [await world.anyone.get(link), await world.anyone.post(link, { email, password: next })]) {
    assert.equal(again.status, 410)
    assert.match(again.text, /sudah pernah dipakai.*Mintalah undangan baru/s)
  }
  assert.equal((await world.anyone.post('/masuk', { email, password })).status, 303)
})

test('a forwarded invitation is refused, with what to do; the right person can still use it', async () => {
  const link = await invited()
  const other = await world.anyone.post(link, { email: 'teman@dinkes.example', password })
  assert.equal(other.status, 422)
  assert.match(other.text, /alamat surel lain dan tidak dapat diteruskan/)
  assert.ok(!(await world.anyone.get(link)).text.includes(email), 'the page does not tell the address')
  const signedIn = await world.as('operatorDishub').post(link, { email, password })
  assert.equal(signedIn.status, 409)
  assert.match(signedIn.text, /sedang masuk sebagai Agus Rekaan/)
  assert.equal((await world.anyone.post(link, { email, password })).status, 303)
})

test('an invitation ends after seven days, when a newer one leaves, and when the address changes', async () => {
  const old = await invited()
  const newer = await invited()
  assert.equal((await world.anyone.get(old)).status, 410)
  later(7 * 24 + 1)
  const late = await world.anyone.post(newer, { email, password })
  assert.equal(late.status, 410)
  assert.match(late.text, /masanya habis/)
  const moved = await invited()
  await world.platform.db
    .updateTable('person')
    .set({ email: 'pindah@dinkes.example' })
    .where('id', '=', personId)
    .execute()
  assert.equal((await world.anyone.get(moved)).status, 410)
  await world.platform.db.updateTable('person').set({ email }).where('id', '=', personId).execute()
  assert.equal((await world.anyone.get('/undangan/tidak-ada')).status, 404)
})

test('of two uses at the same time one comes too late', async () => {
  const link = await invited()
  const answers = await Promise.all([1, 2, 3].map(() => world.anyone.post(link, { email, password })))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409])
})

test('a locked account is not opened by an invitation, and the link stays good', async () => {
  const link = await invited()
  await lockPerson(world.system(), { personId, reason: 'pindah tugas' })
  const refused = await world.anyone.post(link, { email, password })
  assert.equal(refused.status, 403)
  assert.match(refused.text, /dikunci: pindah tugas/)
  await unlockPerson(world.system(), { personId })
  assert.equal((await world.anyone.post(link, { email, password })).status, 303)
})

test('asking for a reset never tells whether the address exists', async () => {
  const known = await askedReset()
  const unknown = await askedReset('tidak@ada.example')
  for (const answer of [known, unknown]) assert.equal(answer.location, '/masuk')
  assert.equal(known.headers['set-cookie']?.toString(), unknown.headers['set-cookie']?.toString())
  const mails = await world.platform.db
    .selectFrom('mail')
    .select('id')
    .where('recipient', '=', 'tidak@ada.example')
    .execute()
  assert.deepEqual(mails, [])
})

test('a reset gives a new password once and ends all sessions; too many are not mailed', async () => {
  later(2)
  const cookie = cookieOf(await world.anyone.post('/masuk', { email, password }))
  for (let i = 0; i < 10; i++) await world.anyone.post('/masuk', { email, password: 'salah sekali' })
  await askedReset()
  const link = await linkTo(email)
  assert.match(link, /^\/masuk\/atur-ulang\//)
  assert.equal((await world.anyone.post(link, { password: 'pendek' })).status, 422)
  assert.equal((await world.anyone.post(link, { password: next })).location, '/masuk')
  assert.equal((await world.with(cookie).get('/beranda')).status, 303)
  const again = await world.anyone.post(link, { password: 'sekali lagi saja' })
  assert.equal(again.status, 410)
  assert.match(again.text, /Mintalah tautan baru/)

  const count = async () =>
    (await world.platform.db.selectFrom('mail').select('id').where('subject', '=', 'Kata sandi Kentongan').execute())
      .length
  const before = await count()
  for (let i = 0; i < 5; i++) await askedReset()
  assert.equal((await count()) - before, 2, 'three an hour')
  later(2)
  await askedReset()
  const late = await linkTo(email)
  later(2)
  assert.equal((await world.anyone.get(late)).status, 410)
  assert.equal((await world.anyone.post('/masuk', { email, password: next })).status, 303)
})

test('who lost everything starts again from an invitation', async () => {
  const cookie = cookieOf(await world.anyone.post('/masuk', { email, password: next }))
  await resetAccess(world.system(), { personId })
  assert.equal((await world.with(cookie).get('/beranda')).status, 303)
  assert.equal((await world.anyone.post('/masuk', { email, password: next })).status, 422)
  assert.equal((await world.anyone.post(await linkTo(email), { email, password })).location, '/beranda')
})

test('the outbox is read by those who may, with its links only where no mail leaves', async () => {
  const list = await world.as('commsHead').get('/pengaturan/surat-keluar')
  assert.equal(list.status, 200)
  const href = list.$('tbody a').first().attr('href') ?? ''
  await invite(world.system(), { personId })
  const newest = (await world.as('commsHead').get('/pengaturan/surat-keluar')).$('tbody a').first().attr('href') ?? ''
  assert.match((await world.as('commsHead').get(newest)).text, /\/undangan\/[\w-]{40,}/)
  for (const member of ['operatorDinkes', 'commsOfficer', 'auditor'] as const) {
    assert.equal((await world.as(member).get('/pengaturan/surat-keluar')).status, 404)
    assert.equal((await world.as(member).get(href)).status, 404)
  }
  world.platform.config.smtpUrl = 'smtp://127.0.0.1:1'
  const hidden = await world.as('commsHead').get(newest)
  world.platform.config.smtpUrl = null
  assert.doesNotMatch(hidden.text, /\/undangan\/[\w-]{40,}/)
  assert.match(hidden.text, /tautan disembunyikan/)
  assert.equal(people.commsHead[2], 'comms-head')
})
