import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { people } from '../../test/city.ts'
import { codeOf } from '../../test/codes.ts'
import { type Answer, openWorld, type World } from '../../test/world.ts'
import { transaction } from '../platform/transaction.ts'
import { setPassword } from './person.ts'
import { owed, waiveSecondFactor } from './second-factor.ts'

let world: World
const password = 'kentongan-bertalu-talu'
const [, operator] = people.operatorDinkes
const [, head] = people.headDinkes

before(async () => {
  world = await openWorld()
  for (const email of [operator, head]) {
    const { id } = await world.platform.db
      .selectFrom('person')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    await transaction(world.system(), (ctx) => setPassword(ctx, id, password))
  }
})
after(() => world.close())

const cookieOf = ({ headers }: Answer): string => String(headers['set-cookie']).split(';')[0] ?? ''
const later = (seconds: number): void => world.at(new Date(world.now().getTime() + seconds * 1000).toISOString())
const secretOn = ({ $ }: Answer): string => $('code').first().text()
const sealedOn = ({ $ }: Answer): string => String($('input[name=sealed]').val())
const signIn = (email: string) => world.anyone.post('/masuk', { email, password, ke: '/konten' })
const post = (url: string, fields: Record<string, string>, cookie: string) => world.with(cookie).post(url, fields)

test('what is owed after the password', () => {
  const none = { codeApp: false, passkeys: 0, recoveryCodes: 0, required: false }
  assert.equal(owed(none), 'open')
  assert.equal(owed({ ...none, passkeys: 1 }), 'open')
  assert.equal(owed({ ...none, codeApp: true }), 'code')
  assert.equal(owed({ ...none, required: true }), 'set-up')
  assert.equal(owed({ ...none, required: true, passkeys: 1 }), 'code')
  assert.equal(owed({ ...none, required: true, codeApp: true, passkeys: 1 }), 'code')
})

test('a head sets up a code app before anything else opens, and recovery codes stand by', async () => {
  const half = await signIn(head)
  assert.equal(half.location, '/masuk/siapkan?ke=%2Fkonten')
  const cookie = cookieOf(half)
  assert.equal((await world.with(cookie).get('/beranda')).location, '/masuk?ke=%2Fberanda')

  const page = await world.with(cookie).get('/masuk/siapkan')
  const secret = secretOn(page)
  assert.match(page.$('img').attr('src') ?? '', /^data:image\/svg\+xml;base64,/)
  const wrong = await post('/masuk/siapkan', { code: '000000', sealed: sealedOn(page) }, cookie)
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Kode salah/)
  assert.equal(secretOn(wrong), secret, 'the secret stays the same after a wrong code')

  const otherPage = await world.as('operatorDinkes').get('/pengaturan/akun/faktor-kedua')
  const foreign = { code: codeOf(secretOn(otherPage), world.now()), sealed: sealedOn(otherPage) }
  const refused = await post('/masuk/siapkan', foreign, cookie)
  assert.match(refused.text, /Waktu pemasangan sudah habis/, "somebody else's secret")
  const good = { code: codeOf(secret, world.now()), sealed: sealedOn(wrong) }
  const done = await post('/masuk/siapkan', good, cookie)
  assert.equal(done.location, '/pengaturan/akun/kode-pemulihan')
  const open = cookieOf(done)
  assert.notEqual(open, cookie, 'the session is a new one')
  assert.equal((await world.with(cookie).get('/masuk/siapkan')).location, '/masuk', 'the half one is over')
  assert.equal((await world.with(open).get('/beranda')).status, 200)

  assert.equal((await post('/pengaturan/akun/kode-pemulihan', { password: 'salah sekali' }, open)).status, 422)
  const shown = await post('/pengaturan/akun/kode-pemulihan', { password }, open)
  const codes = shown
    .$('.codes code')
    .toArray()
    .map((element) => shown.$(element).text())
  assert.equal(new Set(codes).size, 10)
  const kept = await world.platform.db.selectFrom('recovery_code').select('code_hash').execute()
  assert.ok(kept.every(({ code_hash }) => !codes.some((code) => code_hash.includes(code))))

  const again = await signIn(head)
  assert.equal(again.location, '/masuk/kode?ke=%2Fkonten')
  const recovered = await post('/masuk/kode', { code: codes[3] ?? '', ke: '/konten' }, cookieOf(again))
  assert.equal(recovered.location, '/konten')
  const twice = await post('/masuk/kode', { code: codes[3] ?? '' }, cookieOf(await signIn(head)))
  assert.equal(twice.status, 422)

  const removal = await post('/pengaturan/akun/faktor-kedua/penghentian', { password }, open)
  assert.equal(removal.status, 409)
  assert.match(removal.text, /wajib memakai faktor kedua/)
})

test('a code is taken once, at the same time too', async () => {
  const { id } = await world.platform.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', operator)
    .executeTakeFirstOrThrow()
  const page = await world.as('operatorDinkes').get('/pengaturan/akun/faktor-kedua')
  const secret = secretOn(page)
  assert.equal((await signIn(operator)).location, '/konten', 'not asked for before the confirmation')
  const first = { code: codeOf(secret, world.now()), sealed: sealedOn(page) }
  const confirmed = await world.as('operatorDinkes').post('/pengaturan/akun/faktor-kedua/konfirmasi', first)
  assert.equal(confirmed.location, '/pengaturan/akun/kode-pemulihan')
  const again = await world.as('operatorDinkes').post('/pengaturan/akun/faktor-kedua/konfirmasi', first)
  assert.equal(again.status, 409)
  const kept = await world.platform.db.selectFrom('second_factor').selectAll().where('person_id', '=', id).execute()
  assert.equal(kept.length, 1)
  assert.ok(!JSON.stringify([kept, first.sealed]).includes(secret.replace(/\s/g, '')), 'the secret is sealed')

  const replayed = await post('/masuk/kode', first, cookieOf(await signIn(operator)))
  assert.equal(replayed.status, 422)
  assert.match(replayed.text, /sudah dipakai/)

  later(60)
  const next = { code: codeOf(secret, world.now()) }
  const halves = await Promise.all([1, 2, 3].map(() => signIn(operator)))
  const answers = await Promise.all(halves.map((half) => post('/masuk/kode', next, cookieOf(half))))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422, 422])
})

test('wrong codes count like wrong passwords; giving the password again does not forgive them', async () => {
  later(3600)
  for (let i = 0; i < 10; i++) await post('/masuk/kode', { code: '000000' }, cookieOf(await signIn(operator)))
  const refused = await signIn(operator)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Tunggu 15 menit/)
})

test('half a sign-in ends after ten minutes', async () => {
  later(3600)
  const cookie = cookieOf(await signIn(operator))
  later(601)
  assert.equal((await world.with(cookie).get('/masuk/kode')).location, '/masuk')
  assert.equal((await post('/masuk/kode', { code: '123456' }, cookie)).location, '/masuk')
})

test('switching off needs the password', async () => {
  const as = world.as('operatorDinkes')
  const wrong = await as.post('/pengaturan/akun/faktor-kedua/penghentian', { password: 'salah sekali' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Kata sandi salah/)
  assert.equal((await as.post('/pengaturan/akun/faktor-kedua/penghentian', { password })).location, '/pengaturan/akun')
  assert.equal((await signIn(operator)).location, '/konten')
})

test('an example city asks nobody', async () => {
  await waiveSecondFactor(world.system(), '2026-11-01')
  await world.platform.db.deleteFrom('second_factor').execute()
  await world.platform.db.deleteFrom('recovery_code').execute()
  assert.equal((await signIn(head)).location, '/konten')
})
