import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openXWorld, type XWorld } from '../../../test/x-world.ts'
import { accepted } from '../../platform/refusal.ts'
import { findPost } from '../find-posts.ts'
import { registerAccount } from '../register-account.ts'
import { approvePost, submitPost } from '../review-post.ts'
import { draftPost } from '../write-post.ts'

let world: XWorld
let accountId: string
let dishubId: string
before(async () => {
  world = await openXWorld()
  accountId = (await world.connect('dinkes_contoh')).id
  const given = { agencyId: 'dishub', handle: 'dishub_contoh', holder: 'Humas' }
  dishubId = accepted(await registerAccount(world.ctx('commsOfficer'), given)).id
  await world.runJobs()
})
after(() => world.close())

const words = 'Besok pagi Jalan Contoh ditutup pukul 06.00 sampai 12.00 untuk perbaikan pipa. Lewatlah Jalan Umpama.'

/** Published by Dinkes; answers its address. */
async function published(text: string): Promise<string> {
  const operator = world.ctx('operatorDinkes')
  const draft = accepted(await draftPost(operator, { accountId, text, theme: 'community' }))
  const step = { postId: draft.id, version: draft.version }
  const submitted = accepted(await submitPost(operator, step))
  accepted(await approvePost(world.ctx('reviewerDinkes'), { ...step, version: submitted.version }))
  await world.runJobs()
  assert.equal((await findPost(world.system(), draft.id)).state, 'published')
  return `/kanal/siaran/${draft.id}`
}

