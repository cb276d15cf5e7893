import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { people } from '../../test/city.ts'
import { type Answer, openWorld, type World } from '../../test/world.ts'
import { transaction } from '../platform/transaction.ts'
import { lockPerson, unlockPerson } from './lock.ts'
import { setPassword } from './person.ts'

let world: World
let personId: string
const password = 'kentongan-bertalu-talu'
const [, email] = people.operatorDinkes

before(async () => {
  world = await openWorld()
  const { actor } = world.ctx('operatorDinkes')
  personId = 'id' in actor ? actor.id : ''
  await transaction(world.system(), (ctx) => setPassword(ctx, personId, password))
})
after(() => world.close())

const cookieOf = ({ headers }: Answer): string => String(headers['set-cookie']).split(';')[0] ?? ''
const enter = async (): Promise<string> => cookieOf(await world.anyone.post('/masuk', { email, password }))
const isIn = async (cookie: string): Promise<boolean> => (await world.with(cookie).get('/beranda')).status === 200

test('sessions are listed, and each is ended by itself', async () => {
  const [here, there] = [await enter(), await enter()]
  const page = await world.with(here).get('/pengaturan/akun')
  const ends = page
    .$('form[action$="/penutupan"]')
    .toArray()
    .map((form) => page.$(form).attr('action') ?? '')
  assert.equal(ends.length, 1, 'the present session is not offered')
  assert.match(page.text, /Perangkat ini/)
  assert.equal((await world.with(here).post(ends[0] ?? '')).location, '/pengaturan/akun')
  assert.equal(await isIn(there), false)
  assert.equal(await isIn(here), true)
  assert.equal((await world.with(here).post(ends[0] ?? '')).status, 404, 'it is gone')
})

test('a session of somebody else cannot be ended', async () => {
  const here = await enter()
  const { id } = await world.platform.db.selectFrom('session').select('id').executeTakeFirstOrThrow()
  for (const other of [id, 'x', ''])
    assert.equal((await world.as('commsHead').post(`/pengaturan/akun/sesi/${other}/penutupan`)).status, 404)
  assert.equal(await isIn(here), true)
})

test('a cookie copied before signing out is dead after it', async () => {
  const cookie = await enter()
  assert.equal(await isIn(cookie), true)
  await world.with(cookie).post('/keluar')
  assert.equal(await isIn(cookie), false)
  assert.equal((await world.with(cookie).post('/keluar/semua')).status, 401)
})

test('a new password ends all other sessions', async () => {
  const [here, there] = [await enter(), await enter()]
  const as = world.with(here)
  const fields = { password, next: 'kentongan-baru-sekali' }
  assert.equal((await as.post('/pengaturan/akun/kata-sandi', { ...fields, password: 'bukan ini' })).status, 422)
  assert.equal((await as.post('/pengaturan/akun/kata-sandi', { ...fields, next: 'pendek' })).status, 422)
  assert.equal((await as.post('/pengaturan/akun/kata-sandi', fields)).location, '/pengaturan/akun')
  assert.deepEqual([await isIn(here), await isIn(there)], [true, false])
  await transaction(world.system(), (ctx) => setPassword(ctx, personId, password))
})

test('locking ends all sessions and says at the door what to do; only who knows the password reads it', async () => {
  const cookie = await enter()
  await lockPerson(world.system(), { personId, reason: 'tidak dipakai selama 90 hari' })
  await lockPerson(world.system(), { personId, reason: 'dua kali' })
  assert.equal(await isIn(cookie), false)
  const refused = await world.anyone.post('/masuk', { email, password })
  assert.equal(refused.status, 403)
  assert.match(refused.text, /dikunci: tidak dipakai selama 90 hari\. Mintalah kepala/)
  const guess = await world.anyone.post('/masuk', { email, password: 'salah sekali' })
  assert.match(guess.text, /Alamat surel atau kata sandi salah/)
  await unlockPerson(world.system(), { personId })
  assert.equal(await isIn(await enter()), true)
})

test('locking at the moment of signing in leaves no session behind', async () => {
  await Promise.all([
    ...Array.from({ length: 4 }, () => world.anyone.post('/masuk', { email, password })),
    lockPerson(world.system(), { personId, reason: 'pindah tugas' }),
  ])
  const open = await world.platform.db.selectFrom('session').select('id').where('person_id', '=', personId).execute()
  assert.deepEqual(open, [])
  await unlockPerson(world.system(), { personId })
})
