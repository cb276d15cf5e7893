import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const news = { agencyId: 'dinkes', kind: 'news', theme: 'government', title: 'Dari program', body: 'Isi berita.' }

test('a program writes and submits, another person approves', async () => {
  const operator = world.api('operatorDinkes')
  const written = await operator.post('/contents', news)
  assert.equal(written.status, 201)
  assert.equal(written.body.state, 'draft')
  const { id } = written.body
  assert.equal((await operator.post(`/contents/${id}/approval`, {})).status, 404)
  assert.equal((await operator.post(`/contents/${id}/submission`, {})).body.state, 'in-review')
  assert.equal((await operator.post(`/contents/${id}/submission`, {})).status, 409)
  const approved = await world.api('reviewerDinkes').post(`/contents/${id}/approval`, {})
  assert.equal(approved.body.state, 'published')
  assert.equal(approved.body.firstPublishedAt, '2026-11-23T03:00:00.000Z')
  const one = await world.api('auditor').get(`/contents/${id}`)
  assert.equal(one.body.bodyHtml, '<p>Isi berita.</p>')
})

test('lists come in parts', async () => {
  for (const n of [1, 2, 3]) await world.api('operatorDinkes').post('/contents', { ...news, title: `Bagian ${n}` })
  const reader = world.api('commsOfficer')
  const first = await reader.get('/contents?limit=2&state=draft')
  assert.equal(first.body.items.length, 2)
  const second = await reader.get(`/contents?limit=2&state=draft&cursor=${first.body.next}`)
  assert.equal(second.body.items.length, 1)
  assert.equal(second.body.next, null)
})

test('what is wrong is named per field; what may not be seen is not there', async () => {
  const operator = world.api('operatorDinkes')
  const bad = await operator.post('/contents', { ...news, title: '', theme: 'x' })
  assert.equal(bad.status, 422)
  assert.deepEqual(Object.keys(bad.body.errors).sort(), ['theme', 'title'])
  const { id } = (await operator.post('/contents', news)).body
  assert.equal((await world.api('operatorDishub').get(`/contents/${id}`)).status, 404)
  assert.equal((await world.api('operatorDishub').post('/contents', news)).status, 403)
  assert.equal((await operator.get('/contents/bukan-id')).status, 404)
})
