import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

test('the register shows head and operator, and says which post is empty', async () => {
  const { status, $ } = await world.as('commsOfficer').get('/perangkat-daerah')
  assert.equal(status, 200)
  const row = (name: string) => $(`tr:contains("${name}")`).text()
  assert.match(row('Dinas Kesehatan'), /Dewi Misal.*Sari Contoh/)
  assert.match(row('Dinas Pendidikan'), /kosong/)
})

test('nobody sees the register without signing in', async () => {
  const { status, location } = await world.anyone.get('/perangkat-daerah')
  assert.equal(status, 303)
  assert.equal(location, '/masuk?ke=%2Fperangkat-daerah')
})

test('an unknown agency is 404', async () => {
  assert.equal((await world.as('commsOfficer').get('/perangkat-daerah/tidak-ada')).status, 404)
})

test('the API lists agencies page by page, and only with a token', async () => {
  const first = await world.api('commsOfficer').get('/agencies?limit=3')
  assert.deepEqual(
    first.body.items.map(({ id }: { id: string }) => id),
    ['disdik', 'dishub', 'dinkes'].sort(),
  )
  const second = await world.api('commsOfficer').get(`/agencies?limit=3&cursor=${first.body.next}`)
  assert.deepEqual(
    second.body.items.map(({ id }: { id: string }) => id),
    ['diskominfostandi'],
  )
  assert.equal(second.body.next, null)
  const refused = await world.app.inject({ url: '/api/v1/agencies', headers: { host: 'localhost' } })
  assert.equal(refused.statusCode, 401)
  assert.match(String(refused.headers['content-type']), /application\/problem\+json/)
})

test('a limit out of range is a problem that names the field', async () => {
  const { status, body } = await world.api('commsOfficer').get('/agencies?limit=1000')
  assert.equal(status, 422)
  assert.deepEqual(Object.keys(body.errors), ['limit'])
})

test('openapi.json describes the API', async () => {
  const { statusCode, body } = await world.app.inject({ url: '/api/v1/openapi.json', headers: { host: 'localhost' } })
  assert.equal(statusCode, 200)
  const description = JSON.parse(body)
  assert.equal(description.openapi, '3.1.0')
  assert.ok(description.paths['/api/v1/agencies'])
})

test('a host name that is no site of ours says so', async () => {
  const answer = await world.anyone.get('/', { host: 'situs-lain.example' })
  assert.equal(answer.status, 404)
  assert.match(answer.text, /Situs tidak dikenal/)
})
