import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { openWorld, type World } from '../../test/world.ts'
import type { Upload } from '../platform/http/route.ts'
import { accepted, isRefusal } from '../platform/refusal.ts'
import { attachFiles } from './attach-files.ts'
import { shownName } from './case-file.ts'
import { openCase } from './open-case.ts'
import { readFiles } from './read-files.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const photo = () =>
  sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#1f4788' } })
    .withExif({ IFD0: { Artist: 'Nama Pemotret' }, IFD3: { GPSLatitude: '6/1 14/1 0/1' } })
    .jpeg()
    .toBuffer()
const pdf = (more = ''): Buffer => Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${more} >>\nendobj\nstartxref\n9\n%%EOF\n`)
const named = (filename: string, bytes: Buffer | string): Upload => ({ filename, bytes: Buffer.from(bytes) })

async function refusedWith(...uploads: Upload[]): Promise<string> {
  const read = await readFiles(uploads)
  assert.ok(isRefusal(read) && read.refusal === 'invalid')
  return read.errors.files ?? ''
}

for (const [what, upload, words] of [
  ['a drawing', named('foto.jpg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /SVG/],
  ['a page', named('foto.png', '<!doctype html><script>alert(1)</script>'), /halaman web/],
  ['an archive', named('foto.jpg', 'PK\x03\x04....'), /ZIP/],
  ['a script in a PDF', named('surat.pdf', pdf('/S /JavaScript /JS (x)')), /berisi program/],
  ['a PDF with a password', named('surat.pdf', pdf('/Encrypt 3 0 R')), /kata sandi/],
  ['a photo cut short', named('foto.jpg', Buffer.from('\xff\xd8\xff\xe0', 'latin1')), /rusak/],
  ['a HEIC', named('IMG.HEIC', Buffer.from('\0\0\0\x18ftypheic', 'latin1')), /JPG/],
  ['eleven megabytes', named('foto.jpg', Buffer.alloc(11 * 1024 * 1024)), /paling besar 10 MB/],
  ['a photo that unfolds', named('foto.png', bombOf(40_000)), /terlalu lebar|rusak/],
  ['a form too large', { ...named('foto.jpg', ''), cut: true as const }, /lebih sedikit/],
] as const)
  test(`${what} is refused in words`, async () => assert.match(await refusedWith(upload), words))

test('six files are too many', async () => {
  assert.match(await refusedWith(...Array.from({ length: 6 }, () => named('a.pdf', pdf()))), /Paling banyak 5/)
})

test('names are ours to show: no path, not 300 letters, the ending of what it is', () => {
  for (const [given, shown] of [
    ['../../etc/passwd', 'passwd.webp'],
    ['C:\\foto\\jalan rusak.JPG', 'jalan rusak.webp'],
    ['<script>.png', 'script.webp'],
    ['', 'berkas.webp'],
    [`${'a'.repeat(300)}.jpg`, `${'a'.repeat(79)}….webp`],
  ] as const)
    assert.equal(shownName(given, 'image/webp'), shown)
})

test('a photo is kept small and without place or person, and read by those who may read the case', async () => {
  const word = {
    agencyId: 'dinkes',
    channel: 'form',
    kind: 'complaint',
    text: 'Lubang',
    receivedAt: world.now(),
  } as const
  const found = accepted(await openCase(world.system(), word))
  const uploads = [named('lubang "jalan".jpg', await photo()), named('surat.pdf', pdf('/Type /Catalog'))]
  const [kept, letter] = accepted(await attachFiles(world.system(), { caseId: found.id }, uploads))
  const url = `/kasus/${found.ticket}/berkas/${kept?.id}`
  const client = world.as('operatorDinkes')
  const seen = await client.get(url)
  assert.equal(seen.status, 200)
  assert.equal(seen.headers['content-type'], 'image/webp')
  assert.match(String(seen.headers['content-security-policy']), /sandbox/)
  assert.equal(seen.headers['x-content-type-options'], 'nosniff')
  assert.match(String(seen.headers['content-disposition']), /^inline; filename="lubang jalan.webp"/)
  const document = await client.get(`/kasus/${found.ticket}/berkas/${letter?.id}`)
  assert.match(String(document.headers['content-disposition']), /^attachment; filename="surat.pdf"/)
  const bytes = await world.platform.files.get(`${kept?.id}.webp`)
  const { width, exif } = await sharp(bytes).metadata()
  assert.deepEqual([width, exif], [2048, undefined])

  assert.equal((await world.as('operatorDishub').get(url)).status, 404)
  assert.equal((await world.anyone.get(url)).status, 303)
  assert.equal((await client.get(`/kasus/${found.ticket}/berkas/../../x`)).status, 404)
})

/** A PNG whose head promises a picture as large as a wall. */
function bombOf(side: number): Buffer {
  const head = Buffer.alloc(25)
  head.writeUInt32BE(13, 0)
  head.write('IHDR', 4)
  head.writeUInt32BE(side, 8)
  head.writeUInt32BE(side, 12)
  head.set([8, 0], 16)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), head, deflateSync(Buffer.alloc(1000))])
}
