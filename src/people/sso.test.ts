import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { people } from '../../test/city.ts'
import { passThrough, type SsoServer, startSso } from '../../test/sso-server.ts'
import { type Answer, openWorld, type World } from '../../test/world.ts'
import { lockPerson, unlockPerson } from './lock.ts'

let world: World
let sso: SsoServer
const [, operator] = people.operatorDinkes
const [, head] = people.headDinkes

before(async () => {
  sso = await startSso('http://localhost:8080/masuk/sso/kembali')
  const { issuer, clientId, clientSecret } = sso
  world = await openWorld({ config: { oidc: { issuer, clientId, clientSecret } } })
  world.at(new Date().toISOString())
  sso.accounts.set('sari', { email: operator.toUpperCase(), verified: true })
  sso.accounts.set('kembaran', { email: operator, verified: true })
  sso.accounts.set('dewi', { email: head, verified: true })
  sso.accounts.set('belum', { email: people.operatorDishub[1], verified: false })
  sso.accounts.set('asing', { email: 'orang@lain.example', verified: true })
})
after(async () => {
  await world.close()
  await sso.close()
})

const cookieOf = ({ headers }: Answer): string => String(headers['set-cookie']).split(';')[0] ?? ''

/** From our door to the server and back; `bend` changes the address on the way there. */
async function comeBy(login: string, bend: (address: URL) => void = () => {}): Promise<Answer> {
  const begun = await world.anyone.get('/masuk/sso?ke=%2Fkasus')
  const address = new URL(begun.location ?? '')
  bend(address)
  const back = await passThrough(address.href, login)
  return world.with(cookieOf(begun)).get(back.pathname + back.search)
}

async function falsified(wrong: Record<string, unknown>): Promise<Answer> {
  sso.falsify = (claims) => ({ ...claims, ...wrong })
  try {
    return await comeBy('sari')
  } finally {
    sso.falsify = null
  }
}

test('the door offers the single sign-on where one is connected', async () => {
  assert.match((await world.anyone.get('/masuk')).text, /Masuk dengan SSO Kota Bekasi/)
})

test('each falsified answer is refused with a word of its own, and signs nobody in', async () => {
  const answers: readonly (readonly [RegExp, Answer])[] = [
    [/nonce berbeda/, await comeBy('sari', (address) => address.searchParams.set('nonce', 'milik-orang-lain'))],
    [/nonce berbeda/, await falsified({ nonce: undefined })],
    [/penerbit berbeda/, await falsified({ iss: 'https://sso.jahat.example' })],
    [/audiens berbeda/, await falsified({ aud: 'aplikasi-lain' })],
    [/tidak dapat diterima/, await falsified({ exp: 1_000_000_000 })],
    [/tidak dapat diterima/, await comeBy('sari', (address) => address.searchParams.set('state', 'lain'))],
    [/belum diverifikasi/, await comeBy('belum')],
    [/Belum ada akun Kentongan untuk orang@lain\.example/, await comeBy('asing')],
  ]
  for (const [words, answer] of answers) {
    assert.ok([403, 409].includes(answer.status), `${answer.status} for ${words}`)
    assert.match(answer.text, words)
    assert.equal(answer.headers['set-cookie'], undefined)
  }
  sso.foreignKey = true
  const foreign = await comeBy('sari')
  sso.foreignKey = false
  assert.equal(foreign.status, 409, 'a signature of another key')
  assert.deepEqual(await world.platform.db.selectFrom('sso_identity').selectAll().execute(), [])
  assert.deepEqual(await world.platform.db.selectFrom('session').selectAll().execute(), [])
})

test('a verified mail links the account once, and then its subject alone counts', async () => {
  const first = await comeBy('sari')
  assert.equal(first.location, '/kasus')
  assert.equal((await world.with(cookieOf(first)).get('/beranda')).status, 200)
  assert.match((await world.with(cookieOf(first)).get('/pengaturan/akun')).text, /SSO Kota Bekasi/)
  sso.accounts.set('sari', { email: 'nama-baru@dinkes.example', verified: false })
  assert.equal((await comeBy('sari')).location, '/kasus', 'linked by issuer and subject')
  const twin = await comeBy('kembaran')
  assert.equal(twin.status, 409)
  assert.match(twin.text, /sudah ditautkan ke akun SSO lain/)
})

test('an answer used again, in another browser, or too late is refused', async () => {
  const begun = await world.anyone.get('/masuk/sso')
  const back = await passThrough(begun.location ?? '', 'sari')
  const url = back.pathname + back.search
  const other = await world.anyone.get(url)
  assert.match(other.text, /peramban lain/)
  const now = world.now()
  world.at(new Date(now.getTime() + 11 * 60_000).toISOString())
  assert.match((await world.with(cookieOf(begun)).get(url)).text, /Waktu untuk masuk sudah habis/)
  world.at(now.toISOString())
  assert.equal((await world.with(cookieOf(begun)).get(url)).status, 303)
  assert.equal((await world.with(cookieOf(begun)).get(url)).status, 409, 'the code is used up')
})

test('a required second factor is owed after it too, unless two were used there; a locked account stays shut', async () => {
  assert.match((await comeBy('dewi')).location ?? '', /^\/masuk\/siapkan/)
  sso.falsify = (claims) => ({ ...claims, amr: ['pwd', 'otp'] })
  assert.equal((await comeBy('dewi')).location, '/kasus')
  sso.falsify = null
  const { actor } = world.ctx('operatorDinkes')
  const personId = 'id' in actor ? actor.id : ''
  await lockPerson(world.system(), { personId, reason: 'pindah tugas' })
  const locked = await comeBy('sari')
  assert.equal(locked.status, 403)
  assert.match(locked.text, /dikunci: pindah tugas/)
  await unlockPerson(world.system(), { personId })
})

test('somebody who says no there comes back with a word', async () => {
  const begun = await world.anyone.get('/masuk/sso')
  const state = new URL(begun.location ?? '').searchParams.get('state')
  const query = new URLSearchParams({ error: 'access_denied', state: state ?? '', iss: sso.issuer })
  const refused = await world.with(cookieOf(begun)).get(`/masuk/sso/kembali?${query}`)
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Anda membatalkannya/)
})

test('a server that does not answer leaves the password', async () => {
  const { close, issuer, clientId, clientSecret } = await startSso('http://localhost:8080/masuk/sso/kembali')
  await close()
  const other = await openWorld({ config: { oidc: { issuer, clientId, clientSecret } } })
  const answer = await other.anyone.get('/masuk/sso')
  assert.equal(answer.status, 409)
  assert.match(answer.text, /tidak dapat dihubungi/)
  await other.close()
})
