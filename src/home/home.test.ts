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

test('/pengaturan leads to what this person may set', async () => {
  const links = async (member: Parameters<World['as']>[0]) => {
    const page = await world.as(member).get('/pengaturan')
    return page
      .$('main dd a')
      .toArray()
      .map((link) => page.$(link).attr('href'))
  }
  assert.deepEqual(await links('operatorDinkes'), [
    '/pengaturan/akun',
    '/pengaturan/kalender',
    '/pengaturan/kalender/batas-waktu',
    '/pengaturan/persetujuan-jawaban',
    '/kasus/jawaban-tersimpan',
    '/pengaturan/data-saya',
  ])
  assert.deepEqual(await links('commsHead'), [
    '/pengaturan/akun',
    '/pengaturan/kalender',
    '/pengaturan/kalender/batas-waktu',
    '/kasus/jawaban-tersimpan',
    '/pengaturan/data-saya',
    '/pengaturan/surat-keluar',
  ])
  assert.equal((await world.anyone.get('/pengaturan')).location, '/masuk?ke=%2Fpengaturan')
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
