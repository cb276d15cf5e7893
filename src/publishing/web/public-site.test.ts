import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { load } from 'cheerio'
import { type Newsroom, openNewsroom, photo } from '../../../test/newsroom.ts'
import { turnTheDay } from '../jobs/turn-the-day.ts'

let room: Newsroom
before(async () => {
  room = await openNewsroom()
})
after(() => room.close())

const events = async (id: string) =>
  room.system().db.selectFrom('event').selectAll().where('thing_id', '=', id).orderBy('id').execute()

test('a news item with a picture goes from draft to the public site, the feeds and the sitemap', async () => {
  const operator = room.as('operatorDinkes')
  const sent = await operator.post(
    '/konten/baru',
    { ...room.news, alt: 'Petugas meneteskan vaksin polio kepada balita' },
    { picture: { filename: 'IMG_1.jpg', bytes: await photo() } },
  )
  assert.equal(sent.status, 303)
  const id = sent.location?.split('/').at(-1) ?? ''
  const address = '/situs/dinkes/berita/imunisasi-polio-digelar-di-48-puskesmas'
  assert.equal((await room.anyone.get(address)).status, 404)
  assert.doesNotMatch((await room.anyone.get('/situs/dinkes/feed.xml')).text, /Imunisasi/)
  const draft = await operator.get(`/konten/${id}`)
  const image = draft.$('.preview img').attr('src') ?? ''
  assert.equal((await room.anyone.get(image)).status, 404, 'a picture of a draft is not public')

  await room.publish(id)
  const { status, $ } = await room.anyone.get(address)
  assert.equal(status, 200)
  assert.equal($('h1').text(), room.news.title)
  assert.equal($('.prose h2').text(), 'Jadwal')
  assert.equal($('article img').attr('alt'), 'Petugas meneteskan vaksin polio kepada balita')
  assert.equal($('script[src]').length, 0)
  const facts = JSON.parse($('script[type="application/ld+json"]').text())
  assert.equal(facts['@type'], 'NewsArticle')
  assert.equal(facts.datePublished, '2026-11-23T03:00:00.000Z')
  assert.equal($('link[rel=canonical]').attr('href'), `http://localhost${address}`)

  const picture = await room.anyone.get(image)
  assert.equal(picture.status, 200)
  assert.equal(picture.headers['content-type'], 'image/webp')
  for (const file of ['feed.xml', 'atom.xml', 'sitemap.xml'])
    assert.match(
      (await room.anyone.get(`/situs/dinkes/${file}`)).text,
      new RegExp(`http://localhost${address}<|"http://localhost${address}"`),
    )
  assert.match((await room.anyone.get('/situs/dinkes')).text, /Imunisasi Polio/)

  const told = (await events(id)).at(-1)
  assert.equal(told?.action, 'content.published')
  assert.deepEqual(told?.after, {
    kind: 'news',
    theme: 'community',
    title: room.news.title,
    slug: 'imunisasi-polio-digelar-di-48-puskesmas',
    url: `${room.platform.config.baseUrl}${address}`,
    author: 'Sari Contoh',
  })
})

test("under the agency's own host name links have no prefix", async () => {
  await room.publish(await room.writeNews({ title: 'Berita di alamat sendiri' }))
  const { $, status } = await room.anyone.get('/', { host: 'dinkes.bekasikota.go.id' })
  assert.equal(status, 200)
  assert.ok($('a[href="/berita/berita-di-alamat-sendiri"]').length > 0)
  const feed = await room.anyone.get('/feed.xml', { host: 'dinkes.bekasikota.go.id' })
  assert.match(feed.text, /<link>http:\/\/dinkes\.bekasikota\.go\.id\/berita\/berita-di-alamat-sendiri<\/link>/)
})

test('at midnight a coming event is past', async () => {
  const day = { kind: 'event', eventDay: '2026-11-23', eventPlace: 'Aula' }
  await room.publish(await room.writeNews({ ...day, title: 'Rapat hari ini' }))
  const sections = async () =>
    (await room.anyone.get('/situs/dinkes/agenda')).$('section:contains("Rapat hari ini") h2').text()
  assert.equal(await sections(), 'Mendatang')
  room.at('2026-11-23T17:00:01Z')
  await turnTheDay.run(room.system(), {})
  assert.equal(await sections(), 'Yang sudah lewat')
  room.at('2026-11-23T03:00:00Z')
})

