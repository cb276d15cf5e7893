import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { openWorld, type World } from '../../../test/world.ts'
import { accepted } from '../../platform/refusal.ts'
import { turnTheDay } from '../jobs/turn-the-day.ts'
import { openSite } from '../open-site.ts'

let world: World
before(async () => {
  world = await openWorld()
  accepted(
    await openSite(world.ctx('commsOfficer'), {
      agencyId: 'dinkes',
      title: 'Dinas Kesehatan',
      tagline: 'Bekasi sehat',
    }),
  )
})
after(() => world.close())

const news = {
  agencyId: 'dinkes',
  kind: 'news',
  theme: 'community',
  title: 'Imunisasi Polio Digelar di 48 Puskesmas',
  body: 'Dinas Kesehatan menggelar **imunisasi** polio.\n\n## Jadwal\n\nSenin sampai Jumat.',
}

const photo = (width = 1200) =>
  sharp({ create: { width, height: 800, channels: 3, background: '#1f4788' } })
    .jpeg()
    .toBuffer()

async function writeNews(fields: Record<string, string> = {}): Promise<string> {
  const { status, location } = await world.as('operatorDinkes').post('/konten/baru', { ...news, ...fields })
  assert.equal(status, 303)
  return location?.split('/').at(-1) ?? ''
}

async function publish(id: string): Promise<void> {
  assert.equal((await world.as('operatorDinkes').post(`/konten/${id}/pengajuan`)).status, 303)
  const { $ } = await world.as('reviewerDinkes').get(`/konten/${id}`)
  const version = $('form[action$="/persetujuan"] input[name=version]').attr('value') ?? ''
  assert.equal((await world.as('reviewerDinkes').post(`/konten/${id}/persetujuan`, { version })).status, 303)
}

const events = async (id: string) =>
  world.system().db.selectFrom('event').selectAll().where('thing_id', '=', id).orderBy('id').execute()

test('a news item with a picture goes from draft to the public site, the feeds and the sitemap', async () => {
  const operator = world.as('operatorDinkes')
  const sent = await operator.post(
    '/konten/baru',
    { ...news, alt: 'Petugas meneteskan vaksin polio kepada balita' },
    { picture: { filename: 'IMG_1.jpg', bytes: await photo() } },
  )
  assert.equal(sent.status, 303)
  const id = sent.location?.split('/').at(-1) ?? ''
  const address = '/situs/dinkes/berita/imunisasi-polio-digelar-di-48-puskesmas'
  assert.equal((await world.anyone.get(address)).status, 404)
  assert.doesNotMatch((await world.anyone.get('/situs/dinkes/feed.xml')).text, /Imunisasi/)
  const draft = await operator.get(`/konten/${id}`)
  const image = draft.$('.preview img').attr('src') ?? ''
  assert.equal((await world.anyone.get(image)).status, 404, 'a picture of a draft is not public')

  await publish(id)
  const { status, $ } = await world.anyone.get(address)
  assert.equal(status, 200)
  assert.equal($('h1').text(), news.title)
  assert.equal($('.prose h2').text(), 'Jadwal')
  assert.equal($('article img').attr('alt'), 'Petugas meneteskan vaksin polio kepada balita')
  assert.equal($('script[src]').length, 0)
  const facts = JSON.parse($('script[type="application/ld+json"]').text())
  assert.equal(facts['@type'], 'NewsArticle')
  assert.equal(facts.datePublished, '2026-11-23T03:00:00.000Z')
  assert.equal($('link[rel=canonical]').attr('href'), `http://localhost${address}`)

  const picture = await world.anyone.get(image)
  assert.equal(picture.status, 200)
  assert.equal(picture.headers['content-type'], 'image/webp')
  for (const file of ['feed.xml', 'atom.xml', 'sitemap.xml'])
    assert.match(
      (await world.anyone.get(`/situs/dinkes/${file}`)).text,
      new RegExp(`http://localhost${address}<|"http://localhost${address}"`),
    )
  assert.match((await world.anyone.get('/situs/dinkes')).text, /Imunisasi Polio/)

  const told = (await events(id)).at(-1)
  assert.equal(told?.action, 'content.published')
  assert.deepEqual(told?.after, {
    kind: 'news',
    theme: 'community',
    title: news.title,
    slug: 'imunisasi-polio-digelar-di-48-puskesmas',
    url: `${world.platform.config.baseUrl}${address}`,
    author: 'Sari Contoh',
  })
})

