import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

test('/healthz and /readyz answer', async () => {
  assert.equal((await world.anyone.get('/healthz')).status, 200)
  const ready = await world.anyone.get('/readyz')
  assert.equal(ready.status, 200)
  assert.deepEqual(JSON.parse(ready.text), { status: 'ok', database: 'ok', migrations: 'ok', queue: 'ok' })
})

test('/readyz names what is missing', async () => {
  const { db } = world.platform
  await db.schema.alterTable('migration').renameTo('migration_away').execute()
  const ready = await world.anyone.get('/readyz')
  await db.schema.alterTable('migration_away').renameTo('migration').execute()
  assert.equal(ready.status, 503)
  assert.match(JSON.parse(ready.text).migrations, /migration/)
})

test('an unknown address is a friendly 404, with the headers of every page', async () => {
  const { status, text, headers } = await world.anyone.get('/tidak-ada')
  assert.equal(status, 404)
  assert.match(text, /Halaman tidak ditemukan/)
  assert.match(String(headers['content-security-policy']), /default-src 'none'/)
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['cache-control'], 'private, no-store')
})

test('a page is written in Indonesian, without inline script or style', async () => {
  const { $, text } = await world.anyone.get('/masuk')
  assert.ok(text.startsWith('<!DOCTYPE html><html lang="id">'))
  assert.equal($('script:not([src])').length, 0)
  assert.equal($('[style], style').length, 0)
})

test('the style sheet may be kept for ever', async () => {
  const { $ } = await world.anyone.get('/masuk')
  const { status, headers } = await world.anyone.get($('link[rel=stylesheet]').attr('href') ?? '')
  assert.equal(status, 200)
  assert.match(String(headers['cache-control']), /immutable/)
})

test('a body beyond all limits is refused in words', async () => {
  const answer = await world.anyone.post('/masuk', { email: 'x'.repeat(7 * 1024 * 1024), password: 'y' })
  assert.equal(answer.status, 413)
  assert.match(answer.text, /Kiriman terlalu besar/)
})

test('control characters in an address do no harm', async () => {
  assert.equal((await world.anyone.get('/situs/%00')).status, 404)
  const malformed = await world.anyone.get('/perangkat-daerah/%E0%A4%A')
  assert.equal(malformed.status, 404)
  assert.match(malformed.text, /Halaman tidak ditemukan/)
})

test('what one may not see is 404, what one may see but not do is 403', async () => {
  assert.equal((await world.as('operatorDinkes').get('/rekapitulasi')).status, 404)
})
