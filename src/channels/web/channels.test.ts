import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import type { Member } from '../../../test/city.ts'
import { openXWorld, type XWorld } from '../../../test/x-world.ts'

let world: XWorld
let accountId: string
before(async () => {
  world = await openXWorld()
  accountId = (await world.connect('dinkes_contoh')).id
  await world.runJobs()
})
after(() => world.close())

const body = (text: string, more: Record<string, string> = {}) => ({ accountId, text, theme: 'community', ...more })

async function draft(text: string): Promise<string> {
  const done = await world.as('operatorDinkes').post('/kanal/siaran', body(text))
  assert.equal(done.status, 303, done.text)
  return done.location ?? ''
}
const versionOf = async (url: string): Promise<string> =>
  String((await world.as('reviewerDinkes').get(url)).$('input[name=version]').first().val())
const step = async (member: Member, url: string, verb: string, fields: Record<string, string> = {}) =>
  world.as(member).post(`${url}/${verb}`, { version: await versionOf(url), ...fields })

test('register an account, and connect it through X with PKCE', async () => {
  const officer = world.as('commsOfficer')
  const input = { agencyId: 'dishub', handle: '@dishub_contoh', holder: 'Humas Dishub' }
  const registered = await officer.post('/kanal', input)
  const url = registered.location ?? ''
  assert.match((await officer.get(url)).text, /belum disambungkan/)
  assert.equal((await officer.post('/kanal', input)).status, 422)
  const connect = async (handle: string, decision: string) => {
    const begun = await officer.post(`${url}/sambungan`)
    const form = new URLSearchParams({ account: handle, decision })
    const back = await fetch(begun.location ?? '', { method: 'POST', body: form, redirect: 'manual' })
    const { pathname, search } = new URL(back.headers.get('location') ?? '')
    return { answer: await officer.get(pathname + search), again: pathname + search }
  }
  assert.match((await connect('dishub_contoh', 'deny')).answer.text, /Izin tidak diberikan/)
  assert.match((await connect('dinkes_contoh', 'allow')).answer.text, /Masuklah sebagai @dishub_contoh/)
  const { answer, again } = await connect('dishub_contoh', 'allow')
  assert.equal(answer.location, url)
  assert.match((await officer.get(url)).text, /Tersambung/)
  assert.equal((await officer.get(again)).status, 409)
  const row = await world.platform.db
    .selectFrom('social_account')
    .select('tokens')
    .where('handle', '=', 'dishub_contoh')
    .executeTakeFirstOrThrow()
  assert.doesNotMatch(row.tokens ?? '', /accessToken/)
})

test('who may not see or change an account', async () => {
  assert.equal((await world.as('operatorDishub').get(`/kanal/${accountId}`)).status, 404)
  assert.equal((await world.as('operatorDishub').post(`/kanal/${accountId}/sambungan`)).status, 404)
  assert.equal((await world.as('reviewerDinkes').post(`/kanal/${accountId}/sambungan`)).status, 403)
  assert.equal((await world.as('auditor').post('/kanal', { agencyId: 'dinkes' })).status, 403)
  assert.equal((await world.as('commsOfficer').get('/kanal/tidak-ada')).status, 404)
  const mine = await world.as('operatorDishub').post('/kanal', { agencyId: 'dinkes', handle: 'x', holder: 'y' })
  assert.equal(mine.status, 403)
  assert.equal((await world.anyone.get('/kanal')).location?.startsWith('/masuk'), true)
})

test('look now: a job is enqueued and brings the mentions', async () => {
  world.x.writeAs('warga', { text: '@dinkes_contoh <i>halo</i>' })
  const done = await world.as('operatorDinkes').post(`/kanal/${accountId}/pemeriksaan`)
  assert.equal(done.status, 303)
  await world.runJobs()
  const page = await world.as('operatorDinkes').get(`/kanal/${accountId}`)
  assert.match(page.$('table').text(), /<i>halo<\/i>/)
})

test('a broadcast from draft to X', async () => {
  const url = await draft('Vaksin tersedia di semua puskesmas 💉 bekasikota.go.id')
  assert.equal((await step('operatorDinkes', url, 'pengajuan')).status, 303)
  assert.match((await world.as('headDinkes').get('/beranda')).text, /menunggu persetujuan/)
  assert.equal((await step('reviewerDinkes', url, 'persetujuan')).status, 303)
  await world.runJobs()
  const page = await world.as('operatorDinkes').get(url)
  assert.match(page.text, /Terbit/)
  assert.match(page.$('dd a').attr('href') ?? '', /\/dinkes_contoh\/status\/\d+/)
  const list = await world.as('operatorDinkes').get('/kanal/siaran?keadaan=published')
  assert.match(list.text, /Vaksin tersedia/)
  assert.equal((await world.as('operatorDinkes').post(url, { ...body('lain'), version: '3' })).status, 409)
})

test('an author cannot approve; a change voids the approval; a stale form is refused with the input kept', async () => {
  const done = await world.as('reviewerDinkes').post('/kanal/siaran', body('Ditulis pemeriksa'))
  const url = done.location ?? ''
  await step('reviewerDinkes', url, 'pengajuan')
  const own = await step('reviewerDinkes', url, 'persetujuan')
  assert.equal(own.status, 403)
  assert.match(own.text, /Penulis tidak dapat menyetujui/)
  assert.equal((await step('operatorDinkes', url, 'persetujuan')).status, 403)
  const stale = await versionOf(url)
  assert.equal((await world.as('operatorDinkes').post(url, { ...body('Diubah operator'), version: stale })).status, 303)
  const refused = await world.as('reviewerDinkes').post(url, { ...body('Ketikan saya'), version: stale })
  assert.equal(refused.status, 409)
  assert.match(refused.$('textarea[name=text]').text(), /Ketikan saya/)
  assert.match(refused.text, /sudah diubah orang lain/)
  assert.equal((await world.as('headDinkes').post(`${url}/persetujuan`, { version: stale })).status, 409)
})

