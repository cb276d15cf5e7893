import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { people } from '../../test/city.ts'
import { openWorld, type World } from '../../test/world.ts'
import { networkOf } from '../platform/auth/sign-in-limit.ts'
import { transaction } from '../platform/transaction.ts'
import { setPassword } from './person.ts'

let world: World
const password = 'kentongan-bertalu-talu'
const [, email] = people.operatorDinkes
/** The issue says 10,000, which `GUESSES=10000` tries; the limits are reached long before. */
const guesses = Number(process.env.GUESSES ?? 300)

before(async () => {
  world = await openWorld()
  for (const member of ['operatorDinkes', 'operatorDishub'] as const) {
    const { actor } = world.ctx(member)
    await transaction(world.system(), (ctx) => setPassword(ctx, 'id' in actor ? actor.id : '', password))
  }
})
after(() => world.close())

/** A try from this address; the proxy before us names it. Answers `in`, `wrong` (the password was looked at) or `stopped`. */
async function attempt(from: string, account: string, secret: string): Promise<'in' | 'wrong' | 'stopped'> {
  const { statusCode, body } = await world.app.inject({
    method: 'POST',
    url: '/masuk',
    headers: {
      host: 'localhost',
      'x-forwarded-for': from,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ email: account, password: secret }).toString(),
  })
  if (statusCode === 303) return 'in'
  if (statusCode === 429 || /Tunggu 15 menit/.test(body)) return 'stopped'
  assert.match(body, /Alamat surel atau kata sandi salah/)
  return 'wrong'
}

/** All of them, 40 at a time, as somebody in a hurry would. Answers how many passwords were looked at. */
async function attack(name: string, guess: (i: number) => Promise<string>): Promise<number> {
  const start = performance.now()
  let looked = 0
  let next = 0
  const one = async (): Promise<void> => {
    for (let i = next++; i < guesses; i = next++) if ((await guess(i)) === 'wrong') looked++
  }
  await Promise.all(Array.from({ length: 40 }, one))
  const seconds = (performance.now() - start) / 1000
  console.log(`${name}: ${guesses} guesses in ${seconds.toFixed(1)} s, ${looked} compared with a password`)
  return looked
}

const later = (): void => world.at(new Date(world.now().getTime() + 16 * 60_000).toISOString())

test('many guesses on one account from one address: ten are looked at, and the owner elsewhere comes in', async () => {
  const looked = await attack('one account, one address', (i) => attempt('203.0.113.7', email, `tebakan-${i}`))
  assert.equal(looked, 10)
  assert.equal(await attempt('203.0.113.7', email, password), 'stopped')
  assert.equal(await attempt('198.51.100.1', email, password), 'in')
})

test('many guesses on one account from as many addresses: forty are looked at', async () => {
  later()
  const looked = await attack('one account, many addresses', (i) =>
    attempt(`10.${i >> 8}.${i & 255}.9`, email, `tebakan-${i}`),
  )
  assert.equal(looked, 40)
  assert.equal(await attempt('198.51.100.1', email, password), 'stopped', 'the owner waits too, or takes another key')
  assert.equal(await attempt('198.51.100.1', people.operatorDishub[1], password), 'in', 'others do not')
  later()
  assert.equal(await attempt('198.51.100.1', email, password), 'in')
})

test('one guess on each of many accounts from one address: fifty are looked at, people elsewhere notice nothing', async () => {
  later()
  const looked = await attack('many accounts, one address', (i) =>
    attempt('203.0.113.8', i === 7 ? email : `orang-${i}@contoh.example`, 'tebakan-sama'),
  )
  assert.equal(looked, 50)
  assert.equal(await attempt('203.0.113.8', email, password), 'stopped')
  assert.equal(await attempt('198.51.100.2', email, password), 'in')
})

test('an office behind one address signs in all morning without using up its tries', async () => {
  later()
  for (let i = 0; i < 55; i++) assert.equal(await attempt('198.51.100.9', email, password), 'in')
})

test('an address stands for its network', () => {
  assert.equal(networkOf('192.0.2.1'), '192.0.2.1')
  assert.equal(networkOf('::ffff:192.0.2.1'), '192.0.2.1')
  assert.equal(networkOf('2001:db8:1:2:3::4'), networkOf('2001:db8:1:2:ffff::1'))
  assert.notEqual(networkOf('2001:db8:1:2::1'), networkOf('2001:db8:1:3::1'))
  assert.equal(networkOf('unknown'), 'unknown')
})