test('script, markup, control characters and emoji in every field do no harm', async () => {
  const nasty = `<script>alert(1)</script>" onload=x ]]> \u0000\u0007 🦠 <img src=x onerror=alert(1)>`
  const id = await room.writeNews({
    title: nasty,
    summary: nasty,
    body: `${nasty}\n\n[klik](javascript:alert(1)) <b onclick=x>tebal</b>`,
    kind: 'event',
    eventDay: '2026-12-01',
    eventPlace: nasty,
  })
  await room.publish(id)
  const slug =
    (await room.as('operatorDinkes').get(`/konten/${id}`)).$('a:contains("Lihat halamannya")').attr('href') ?? ''
  const page = await room.anyone.get(new URL(slug).pathname)
  assert.equal(page.status, 200)
  assert.equal(page.$('script:not([type])').length, 0)
  assert.equal(page.$('article [onclick], article [onerror], article [onload], article img').length, 0)
  assert.equal(page.$('a[href^="javascript"]').length, 0)
  assert.match(page.text, /🦠/)
  JSON.parse(page.$('script[type="application/ld+json"]').text())
  const feed = await room.anyone.get('/situs/dinkes/feed.xml')
  assert.equal(load(feed.text, { xml: true })('item script').length, 0)
})

test('search finds inside one agency, by stem, and says when there is nothing', async () => {
  await room.publish(await room.writeNews({ title: 'Pelayanan pengaduan dibuka', body: 'Warga dilayani setiap hari.' }))
  const { text, $ } = await room.anyone.get('/situs/dinkes/cari?q=yang%20melayani')
  assert.match(text, /Pelayanan pengaduan dibuka/)
  assert.equal($('input[name=q]').attr('value'), 'yang melayani')
  assert.match((await room.anyone.get('/situs/dinkes/cari?q=zzz')).text, /Tidak ada yang cocok/)
  assert.equal((await room.anyone.get(`/situs/dinkes/cari?q=${encodeURIComponent('"\' & | ! (')}`)).status, 200)
})

test('every public address answers; unknown ones say so kindly', async () => {
  const places = [
    '',
    '/berita',
    '/pengumuman',
    '/agenda',
    '/dokumen',
    '/profil',
    '/cari',
    '/feed.xml',
    '/atom.xml',
    '/sitemap.xml',
    '/robots.txt',
  ]
  for (const place of places) assert.equal((await room.anyone.get(`/situs/dinkes${place}`)).status, 200, place)
  for (const place of [
    '/situs/disdik',
    '/situs/tidak-ada',
    '/situs/dinkes/berita/tidak-ada',
    '/situs/dinkes/xyz',
    '/media/x.webp',
  ])
    assert.equal((await room.anyone.get(place)).status, 404, place)
})

test('the reader gets the kept page, and a new one after a change', async () => {
  const first = await room.anyone.get('/situs/dinkes/berita')
  const again = await room.anyone.get('/situs/dinkes/berita', { 'if-none-match': String(first.headers.etag) })
  assert.equal(again.status, 304)
  await room.publish(await room.writeNews({ title: 'Berita paling baru' }))
  assert.match((await room.anyone.get('/situs/dinkes/berita')).text, /Berita paling baru/)
})

test('Diskominfostandi opens and closes a site; agencies only see theirs', async () => {
  const comms = room.as('commsOfficer')
  assert.equal((await room.as('operatorDinkes').post('/situs', { agencyId: 'dinkes', title: 'x' })).status, 403)
  assert.equal((await room.anyone.get('/situs/dishub')).status, 404)
  const bad = await comms.post('/situs', { agencyId: 'dishub', title: ' ', tagline: 'Aman di jalan' })
  assert.equal(bad.status, 422)
  assert.equal(bad.$('input[name=tagline]').attr('value'), 'Aman di jalan')
  assert.equal((await comms.post('/situs', { agencyId: 'dishub', title: 'Dinas Perhubungan' })).status, 303)
  assert.equal((await room.anyone.get('/situs/dishub')).status, 200)
  assert.match((await room.as('operatorDishub').get('/situs')).text, /Dinas Perhubungan/)
  assert.doesNotMatch((await room.as('operatorDishub').get('/situs')).text, /Dinas Kesehatan/)
  assert.equal((await comms.post('/situs/dishub/penutupan')).status, 303)
  assert.equal((await room.anyone.get('/situs/dishub')).status, 404)
  assert.equal((await comms.post('/situs/dishub/penutupan')).status, 409)
  assert.equal((await comms.post('/situs', { agencyId: 'tidak-ada', title: 'x' })).status, 404)
})
