import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import '../agencies/data/tables.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

test('the front page leads to the form and to a ticket, without an account', async () => {
  const { status, $ } = await world.anyone.get('/')
  assert.equal(status, 200)
  assert.equal($('a.button').attr('href'), '/lapor')
  assert.equal($('input[name=tiket]').length, 1)
})

test('home says when nothing waits', async () => {
  const { text } = await world.as('auditor').get('/beranda')
  assert.match(text, /Tidak ada yang menunggu/)
})

test('who holds no role today signs in to a page that says so, and sees nothing else', async () => {
  await world.platform.db
    .updateTable('appointment')
    .set({ to_day: '2026-02-01' })
    .where('role', '=', 'operator')
    .execute()
  const { text } = await world.as('operatorDishub').get('/beranda')
  assert.match(text, /Anda belum memegang tugas/)
  assert.equal((await world.as('operatorDishub').get('/perangkat-daerah')).status, 404)
})
