import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Newsroom, openNewsroom, photo } from '../../../test/newsroom.ts'

let room: Newsroom
before(async () => {
  room = await openNewsroom()
})
after(() => room.close())

const contributors = '/konten/kontributor'
const rina = { agencyId: 'dinkes', name: 'Rina Misal', section: 'Bidang Kesehatan Masyarakat' }
const text = { title: 'Kelas ibu hamil di Pekayon', body: 'Dua puluh ibu hadir di Puskesmas Pekayon.' }

/** Makes a link as the operator; answers its address and its id. */
async function makeLink(name: string): Promise<{ address: string; id: string }> {
  const made = await room.as('operatorDinkes').post(contributors, { ...rina, name })
  assert.equal(made.status, 200)
  const href = made.$('input[name=link]').attr('value') ?? ''
  const { id } = await room.platform.db
    .selectFrom('contributor_link')
    .select('id')
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { address: new URL(href).pathname, id }
}

const actionsOf = async (id: string): Promise<string[]> => {
  const rows = await room.platform.db
    .selectFrom('event')
    .select('action')
    .where('thing_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map(({ action }) => action)
}

const draftOf = (title: string) =>
  room.platform.db.selectFrom('content').selectAll().where('title', '=', title).executeTakeFirstOrThrow()

test('a link is shown once; what comes through it is a draft that the operator finds', async () => {
  const { address, id } = await makeLink(rina.name)
  assert.match(address, /^\/titip\/[\w-]{43}$/)
  const kept = await room.platform.db.selectFrom('contributor_link').selectAll().where('id', '=', id).executeTakeFirst()
  assert.doesNotMatch(JSON.stringify(kept), new RegExp(address.split('/')[2] ?? '?'))
  const list = await room.as('headDinkes').get(contributors)
  assert.match(list.text, /Berlaku sampai 21 Februari 2027/)
  assert.doesNotMatch(list.text, /\/titip\//)

  const form = await room.anyone.get(address)
  assert.match(form.text, /Rina Misal, Bidang Kesehatan Masyarakat/)
  const bytes = await photo()
  const files = { picture: { filename: 'IMG_1.jpg', bytes } }
  const _once = form.$('input[name=_once]').attr('value') ?? ''
  const sent = await room.anyone.post(address, { ...text, alt: '', _once }, files)
  assert.equal(sent.status, 303)
  assert.equal((await room.anyone.post(address, { ...text, alt: '', _once }, files)).location, sent.location)
  const thanks = await room.anyone.get(sent.location ?? '')
  assert.match(thanks.$('h1').text(), /Terima kasih, Rina Misal/)
  assert.equal(thanks.$('tbody tr').length, 1, 'sent twice, taken once')
  assert.match(thanks.$('tbody').text(), /Kelas ibu hamil di Pekayon.*Diterima operator/)

  const operator = room.as('operatorDinkes')
  assert.match((await operator.get('/beranda')).text, /Bahan dari kontributor yang belum disunting/)
  const drafts = await operator.get('/konten?asal=kontributor&keadaan=draft')
  assert.match(drafts.$('tbody').text(), /Kelas ibu hamil.*Rina Misal, Bidang Kesehatan Masyarakat Dari kontributor/)
  const draft = await draftOf(text.title)
  assert.deepEqual(
    [draft.author_id, draft.author_name, draft.agency_id],
    [null, 'Rina Misal, Bidang Kesehatan Masyarakat', 'dinkes'],
  )
  assert.match((await operator.get(`/konten/${draft.id}`)).text, /Sebelum mengajukan, periksa jenis dan temanya/)
  assert.deepEqual(await actionsOf(draft.id), ['content.created'])
  assert.deepEqual(await actionsOf(id), ['contributor-link.made'])
  const receipts = await room.platform.db.selectFrom('receipt').selectAll().execute()
  assert.doesNotMatch(JSON.stringify(receipts), /titip/, 'the token stands in no receipt')
})

test('a picture without words waits for them, and is then published', async () => {
  const operator = room.as('operatorDinkes')
  const { id } = await draftOf(text.title)
  const early = await operator.post(`/konten/${id}/pengajuan`)
  assert.equal(early.status, 422)
  assert.match(early.text, /Teks gambar belum ditulis/)
  const change = await operator.get(`/konten/${id}/ubah`)
  assert.equal(change.$('input[name=decorative]').attr('checked'), undefined)
  const words = { ...room.news, ...text, version: '1', alt: 'Ibu hamil mengikuti senam di puskesmas' }
  assert.equal((await operator.post(`/konten/${id}/ubah`, words)).status, 303)
  assert.doesNotMatch((await operator.get('/beranda')).text, /Bahan dari kontributor/)
  await room.publish(id)
  const news = await room.anyone.get('/situs/dinkes/berita/kelas-ibu-hamil-di-pekayon')
  assert.equal(news.$('article img').attr('alt'), words.alt)
})

test('what is wrong is said beside its field and nothing is lost', async () => {
  const { address } = await makeLink('Tono Umpama')
  const empty = await room.anyone.post(address, { title: '', body: 'Isi yang panjang.', alt: 'Warga antre' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Judul belum diisi/)
  assert.match(empty.$('textarea[name=body]').text(), /Isi yang panjang\./)
  assert.equal(empty.$('input[name=alt]').attr('value'), 'Warga antre')
  assert.match((await room.anyone.post(address, { title: 'Hanya judul', body: '' })).text, /Isi belum ditulis/)
  for (const [bytes, words] of [
    [Buffer.from('%PDF-1.7'), /bukan gambar/],
    [Buffer.alloc(5 * 1024 * 1024 + 1), /paling besar 5 MB/],
  ] as const) {
    const refused = await room.anyone.post(address, text, { picture: { filename: 'a.jpg', bytes } })
    assert.equal(refused.status, 422)
    assert.match(refused.text, words)
    assert.equal(refused.$('input[name=title]').attr('value'), text.title)
  }
  assert.doesNotMatch((await room.anyone.get(address)).text, /Titipan Anda/)
})

test('unknown, expired and revoked look the same, and what was written can be copied', async () => {
  const { address, id } = await makeLink('Yuni Rekaan')
  const unknown = await room.anyone.get('/titip/tidak-ada')
  assert.equal(unknown.status, 404)
  assert.match(unknown.text, /Mintalah tautan baru kepada operator/)
  room.at('2027-02-21T02:59:59Z')
  assert.equal((await room.anyone.get(address)).status, 200)
  room.at('2027-02-21T03:00:00Z')
  const main = (answer: Awaited<ReturnType<typeof room.anyone.get>>) => answer.$('main').html()
  assert.equal(main(await room.anyone.get(address)), main(unknown))
  assert.equal((await room.anyone.get(`${address}/terima-kasih`)).status, 404)
  const late = await room.anyone.post(address, text)
  assert.equal(late.status, 404)
  assert.match(late.$('main').text(), /Dua puluh ibu hadir/)

  assert.equal((await room.as('operatorDinkes').post(`${contributors}/${id}/perpanjangan`)).status, 303)
  assert.equal((await room.anyone.get(address)).status, 200, 'renewed after its end')
  assert.match((await room.as('reviewerDinkes').get(contributors)).text, /Berlaku sampai 22 Mei 2027/)
  const replaced = await room.as('headDinkes').post(`${contributors}/${id}/penggantian`)
  const fresh = new URL(replaced.$('input[name=link]').attr('value') ?? '').pathname
  assert.equal((await room.anyone.get(address)).status, 404, 'the old one ended')
  assert.equal((await room.anyone.get(fresh)).status, 200)
  assert.equal((await room.as('reviewerDinkes').post(`${contributors}/${id}/pencabutan`)).status, 303)
  assert.equal(main(await room.anyone.get(fresh)), main(unknown))
  for (const step of ['perpanjangan', 'penggantian', 'pencabutan'])
    assert.equal((await room.as('operatorDinkes').post(`${contributors}/${id}/${step}`)).status, 409, step)
  assert.deepEqual(
    await actionsOf(id),
    ['made', 'renewed', 'renewed', 'revoked'].map((word) => `contributor-link.${word}`),
  )
  await makeLink('Yuni Rekaan')
  room.at('2026-11-23T03:00:00Z')
})

test('one link takes so many a day and no more', async () => {
  const { address } = await makeLink('Ratri Contoh')
  for (let n = 1; n <= 20; n++)
    assert.equal((await room.anyone.post(address, { ...text, title: `Bahan ${n}` })).status, 303, `${n}`)
  const more = await room.anyone.post(address, { ...text, title: 'Bahan 21' })
  assert.equal(more.status, 409)
  assert.match(more.text, /Sudah 20 bahan dalam 24 jam terakhir/)
  assert.equal(more.$('input[name=title]').attr('value'), 'Bahan 21')
  room.at('2026-11-24T03:00:01Z')
  assert.equal((await room.anyone.post(address, { ...text, title: 'Bahan 21' })).status, 303)
  room.at('2026-11-23T03:00:00Z')
})

test('only operator, secretary and head of the agency manage its contributors', async () => {
  const { id } = await makeLink('Lia Andai')
  for (const member of ['commsOfficer', 'auditor', 'mayorOffice'] as const) {
    assert.equal((await room.as(member).get(contributors)).status, 404, member)
    assert.equal((await room.as(member).post(contributors, rina)).status, 403, member)
  }
  const dishub = room.as('operatorDishub')
  assert.doesNotMatch((await dishub.get(contributors)).text, /Lia Andai/)
  assert.equal((await dishub.post(contributors, rina)).status, 403)
  for (const step of ['perpanjangan', 'penggantian', 'pencabutan'])
    assert.equal((await dishub.post(`${contributors}/${id}/${step}`)).status, 404, step)
  const operator = room.as('operatorDinkes')
  const twice = await operator.post(contributors, { ...rina, name: 'lia andai' })
  assert.equal(twice.status, 409)
  assert.match(twice.text, /sudah mempunyai tautan/)
  const empty = await operator.post(contributors, { ...rina, name: ' ', section: '' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Tulis nama kontributor/)
})
