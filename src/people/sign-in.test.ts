import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { people } from '../../test/city.ts'
import { openWorld, type World } from '../../test/world.ts'
import { addPerson } from '../agencies/add-person.ts'
import { accepted } from '../platform/refusal.ts'

let world: World
const [, email] = people.operatorDinkes
const password = 'kentongan-bertalu-talu'

before(async () => {
  world = await openWorld()
  const [name, , role, agencyId] = people.operatorDinkes
  accepted(await addPerson(world.system(), { name, email, role, agencyId, password }))
})
after(() => world.close())

const cookieOf = (headers: Record<string, unknown>): string => String(headers['set-cookie']).split(';')[0] ?? ''

test('the right password opens a session and leads to where one wanted to go', async () => {
  const answer = await world.anyone.post('/masuk', { email: email.toUpperCase(), password, ke: '/kasus' })
  assert.equal(answer.status, 303)
  assert.equal(answer.location, '/kasus')
  assert.match(String(answer.headers['set-cookie']), /kentongan=.+; Path=\/; HttpOnly; SameSite=Lax/)
  const home = await world.anyone.get('/beranda', { cookie: cookieOf(answer.headers) })
  assert.equal(home.status, 200)
  assert.match(home.text, /Sari Contoh/)
})

test('another site cannot be the place to go after signing in', async () => {
  for (const ke of ['https://jahat.example/', '//jahat.example/', '/\\jahat.example'])
    assert.equal((await world.anyone.post('/masuk', { email, password, ke })).location, '/beranda')
})

test('a wrong password and an unknown address get the same words, and the address is kept', async () => {
  const wrong = await world.anyone.post('/masuk', { email, password: 'salah sekali' })
  const unknown = await world.anyone.post('/masuk', { email: 'tidak@ada.example', password: 'salah sekali' })
  for (const answer of [wrong, unknown]) {
    assert.equal(answer.status, 422)
    assert.match(answer.text, /Alamat surel atau kata sandi salah/)
  }
  assert.equal(wrong.$('input[name=email]').val(), email)
  assert.equal(wrong.$('input[name=password]').val() ?? '', '')
})

test('after ten failures the account waits fifteen minutes, even with the right password', async () => {
  const start = world.now()
  for (let i = 0; i < 10; i++) await world.anyone.post('/masuk', { email, password: 'salah sekali' })
  const locked = await world.anyone.post('/masuk', { email, password })
  assert.equal(locked.status, 422)
  assert.match(locked.text, /Tunggu 15 menit/)
  world.at(new Date(start.getTime() + 16 * 60_000).toISOString())
  assert.equal((await world.anyone.post('/masuk', { email, password })).status, 303)
})

test('signing out everywhere ends every session', async () => {
  const first = cookieOf((await world.anyone.post('/masuk', { email, password })).headers)
  const second = cookieOf((await world.anyone.post('/masuk', { email, password })).headers)
  await world.platform.db.selectFrom('session').selectAll().execute()
  await world.as('operatorDinkes').post('/keluar/semua')
  for (const cookie of [first, second]) {
    const answer = await world.anyone.get('/beranda', { cookie })
    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/masuk?ke=%2Fberanda')
  }
})

test('a session ends twelve hours after its last use', async () => {
  const cookie = cookieOf((await world.anyone.post('/masuk', { email, password })).headers)
  world.at(new Date(world.now().getTime() + 13 * 3_600_000).toISOString())
  assert.equal((await world.anyone.get('/beranda', { cookie })).status, 303)
})

test('a form sent after the session ended is refused, and what was written is still there', async () => {
  const answer = await world.anyone.post('/keluar/semua', { catatan: 'tulisan <b>panjang</b>' })
  assert.equal(answer.status, 401)
  assert.equal(answer.$('input[name=catatan]').val(), 'tulisan <b>panjang</b>')
})

test('a form sent by a page of another site is refused', async () => {
  const response = await world.app.inject({
    method: 'POST',
    url: '/masuk',
    headers: {
      host: 'localhost',
      origin: 'https://jahat.example',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ email, password }).toString(),
  })
  assert.equal(response.statusCode, 403)
})
