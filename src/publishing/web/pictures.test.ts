import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { type Newsroom, openNewsroom, photo } from '../../../test/newsroom.ts'

let room: Newsroom
before(async () => {
  room = await openNewsroom()
})
after(() => room.close())

test('pictures are judged by their content and need words', async () => {
  const operator = room.as('operatorDinkes')
  const send = (bytes: Buffer, alt: string, more = {}) =>
    operator.post('/konten/baru', { ...room.news, alt, ...more }, { picture: { filename: 'foto.jpg', bytes } })
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
  const operator = room.as('operatorDinkes')
  const fields = { ...room.news, title: 'Dengan foto', alt: 'Warga mengantre di puskesmas' }
  const sent = await operator.post('/konten/baru', fields, { picture: { filename: 'a.png', bytes } })
  const id = sent.location?.split('/').at(-1) ?? ''
  const { $ } = await operator.get(`/konten/${id}`)
  assert.match($('.preview img').attr('srcset') ?? '', /-480\.webp 480w, \S+-960\.webp 960w, \S+-1600\.webp 1600w/)
  const { app } = room
  await room.publish(id)
  const raw = await app.inject({ url: $('.preview img').attr('src') ?? '', headers: { host: 'localhost' } })
  const kept = await sharp(raw.rawPayload).metadata()
  assert.deepEqual([kept.format, kept.width, kept.exif], ['webp', 480, undefined])

  const change = { ...fields, version: '3', alt: 'foto' }
  assert.equal((await operator.post(`/konten/${id}/ubah`, change)).status, 422)
  assert.equal((await operator.post(`/konten/${id}/ubah`, { ...change, alt: 'Tiga warga mengantre' })).status, 303)
  assert.equal((await operator.get(`/konten/${id}`)).$('.preview img').attr('alt'), 'Tiga warga mengantre')
  const shown = await room.anyone.get('/situs/dinkes/berita/dengan-foto')
  assert.equal(shown.$('article img').attr('alt'), fields.alt, 'the public sees what was approved')
})