test("under the agency's own host name links have no prefix", async () => {
  await publish(await writeNews({ title: 'Berita di alamat sendiri' }))
  const { $, status } = await world.anyone.get('/', { host: 'dinkes.bekasikota.go.id' })
  assert.equal(status, 200)
  assert.ok($('a[href="/berita/berita-di-alamat-sendiri"]').length > 0)
  const feed = await world.anyone.get('/feed.xml', { host: 'dinkes.bekasikota.go.id' })
  assert.match(feed.text, /<link>http:\/\/dinkes\.bekasikota\.go\.id\/berita\/berita-di-alamat-sendiri<\/link>/)
})

test('the public goes on seeing what was approved while a change waits', async () => {
  const id = await writeNews({ title: 'Jam layanan' })
  await publish(id)
  world.at('2026-11-24T03:00:00Z')
  const changed = { ...news, title: 'Jam layanan diperpanjang', version: '3', significant: 'on' }
  assert.equal((await world.as('operatorDinkes').post(`/konten/${id}/ubah`, changed)).status, 303)
  assert.equal((await world.anyone.get('/situs/dinkes/berita/jam-layanan')).$('h1').text(), 'Jam layanan')
  await publish(id)
  const { $ } = await world.anyone.get('/situs/dinkes/berita/jam-layanan')
  assert.equal($('h1').text(), 'Jam layanan diperpanjang')
  assert.match($('.dateline').text(), /Diperbarui 24 November 2026/)
  assert.deepEqual(
    (await events(id)).map(({ action }) => action),
    ['created', 'submitted', 'published', 'edited', 'submitted', 'changed'].map((word) => `content.${word}`),
  )
  world.at('2026-11-23T03:00:00Z')
})