test('a reviewer gives a post back with words', async () => {
  const url = await draft('Kurang lengkap')
  await step('operatorDinkes', url, 'pengajuan')
  assert.equal((await step('reviewerDinkes', url, 'pengembalian', { reason: '' })).status, 422)
  assert.equal((await step('reviewerDinkes', url, 'pengembalian', { reason: 'Tambahkan jam buka' })).status, 303)
  assert.match((await world.as('operatorDinkes').get(url)).text, /Dikembalikan: Tambahkan jam buka/)
})

const wrong: [string, Record<string, string>, RegExp][] = [
  ['nothing', { text: '', theme: 'community' }, /Tuliskan isi/],
  ['too long', { text: 'x'.repeat(281), theme: 'community' }, /281 dari 280/],
  ['200,000 characters', { text: 'a'.repeat(200_000), theme: 'community' }, /Terlalu panjang/],
  ['an unknown theme', { text: 'halo', theme: 'olahraga' }, /tema/],
]

for (const [name, fields, words] of wrong)
  test(`a broadcast with ${name} comes back with the input kept`, async () => {
    const answer = await world.as('operatorDinkes').post('/kanal/siaran', { accountId, ...fields })
    assert.equal(answer.status, 422)
    assert.match(answer.$('.error').text(), words)
    assert.equal(answer.$('textarea[name=text]').text().trim(), fields.text)
  })

test('a picture: alternative text required, real pictures only, sent with its words', async () => {
  const png = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#336' } })
    .png()
    .toBuffer()
  const write = (bytes: Buffer, pictureAlt: string) =>
    world
      .as('operatorDinkes')
      .post('/kanal/siaran', body('Dengan gambar', { pictureAlt }), { picture: { filename: 'a.png', bytes } })
  assert.match((await write(png, '')).$('.error').text(), /Tulis apa yang terlihat/)
  assert.match((await write(Buffer.from('<?php echo 1 ?>'), 'Loket')).$('.error').text(), /bukan gambar/)
  assert.match((await write(Buffer.alloc(6_000_000), 'Loket')).$('.error').text(), /5 MB/)
  const url = (await write(png, 'Loket pendaftaran')).location ?? ''
  await step('operatorDinkes', url, 'pengajuan')
  await step('reviewerDinkes', url, 'persetujuan')
  await world.runJobs()
  assert.equal(world.x.state().media[0]?.alt, 'Loket pendaftaran')
  assert.equal(world.x.tweetsOf('dinkes_contoh').at(-1)?.mediaIds.length, 1)
  const shown = await world.as('operatorDinkes').get(url)
  const picture = await world.as('operatorDinkes').get(shown.$('.preview-pictures img').attr('src') ?? '')
  assert.equal(picture.headers['content-type'], 'image/jpeg')
})

test('another agency neither sees nor approves', async () => {
  const url = await draft('Hanya Dinkes')
  assert.equal((await world.as('operatorDishub').get(url)).status, 404)
  assert.equal((await world.as('operatorDishub').post(`${url}/pengajuan`, { version: '1' })).status, 404)
  assert.equal((await world.as('operatorDishub').post('/kanal/siaran', body('atas nama Dinkes'))).status, 404)
  assert.equal((await world.as('auditor').get(url)).status, 200)
  assert.equal((await world.as('auditor').post(`${url}/pengajuan`, { version: '1' })).status, 403)
})

test('the API: accounts, write and submit, approve, read, messages', async () => {
  const operator = world.api('operatorDinkes')
  const accounts = await operator.get('/accounts')
  assert.equal(accounts.body.items[0].state, 'connected')
  assert.equal(JSON.stringify(accounts.body).includes('token'), false)
  const key = { 'idempotency-key': 'satu' }
  const input = { ...body('Lewat API'), submit: true }
  const written = await operator.post('/broadcasts', input, key)
  assert.equal(written.status, 201, JSON.stringify(written.body))
  assert.equal((await operator.post('/broadcasts', input, key)).body.id, written.body.id)
  const { id, version } = written.body
  assert.equal((await operator.post(`/broadcasts/${id}/approve`, { version })).status, 404)
  assert.equal(
    (await world.api('reviewerDinkes').post(`/broadcasts/${id}/approve`, { version })).body.state,
    'approved',
  )
  await world.runJobs()
  const found = (await operator.get(`/broadcasts/${id}`)).body
  assert.equal(found.state, 'published')
  assert.match(found.publishedAt, /^\d{4}-\d\d-\d\dT.*Z$/)
  assert.equal((await operator.get('/broadcasts?state=published&limit=1')).body.items.length, 1)
  assert.equal((await operator.post('/broadcasts', { ...body(''), text: '' })).body.errors.text.length > 0, true)
  const odd = await operator.post('/broadcasts', body('kendali \u0000\u202e dan \ud83d emoji 😀'))
  assert.equal(odd.status, 201)
  assert.match(odd.body.text, /^kendali {2}dan . emoji 😀$/u)
  assert.equal((await operator.get('/messages')).body.items.length > 0, true)
  assert.equal((await world.api('operatorDishub').get(`/broadcasts/${id}`)).status, 404)
  assert.equal((await world.api('operatorDishub').get('/messages')).body.items.length, 0)
})

test('lost access is on record', async () => {
  const done = await world.as('operatorDinkes').post(`/kanal/${accountId}/kehilangan-akses`)
  assert.equal(done.status, 303)
  assert.match((await world.as('commsOfficer').get('/perangkat-daerah')).text, /akses hilang/i)
})
