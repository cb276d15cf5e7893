import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { photoFault, photoFormat, uprightPhoto } from './photo.ts'

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#1f4788' } })

for (const format of ['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)
  test(`a ${format} is known by its first bytes and can be decoded`, async () => {
    const bytes = await blank(40, 30).toFormat(format).toBuffer()
    assert.equal(photoFormat(bytes), format)
    assert.equal(await photoFault(bytes), undefined)
  })

for (const [what, bytes, fault] of [
  ['a drawing that is a program', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'no-photo'],
  ['nothing', Buffer.alloc(0), 'no-photo'],
  ['an archive', Buffer.from('PK\x03\x04'), 'no-photo'],
  ['a photo of an iPhone', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'heic'],
  ['a head without a body', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 'broken'],
  ['a picture as large as a wall', bomb(30_000), 'too-wide'],
] as const)
  test(`${what}: ${fault}`, async () => assert.equal(await photoFault(bytes), fault))

test('a photo is turned upright and loses what the camera told', async () => {
  const bytes = await blank(40, 30)
    .withExif({ IFD0: { Artist: 'Nama Pemotret' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const kept = await sharp(await uprightPhoto(bytes).webp().toBuffer()).metadata()
  assert.deepEqual([kept.width, kept.height, kept.exif], [30, 40, undefined])
})

/** A PNG of some kilobytes whose head promises `side` by `side` pixels. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const whole = Buffer.alloc(body.length + 8)
    whole.writeUInt32BE(data.length, 0)
    body.copy(whole, 4)
    whole.writeUInt32BE(crc(body), body.length + 4)
    return whole
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 0], 8)
  const rows = deflateSync(Buffer.alloc(1_000_000))
  const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function crc(bytes: Buffer): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}
