import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openXWorld, type XWorld } from '../../test/x-world.ts'
import { isRefusal } from '../platform/refusal.ts'
import type { SocialAccount } from './account.ts'
import { askX } from './ask-x.ts'
import { findBudget, spentIn } from './budget.ts'
import { saveConnection } from './connect-account.ts'
import { findAccount } from './find-accounts.ts'
import { findCosts } from './find-costs.ts'
import { findHalt } from './halt.ts'
import { lookForMentions, looking } from './look-for-mentions.ts'
import { resumeCalls } from './resume-calls.ts'
import { createPost, postsBy, whoAmI } from './x/client.ts'
import { uploadMedia } from './x/upload-media.ts'

let world: XWorld
let account: SocialAccount
before(async () => {
  world = await openXWorld()
  account = await world.connect('dinkes_contoh')
  await world.runJobs()
})
after(() => world.close())
beforeEach(() => world.wait(3600))

const ask = <T>(call: Parameters<typeof askX<T>>[2]) => askX<T>(world.system(), account.id, call)
const spent = () => spentIn(world.system(), `${world.now().toISOString().slice(0, 7)}-01`)
const callsOf = (name: string): number => world.x.calls.filter((call) => call === name).length

test('a window that was told full is not asked again, by any worker, until it opens', async () => {
  const answers: string[] = []
  for (let i = 0; i < 20; i += 1) {
    const some = await Promise.all(Array.from({ length: 5 }, () => ask((x, token) => whoAmI(x, token))))
    answers.push(...some.map((answer) => (answer.ok ? 'ok' : answer.error.kind)))
  }
  assert.equal(answers.filter((kind) => kind === 'ok').length, 75)
  assert.equal(answers.filter((kind) => kind === 'rate-limited').length, 25)
  assert.equal(callsOf('GET /2/users/me'), 75)
  assert.deepEqual(world.x.beyondLimit, [])
  world.wait(901)
  assert.ok((await ask((x, token) => whoAmI(x, token))).ok)
})

test('a refusal that names a time is kept, though X says nothing else; a clock of X ten minutes off does not shorten it', async () => {
  world.x.skew(600_000)
  world.x.fail({ kind: 'rate-limited', method: 'GET', path: '/2/users/me', seconds: 120 })
  await ask((x, token) => whoAmI(x, token))
  const before = world.x.calls.length
  world.wait(110)
  const answer = await ask((x, token) => whoAmI(x, token))
  assert.ok(!answer.ok && answer.error.kind === 'rate-limited')
  assert.equal(world.x.calls.length, before)
  world.wait(15)
  assert.ok((await ask((x, token) => whoAmI(x, token))).ok)
  world.x.skew(0)
})

test('the ledger is what X charged, item by item', async () => {
  const bytes = Buffer.alloc(100, 1)
  const announcement = await ask((x, token) => createPost(x, token, { text: 'Pengumuman' }))
  const id = announcement.ok ? announcement.value : ''
  await world.platform.db
    .insertInto('post')
    .values({
      id: '01930000-0000-7000-8000-000000000001',
      ...{ agency_id: 'dinkes', account_id: account.id, purpose: 'broadcast', text: 'Pengumuman', theme: 'community' },
      ...{ state: 'published', state_since: world.now(), author_id: '', author_name: '', created_at: world.now() },
      ...{ external_id: id, published_at: world.now() },
    })
    .execute()
  await ask((x, token) => createPost(x, token, { text: 'Lanjutannya', inReplyTo: id }))
  await ask((x, token) => createPost(x, token, { text: 'Buka dinkes.bekasikota.go.id' }))
  await ask((x, token) => createPost(x, token, { text: 'Pengumuman' }))
  await ask((x, token) => uploadMedia(x, token, { type: 'image/png', bytes, alt: 'Loket' }))
  const mention = world.x.writeAs('warga_a', { text: '@dinkes_contoh antre lama' })
  await lookForMentions(world.system(), { accountId: account.id })
  await ask((x, token) => createPost(x, token, { text: 'Maaf', inReplyTo: mention.id }))
  await ask((x, token, userId) => postsBy(x, token, userId, {}))
  await ask((x, token, userId) => postsBy(x, token, userId, {}))
  const lines = await findCosts(world.ctx('commsHead'), '2026-11')
  assert.deepEqual(
    Object.fromEntries(lines.map(({ item, quantity, micros }) => [item, { quantity, micros }])),
    world.x.state().bill,
  )
  assert.equal(await spent(), world.x.charged())
})

test('the next day of X begins at 7 in the morning in Bekasi, and reads cost again', async () => {
  const read = () => ask((x, token, userId) => postsBy(x, token, userId, {}))
  await read()
  const before = await spent()
  world.at('2026-11-23T23:59:00Z')
  await read()
  assert.equal(await spent(), before)
  world.at('2026-11-24T00:01:00Z')
  await read()
  assert.ok((await spent()) > before)
  assert.equal(await spent(), world.x.charged())
})

test('a write without an answer is charged as not certain', async () => {
  world.x.fail({ kind: 'cut-after', method: 'POST', path: '/2/tweets' })
  await ask((x, token) => createPost(x, token, { text: 'Tidak pasti' }))
  const lines = await findCosts(world.ctx('commsHead'), '2026-11')
  assert.equal(
    lines.reduce((sum, { uncertain }) => sum + uncertain, 0),
    15_000,
  )
  assert.equal(await spent(), world.x.charged())
})