test('a returned item carries the reason; a removed one is gone from the site', async () => {
  const id = await writeNews({ title: 'Perlu perbaikan' })
  await world.as('operatorDinkes').post(`/konten/${id}/pengajuan`)
  const reviewer = world.as('reviewerDinkes')
  const empty = await reviewer.post(`/konten/${id}/pengembalian`, { reason: '' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Tulis apa yang perlu diperbaiki/)
  assert.equal((await reviewer.post(`/konten/${id}/pengembalian`, { reason: 'Sebutkan sumbernya.' })).status, 303)
  assert.match((await world.as('operatorDinkes').get(`/konten/${id}`)).text, /Sebutkan sumbernya\./)
  await publish(id)
  assert.equal((await world.anyone.get('/situs/dinkes/berita/perlu-perbaikan')).status, 200)
  assert.equal((await world.as('operatorDinkes').post(`/konten/${id}/penarikan`, { reason: 'Keliru.' })).status, 403)
  assert.equal((await reviewer.post(`/konten/${id}/penarikan`, { reason: 'Keliru.' })).status, 303)
  const gone = await world.anyone.get('/situs/dinkes/berita/perlu-perbaikan')
  assert.equal(gone.status, 404)
  assert.match(gone.text, /Halaman tidak ditemukan/)
})

test('nobody approves what they wrote or changed', async () => {
  const reviewer = world.as('reviewerDinkes')
  const own = await reviewer.post('/konten/baru', { ...news, title: 'Ditulis sekretaris' })
  const id = own.location?.split('/').at(-1) ?? ''
  await reviewer.post(`/konten/${id}/pengajuan`)
  const refused = await reviewer.post(`/konten/${id}/persetujuan`, { version: '2' })
  assert.equal(refused.status, 403)
  assert.match(refused.text, /persetujuannya harus dari orang lain/)
  assert.equal((await world.as('headDinkes').post(`/konten/${id}/persetujuan`, { version: '2' })).status, 303)
})

test('a stale form is a conflict and keeps what was written', async () => {
  const id = await writeNews({ title: 'Dua orang' })
  await world.as('reviewerDinkes').post(`/konten/${id}/ubah`, { ...news, title: 'Judul sekretaris', version: '1' })
  const stale = await world
    .as('operatorDinkes')
    .post(`/konten/${id}/ubah`, { ...news, title: 'Judul operator', version: '1' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /sudah diubah oleh Budi Umpama/)
  assert.equal(stale.$('input[name=title]').attr('value'), 'Judul operator')
  await world.as('operatorDinkes').post(`/konten/${id}/pengajuan`)
  const old = await world.as('headDinkes').post(`/konten/${id}/persetujuan`, { version: '1' })
  assert.equal(old.status, 409)
})

test('other agencies, and people without the role, get nothing', async () => {
  const id = await writeNews({ title: 'Rahasia rapat' })
  const dishub = world.as('operatorDishub')
  assert.equal((await dishub.get(`/konten/${id}`)).status, 404)
  assert.equal((await dishub.get(`/konten/${id}/ubah`)).status, 404)
  assert.equal((await dishub.post(`/konten/${id}/ubah`, { ...news, version: '1' })).status, 404)
  assert.equal((await dishub.post(`/konten/${id}/pengajuan`)).status, 404)
  assert.equal((await dishub.post(`/konten/${id}/penarikan`, { reason: 'x' })).status, 404)
  assert.equal((await dishub.post('/konten/baru', news)).status, 403)
  assert.doesNotMatch((await dishub.get('/konten')).text, /Rahasia rapat/)
  assert.equal((await world.as('operatorDinkes').post(`/konten/${id}/persetujuan`, { version: '1' })).status, 403)
  assert.equal((await world.as('auditor').get(`/konten/${id}`)).status, 200)
  assert.equal((await world.as('auditor').post(`/konten/${id}/pengajuan`)).status, 403)
  assert.equal((await world.anyone.get(`/konten/${id}`)).location, `/masuk?ke=${encodeURIComponent(`/konten/${id}`)}`)
  assert.equal((await world.as('headDinkes').get('/konten/baru')).status, 404, 'the head approves, others write')
})

test('what is wrong is said beside its field, and what was written stays', async () => {
  const operator = world.as('operatorDinkes')
  const bad = await operator.post('/konten/baru', { ...news, title: '', theme: '' })
  assert.equal(bad.status, 422)
  assert.match(bad.text, /Judul belum diisi\./)
  assert.match(bad.text, /Pilih tema\./)
  assert.match(bad.$('textarea[name=body]').text(), /menggelar \*\*imunisasi\*\*/)

  const long = await operator.post('/konten/baru', { ...news, body: 'panjang '.repeat(25_000) })
  assert.equal(long.status, 422)
  assert.match(long.text, /Isi paling panjang 60\.000 huruf; ini 199\.999 huruf\./)
  assert.equal(long.$('textarea[name=body]').text().trim().length, 199_999)

  const id = await writeNews({ title: 'Tanpa isi', body: '' })
  const submitted = await operator.post(`/konten/${id}/pengajuan`)
  assert.equal(submitted.status, 422)
  assert.match(submitted.text, /Isi belum ditulis\./)
})

test('pictures are judged by their content and need words', async () => {
  const operator = world.as('operatorDinkes')
  const send = (bytes: Buffer, alt: string, more = {}) =>
    operator.post('/konten/baru', { ...news, alt, ...more }, { picture: { filename: 'foto.jpg', bytes } })
  const notPicture = await send(Buffer.from('%PDF-1.7 bukan gambar'), 'Balita ditimbang')
  assert.equal(notPicture.status, 422)
  assert.match(notPicture.text, /bukan gambar/)
  const svg = await send(
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'Balita ditimbang',
  )
  assert.match(svg.text, /bukan gambar/)
  const large = await send(Buffer.alloc(5 * 1024 * 1024 + 1), 'Balita ditimbang')
  assert.equal(large.status, 422)
  assert.match(large.text, /paling besar 5 MB; ini 5,0 MB/)
  const cut = await send((await photo()).subarray(0, 900), 'Balita ditimbang')
  assert.match(cut.text, /bukan gambar atau rusak/)
  for (const alt of ['', 'gambar', 'IMG_2031.jpg', 'Foto 2'])
    assert.equal((await send(await photo(), alt)).status, 422, alt)
  assert.equal((await send(await photo(300), '', { decorative: 'on' })).status, 303)
})

test('pictures lose what the camera told, come in three widths, and get other words without being sent again', async () => {
  const bytes = await sharp(await photo(2400))
    .withExif({ IFD0: { Artist: 'Nama Pemotret' }, IFD3: { GPSLatitude: '6/1 14/1 0/1' } })
    .jpeg()
    .toBuffer()
  assert.ok((await sharp(bytes).metadata()).exif)
  const operator = world.as('operatorDinkes')
  const fields = { ...news, title: 'Dengan foto', alt: 'Warga mengantre di puskesmas' }
  const sent = await operator.post('/konten/baru', fields, { picture: { filename: 'a.png', bytes } })
  const id = sent.location?.split('/').at(-1) ?? ''
  const { $ } = await operator.get(`/konten/${id}`)
  assert.match($('.preview img').attr('srcset') ?? '', /-480\.webp 480w, \S+-960\.webp 960w, \S+-1600\.webp 1600w/)
  const { app } = world
  await publish(id)
  const raw = await app.inject({ url: $('.preview img').attr('src') ?? '', headers: { host: 'localhost' } })
  const kept = await sharp(raw.rawPayload).metadata()
  assert.deepEqual([kept.format, kept.width, kept.exif], ['webp', 480, undefined])

  const change = { ...fields, version: '3', alt: 'foto' }
  assert.equal((await operator.post(`/konten/${id}/ubah`, change)).status, 422)
  assert.equal((await operator.post(`/konten/${id}/ubah`, { ...change, alt: 'Tiga warga mengantre' })).status, 303)
  assert.equal((await operator.get(`/konten/${id}`)).$('.preview img').attr('alt'), 'Tiga warga mengantre')
  const shown = await world.anyone.get('/situs/dinkes/berita/dengan-foto')
  assert.equal(shown.$('article img').attr('alt'), fields.alt, 'the public sees what was approved')
})

test('at midnight a coming event is past', async () => {
  const day = { kind: 'event', eventDay: '2026-11-23', eventPlace: 'Aula' }
  await publish(await writeNews({ ...day, title: 'Rapat hari ini' }))
  const sections = async () =>
    (await world.anyone.get('/situs/dinkes/agenda')).$('section:contains("Rapat hari ini") h2').text()
  assert.equal(await sections(), 'Mendatang')
  world.at('2026-11-23T17:00:01Z')
  await turnTheDay.run(world.system(), {})
  assert.equal(await sections(), 'Yang sudah lewat')
  world.at('2026-11-23T03:00:00Z')
})

test('script, markup, control characters and emoji in every field do no harm', async () => {
  const nasty = `<script>alert(1)</script>" onload=x ]]> \u0000\u0007 🦠 <img src=x onerror=alert(1)>`
  const id = await writeNews({
    title: nasty,
    summary: nasty,
    body: `${nasty}\n\n[klik](javascript:alert(1)) <b onclick=x>tebal</b>`,
    kind: 'event',
    eventDay: '2026-12-01',
    eventPlace: nasty,
  })
  await publish(id)
  const slug =
    (await world.as('operatorDinkes').get(`/konten/${id}`)).$('a:contains("Lihat halamannya")').attr('href') ?? ''
  const page = await world.anyone.get(new URL(slug).pathname)
  assert.equal(page.status, 200)
  assert.equal(page.$('script:not([type])').length, 0)
  assert.equal(page.$('article [onclick], article [onerror], article [onload], article img').length, 0)
  assert.equal(page.$('a[href^="javascript"]').length, 0)
  assert.match(page.text, /🦠/)
  JSON.parse(page.$('script[type="application/ld+json"]').text())
  const { load } = await import('cheerio')
  const feed = await world.anyone.get('/situs/dinkes/feed.xml')
  assert.equal(load(feed.text, { xml: true })('item script').length, 0)
})

test('a form sent twice writes one item', async () => {
  const operator = world.as('operatorDinkes')
  const { $ } = await operator.get('/konten/baru')
  const fields = { ...news, title: 'Dikirim dua kali', _once: $('.form input[name=_once]').attr('value') ?? '' }
  assert.ok(fields._once)
  const [first, second] = [await operator.post('/konten/baru', fields), await operator.post('/konten/baru', fields)]
  assert.equal(first.location, second.location)
})

test('search finds inside one agency, by stem, and says when there is nothing', async () => {
  await publish(await writeNews({ title: 'Pelayanan pengaduan dibuka', body: 'Warga dilayani setiap hari.' }))
  const { text, $ } = await world.anyone.get('/situs/dinkes/cari?q=yang%20melayani')
  assert.match(text, /Pelayanan pengaduan dibuka/)
  assert.equal($('input[name=q]').attr('value'), 'yang melayani')
  assert.match((await world.anyone.get('/situs/dinkes/cari?q=zzz')).text, /Tidak ada yang cocok/)
  assert.equal((await world.anyone.get(`/situs/dinkes/cari?q=${encodeURIComponent('"\' & | ! (')}`)).status, 200)
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
  for (const place of places) assert.equal((await world.anyone.get(`/situs/dinkes${place}`)).status, 200, place)
  for (const place of [
    '/situs/disdik',
    '/situs/tidak-ada',
    '/situs/dinkes/berita/tidak-ada',
    '/situs/dinkes/xyz',
    '/media/x.webp',
  ])
    assert.equal((await world.anyone.get(place)).status, 404, place)
})

test('the reader gets the kept page, and a new one after a change', async () => {
  const first = await world.anyone.get('/situs/dinkes/berita')
  const again = await world.anyone.get('/situs/dinkes/berita', { 'if-none-match': String(first.headers.etag) })
  assert.equal(again.status, 304)
  await publish(await writeNews({ title: 'Berita paling baru' }))
  assert.match((await world.anyone.get('/situs/dinkes/berita')).text, /Berita paling baru/)
})

test('who approves is told what waits', async () => {
  const id = await writeNews({ title: 'Menunggu sekretaris' })
  await world.as('operatorDinkes').post(`/konten/${id}/pengajuan`)
  assert.match((await world.as('reviewerDinkes').get('/beranda')).text, /Konten menunggu persetujuan/)
})

test('Diskominfostandi opens and closes a site; agencies only see theirs', async () => {
  const comms = world.as('commsOfficer')
  assert.equal((await world.as('operatorDinkes').post('/situs', { agencyId: 'dinkes', title: 'x' })).status, 403)
  assert.equal((await world.anyone.get('/situs/dishub')).status, 404)
  const bad = await comms.post('/situs', { agencyId: 'dishub', title: ' ', tagline: 'Aman di jalan' })
  assert.equal(bad.status, 422)
  assert.equal(bad.$('input[name=tagline]').attr('value'), 'Aman di jalan')
  assert.equal((await comms.post('/situs', { agencyId: 'dishub', title: 'Dinas Perhubungan' })).status, 303)
  assert.equal((await world.anyone.get('/situs/dishub')).status, 200)
  assert.match((await world.as('operatorDishub').get('/situs')).text, /Dinas Perhubungan/)
  assert.doesNotMatch((await world.as('operatorDishub').get('/situs')).text, /Dinas Kesehatan/)
  assert.equal((await comms.post('/situs/dishub/penutupan')).status, 303)
  assert.equal((await world.anyone.get('/situs/dishub')).status, 404)
  assert.equal((await comms.post('/situs/dishub/penutupan')).status, 409)
  assert.equal((await comms.post('/situs', { agencyId: 'tidak-ada', title: 'x' })).status, 404)
})