test('one account announces; another agency is asked, and warned when its words are nearly the same', async () => {
  const officer = world.as('commsOfficer')
  const operator = world.as('operatorDishub')
  const url = await published(words)
  assert.match((await officer.get(url)).text, /Umumkan ke seluruh kota/)
  const form = await officer.get(`${url}/pengumuman`)
  assert.equal(form.$('input[name=agencyIds][value=dishub]').attr('checked') !== undefined, true, 'who has an account')
  const empty = await officer.post(`${url}/pengumuman`, { points: '', untilDay: '2026-01-01' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Tuliskan pokok/)
  const asked = { points: 'Jam dan jalan pengganti', untilDay: '2026-11-30', agencyIds: ['dishub', 'dinkes'] }
  const made = await officer.post(`${url}/pengumuman`, asked)
  assert.equal(made.status, 303, made.text)
  assert.equal((await officer.post(`${url}/pengumuman`, asked)).status, 409)
  assert.match((await operator.get('/beranda')).text, /Pengumuman kota perlu ditindaklanjuti/)
  const page = await operator.get(made.location ?? '')
  assert.match(page.text, /Jam dan jalan pengganti/)
  const compose = await operator.get(page.$('a.button.main').attr('href') ?? '')
  assert.match(compose.text, /kata-kata sendiri/)
  const announcementId = String(compose.$('input[name=announcementId]').val())
  const write = (text: string) =>
    operator.post('/kanal/siaran', { accountId: dishubId, text, theme: 'community', announcementId })
  const copy = await write(`Info: ${words}`)
  const warned = await operator.get(copy.location ?? '')
  assert.match(warned.text, /Hampir sama dengan siaran akun lain/)
  assert.match(warned.$('.notice').text(), /@dinkes_contoh: \d+ % pasangan kata sama/)
  const own = await write('Hindari Jalan Contoh besok pagi, ada pekerjaan pipa. Arahkan kendaraan ke Jalan Umpama.')
  assert.doesNotMatch((await operator.get(own.location ?? '')).text, /Hampir sama/)
})

test('who may not announce, follow or read for another agency', async () => {
  const url = await published('Vaksin influenza bagi lansia tersedia mulai Senin.')
  assert.equal((await world.as('operatorDinkes').post(`${url}/pengumuman`)).status, 403)
  assert.equal((await world.as('operatorDinkes').get(`${url}/pengumuman`)).status, 404)
  const asked = { points: 'Untuk lansia', untilDay: '2026-11-30', agencyIds: ['dishub'] }
  const address = (await world.as('commsHead').post(`${url}/pengumuman`, asked)).location ?? ''
  const follow = (member: 'operatorDishub' | 'operatorDinkes', fields: Record<string, string>) =>
    world.as(member).post(`${address}/tindak-lanjut`, { agencyId: 'dishub', ...fields })
  assert.equal((await follow('operatorDinkes', { state: 'reposted' })).status, 404)
  const seen = await world.as('operatorDinkes').get(address)
  assert.doesNotMatch(seen.$('table').text(), /Perhubungan/, 'what another agency made of it is not shown')
  const bare = await follow('operatorDishub', { state: 'declined', note: '' })
  assert.equal(bare.status, 422)
  assert.match(bare.text, /mengapa tidak relevan/)
  assert.equal((await follow('operatorDishub', { state: 'declined', note: 'Bukan urusan kami' })).status, 303)
  assert.equal((await follow('operatorDishub', { state: 'reposted' })).status, 409)
})

test('a national message is entered by Diskominfostandi, drawn from, and says who used it', async () => {
  const input = {
    title: 'Hari Kesehatan Nasional',
    issuer: 'Kementerian Contoh',
    text: 'Peringatan tahun ini bertema keluarga sehat.',
    sourceUrl: 'https://kementerian.example/narasi',
    from: '2026-11-20',
    until: '',
  }
  assert.equal((await world.as('operatorDinkes').post('/kanal/narasi', input)).status, 403)
  const wrong = await world.as('commsOfficer').post('/kanal/narasi', { ...input, sourceUrl: 'kementerian' })
  assert.equal(wrong.status, 422)
  assert.equal(wrong.$('input[name=title]').val(), input.title)
  const address = (await world.as('commsOfficer').post('/kanal/narasi', input)).location ?? ''
  const page = await world.as('operatorDinkes').get(address)
  assert.match(page.text, /Belum dipakai/)
  const compose = await world.as('operatorDinkes').get(page.$('a.button.main').attr('href') ?? '')
  assert.match(compose.text, /keluarga sehat/)
  const nationalMessageId = address.split('/').at(-1) ?? ''
  const operator = world.ctx('operatorDinkes')
  const given = { accountId, text: 'Mari hidup sehat sekeluarga.', theme: 'community', nationalMessageId }
  const draft = accepted(await draftPost(operator, given))
  const submitted = accepted(await submitPost(operator, { postId: draft.id, version: draft.version }))
  accepted(await approvePost(world.ctx('headDinkes'), { postId: draft.id, version: submitted.version }))
  await world.runJobs()
  assert.match((await world.as('operatorDishub').get(address)).$('table').text(), /@dinkes_contoh/)
  const ended = await world.as('operatorDinkes').post('/kanal/siaran', { ...given, nationalMessageId: 'tidak-ada' })
  assert.equal(ended.status, 422)
})

test('each figure of a month opens the posts it counted, of agencies one may read', async () => {
  const operator = world.as('operatorDinkes')
  const { $, status } = await operator.get('/kanal/angka?bulan=2026-11')
  assert.equal(status, 200)
  const links = $('.facts a')
    .toArray()
    .map((link) => [Number($(link).text()), $(link).attr('href') ?? ''] as const)
  assert.ok((links[0]?.[0] ?? 0) > 0)
  for (const [count, href] of links) {
    const list = (await operator.get(href)).$('#daftar tbody tr')
    assert.equal(list.length, count, href)
  }
  assert.equal((await operator.get('/kanal/angka?perangkat=dishub')).status, 404)
  assert.equal((await world.as('commsOfficer').get('/kanal/angka?perangkat=dishub')).status, 200)
  assert.equal((await world.as('commsOfficer').get('/kanal/angka?perangkat=tidak-ada')).status, 404)
})

test('the calendar shows each its own, the city all; rules of approval are set by Diskominfostandi', async () => {
  const month = '/kanal/jadwal?bulan=2026-11'
  assert.match((await world.as('commsOfficer').get(month)).text, /Jalan Contoh ditutup/)
  assert.match((await world.as('operatorDinkes').get(month)).text, /Jalan Contoh ditutup/)
  assert.doesNotMatch((await world.as('operatorDishub').get(month)).text, /Jalan Contoh ditutup/)
  assert.equal((await world.as('commsOfficer').get('/kanal/jadwal?pekan=2026-11-23&instansi=dinkes')).status, 200)
  const rule = { agencyId: 'dinkes', from: '2026-12-01', first: 'reviewer', second: 'head', basis: 'Nota dinas' }
  assert.equal((await world.as('headDinkes').post('/kanal/persetujuan', rule)).status, 403)
  assert.equal((await world.as('commsOfficer').post('/kanal/persetujuan', { ...rule, basis: '' })).status, 422)
  assert.equal((await world.as('commsOfficer').post('/kanal/persetujuan', rule)).status, 303)
  assert.match((await world.as('operatorDinkes').get('/kanal/persetujuan')).text, /Nota dinas/)
})

test('an emergency by form: a reason is asked for, the input is kept', async () => {
  const done = await world.as('operatorDinkes').post('/kanal/siaran', { accountId, text: 'Banjir', theme: 'community' })
  const url = done.location ?? ''
  const send = (emergencyReason: string) =>
    world.as('operatorDinkes').post(`${url}/darurat`, { version: '1', emergencyReason })
  const short = await send('cepat')
  assert.equal(short.status, 422)
  assert.match(short.$('textarea[name=emergencyReason]').text(), /cepat/)
  assert.equal((await world.as('reviewerDinkes').get(`${url}/darurat`)).status, 200)
  assert.equal((await world.as('operatorDishub').get(`${url}/darurat`)).status, 404)
  assert.equal((await send('Air naik cepat dan tidak ada yang dapat dihubungi')).status, 303)
  await world.runJobs()
  assert.match((await world.as('headDinkes').get(url)).text, /Sudah saya periksa/)
})