test('two workers renew a token once, and the new pair is used by both', async () => {
  world.wait(7200)
  const before = world.x.calls.filter((call) => call === 'POST /2/oauth2/token').length
  const answers = await Promise.all([1, 2, 3].map(() => ask((x, token, userId) => postsBy(x, token, userId, {}))))
  assert.ok(answers.every(({ ok }) => ok))
  assert.equal(world.x.calls.filter((call) => call === 'POST /2/oauth2/token').length, before + 1)
})

async function reconnect(): Promise<void> {
  const { id, accessToken, refreshToken } = world.x.signIn('dinkes_contoh')
  const expires = new Date(world.now().getTime() + 7_200_000)
  const tokens = { accessToken, refreshToken, expires }
  const found = await findAccount(world.system(), account.id)
  await saveConnection(world.ctx('operatorDinkes'), found, tokens, { id, username: account.handle, name: '' })
}

const mails = () =>
  world.platform.db
    .selectFrom('mail')
    .select(['recipient', 'subject'])
    .where('subject', 'like', '%perlu disambungkan%')
    .execute()

test('a renewal whose answer is lost: reconnect, its holders are told, nothing is lost', async () => {
  world.wait(7200)
  world.x.fail({ kind: 'cut-after', method: 'POST', path: '/2/oauth2/token' })
  const lost = await ask((x, token, userId) => postsBy(x, token, userId, {}))
  assert.ok(!lost.ok && lost.error.kind === 'unreachable')
  world.x.writeAs('warga_b', { text: '@dinkes_contoh saat terputus' })
  await lookForMentions(world.system(), { accountId: account.id })
  assert.equal((await findAccount(world.system(), account.id)).state, 'needs-reconnecting')
  const recipients = (await mails()).map(({ recipient }) => recipient).sort()
  assert.deepEqual(recipients, ['kepala@dinkes.example', 'operator@dinkes.example'])
  assert.match((await world.as('operatorDinkes').get('/beranda')).text, /Akun perlu disambungkan lagi/)
  await reconnect()
  await world.runJobs()
  const cases = await world.platform.db.selectFrom('cases').select('subject').execute()
  assert.ok(cases.some(({ subject }) => subject === 'saat terputus'))
})

test('access taken away is noticed within a look', async () => {
  world.x.revokeAll()
  await lookForMentions(world.system(), { accountId: account.id })
  assert.equal((await findAccount(world.system(), account.id)).state, 'needs-reconnecting')
  await reconnect()
})

test('no credit stops all calls of the app until a person says so', async () => {
  world.x.fail({ kind: 'usage-capped' })
  await lookForMentions(world.system(), { accountId: account.id })
  const before = world.x.calls.length
  await lookForMentions(world.system(), { accountId: account.id })
  assert.equal(world.x.calls.length, before)
  assert.match((await world.as('commsHead').get('/beranda')).text, /kredit habis/)
  await resumeCalls(world.ctx('commsHead'))
  assert.ok((await ask((x, token, userId) => postsBy(x, token, userId, {}))).ok)
})

test('a budget warns, stops all calls, and lets them go on when it is raised or the month is over', async () => {
  const head = world.as('commsHead')
  const form = { month: '2026-11', warnPercent: '80', stops: 'ya' }
  const dollars = ((await spent()) / 1e6) * 1.1
  const set = (amount: string) => head.post('/kanal/biaya/anggaran', { ...form, dollars: amount })
  assert.equal((await set('0')).status, 422)
  assert.equal((await set(dollars.toFixed(2).replace('.', ','))).status, 303)
  assert.match((await head.get('/beranda')).text, /Anggaran X hampir terpakai/)
  assert.match((await head.get('/kanal/biaya')).text, /hampir terpakai/)
  for (let i = 0; i < 10 && !(await findHalt(world.system())); i += 1)
    await ask((x, token) => createPost(x, token, { text: `Siaran bekasikota.go.id ${i}` }))
  assert.equal((await findHalt(world.system()))?.cause, 'budget')
  assert.match((await head.get('/beranda')).text, /anggaran habis/)
  const stopped = await ask((x, token, userId) => postsBy(x, token, userId, {}))
  assert.ok(!stopped.ok && stopped.error.kind === 'halted')
  assert.ok(isRefusal(await resumeCalls(world.ctx('commsHead'))))
  await set('1000')
  assert.equal(await resumeCalls(world.ctx('commsHead')), undefined)
  await set('0,01')
  await ask((x, token) => createPost(x, token, { text: 'Satu lagi' }))
  assert.equal((await findHalt(world.system()))?.cause, 'budget')
  world.at('2026-12-01T00:10:00Z')
  assert.equal((await findBudget(world.system(), '2026-12-01'))?.micros, 10_000)
  await looking.run(world.system(), {})
  assert.equal(await findHalt(world.system()), undefined)
})

test('the cost page opens the list behind each figure; a head sees the own agency, an operator nothing', async () => {
  const page = await world.as('headDinkes').get('/kanal/biaya?bulan=2026-11')
  assert.equal(page.status, 200)
  assert.doesNotMatch(page.text, /Anggaran/)
  const list = page.$('a[href*="butir=link-post"]').attr('href') ?? ''
  assert.match((await world.as('headDinkes').get(list)).text, /Siaran dengan tautan/)
  assert.equal((await world.as('operatorDinkes').get('/kanal/biaya')).status, 404)
  assert.equal((await world.as('commsOfficer').post('/kanal/biaya/anggaran', {})).status, 403)
})
