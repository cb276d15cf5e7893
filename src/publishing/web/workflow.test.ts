import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Newsroom, openNewsroom } from '../../../test/newsroom.ts'

let room: Newsroom
before(async () => {
  room = await openNewsroom()
})
after(() => room.close())

const events = async (id: string) =>
  room.system().db.selectFrom('event').selectAll().where('thing_id', '=', id).orderBy('id').execute()

test('the public goes on seeing what was approved while a change waits', async () => {
  const id = await room.writeNews({ title: 'Jam layanan' })
  await room.publish(id)
  room.at('2026-11-24T03:00:00Z')
  const changed = { ...room.news, title: 'Jam layanan diperpanjang', version: '3', significant: 'on' }
  assert.equal((await room.as('operatorDinkes').post(`/konten/${id}/ubah`, changed)).status, 303)
  assert.equal((await room.anyone.get('/situs/dinkes/berita/jam-layanan')).$('h1').text(), 'Jam layanan')
  await room.publish(id)
  const { $ } = await room.anyone.get('/situs/dinkes/berita/jam-layanan')
  assert.equal($('h1').text(), 'Jam layanan diperpanjang')
  assert.match($('.dateline').text(), /Diperbarui 24 November 2026/)
  assert.deepEqual(
    (await events(id)).map(({ action }) => action),
    ['created', 'submitted', 'published', 'edited', 'submitted', 'changed'].map((word) => `content.${word}`),
  )
  room.at('2026-11-23T03:00:00Z')
})

test('a returned item carries the reason; a removed one is gone from the site', async () => {
  const id = await room.writeNews({ title: 'Perlu perbaikan' })
  await room.as('operatorDinkes').post(`/konten/${id}/pengajuan`)
  const reviewer = room.as('reviewerDinkes')
  const empty = await reviewer.post(`/konten/${id}/pengembalian`, { reason: '' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Tulis apa yang perlu diperbaiki/)
  assert.equal((await reviewer.post(`/konten/${id}/pengembalian`, { reason: 'Sebutkan sumbernya.' })).status, 303)
  assert.match((await room.as('operatorDinkes').get(`/konten/${id}`)).text, /Sebutkan sumbernya\./)
  await room.publish(id)
  assert.equal((await room.anyone.get('/situs/dinkes/berita/perlu-perbaikan')).status, 200)
  assert.equal((await room.as('operatorDinkes').post(`/konten/${id}/penarikan`, { reason: 'Keliru.' })).status, 403)
  assert.equal((await reviewer.post(`/konten/${id}/penarikan`, { reason: 'Keliru.' })).status, 303)
  const gone = await room.anyone.get('/situs/dinkes/berita/perlu-perbaikan')
  assert.equal(gone.status, 404)
  assert.match(gone.text, /Halaman tidak ditemukan/)
})

test('nobody approves what they wrote or changed', async () => {
  const reviewer = room.as('reviewerDinkes')
  const own = await reviewer.post('/konten/baru', { ...room.news, title: 'Ditulis sekretaris' })
  const id = own.location?.split('/').at(-1) ?? ''
  await reviewer.post(`/konten/${id}/pengajuan`)
  const refused = await reviewer.post(`/konten/${id}/persetujuan`, { version: '2' })
  assert.equal(refused.status, 403)
  assert.match(refused.text, /persetujuannya harus dari orang lain/)
  assert.equal((await room.as('headDinkes').post(`/konten/${id}/persetujuan`, { version: '2' })).status, 303)
})

test('a stale form is a conflict and keeps what was written', async () => {
  const id = await room.writeNews({ title: 'Dua orang' })
  await room.as('reviewerDinkes').post(`/konten/${id}/ubah`, { ...room.news, title: 'Judul sekretaris', version: '1' })
  const stale = await room
    .as('operatorDinkes')
    .post(`/konten/${id}/ubah`, { ...room.news, title: 'Judul operator', version: '1' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /sudah diubah oleh Budi Umpama/)
  assert.equal(stale.$('input[name=title]').attr('value'), 'Judul operator')
  await room.as('operatorDinkes').post(`/konten/${id}/pengajuan`)
  const old = await room.as('headDinkes').post(`/konten/${id}/persetujuan`, { version: '1' })
  assert.equal(old.status, 409)
})

test('other agencies, and people without the role, get nothing', async () => {
  const id = await room.writeNews({ title: 'Rahasia rapat' })
  const dishub = room.as('operatorDishub')
  assert.equal((await dishub.get(`/konten/${id}`)).status, 404)
  assert.equal((await dishub.get(`/konten/${id}/ubah`)).status, 404)
  assert.equal((await dishub.post(`/konten/${id}/ubah`, { ...room.news, version: '1' })).status, 404)
  assert.equal((await dishub.post(`/konten/${id}/pengajuan`)).status, 404)
  assert.equal((await dishub.post(`/konten/${id}/penarikan`, { reason: 'x' })).status, 404)
  assert.equal((await dishub.post('/konten/baru', room.news)).status, 403)
  assert.doesNotMatch((await dishub.get('/konten')).text, /Rahasia rapat/)
  assert.equal((await room.as('operatorDinkes').post(`/konten/${id}/persetujuan`, { version: '1' })).status, 403)
  assert.equal((await room.as('auditor').get(`/konten/${id}`)).status, 200)
  assert.equal((await room.as('auditor').post(`/konten/${id}/pengajuan`)).status, 403)
  assert.equal((await room.anyone.get(`/konten/${id}`)).location, `/masuk?ke=${encodeURIComponent(`/konten/${id}`)}`)
  assert.equal((await room.as('headDinkes').get('/konten/baru')).status, 404, 'the head approves, others write')
})

test('what is wrong is said beside its field, and what was written stays', async () => {
  const operator = room.as('operatorDinkes')
  const bad = await operator.post('/konten/baru', { ...room.news, title: '', theme: '' })
  assert.equal(bad.status, 422)
  assert.match(bad.text, /Judul belum diisi\./)
  assert.match(bad.text, /Pilih tema\./)
  assert.match(bad.$('textarea[name=body]').text(), /menggelar \*\*imunisasi\*\*/)

  const long = await operator.post('/konten/baru', { ...room.news, body: 'panjang '.repeat(25_000) })
  assert.equal(long.status, 422)
  assert.match(long.text, /Isi paling panjang 60\.000 huruf; ini 199\.999 huruf\./)
  assert.equal(long.$('textarea[name=body]').text().trim().length, 199_999)

  const id = await room.writeNews({ title: 'Tanpa isi', body: '' })
  const submitted = await operator.post(`/konten/${id}/pengajuan`)
  assert.equal(submitted.status, 422)
  assert.match(submitted.text, /Isi belum ditulis\./)
})

test('a form sent twice writes one item', async () => {
  const operator = room.as('operatorDinkes')
  const { $ } = await operator.get('/konten/baru')
  const fields = { ...room.news, title: 'Dikirim dua kali', _once: $('.form input[name=_once]').attr('value') ?? '' }
  assert.ok(fields._once)
  const [first, second] = [await operator.post('/konten/baru', fields), await operator.post('/konten/baru', fields)]
  assert.equal(first.location, second.location)
})

test('who approves is told what waits', async () => {
  const id = await room.writeNews({ title: 'Menunggu sekretaris' })
  await room.as('operatorDinkes').post(`/konten/${id}/pengajuan`)
  assert.match((await room.as('reviewerDinkes').get('/beranda')).text, /Konten menunggu persetujuan/)
})
