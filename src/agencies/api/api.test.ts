import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { accepted } from '../../platform/refusal.ts'
import { addToken } from '../add-token.ts'
import type { Role } from '../policy.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const tokens = new Map<string, string>()
async function ask(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: object,
  role: Role = 'comms-officer',
  key = '',
) {
  if (!tokens.has(role)) {
    const agencyId = role === 'operator' ? 'dinkes' : null
    tokens.set(role, accepted(await addToken(world.ctx('commsOfficer'), { name: role, role, agencyId })).token)
  }
  const answer = await world.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      host: 'localhost',
      authorization: `Bearer ${tokens.get(role)}`,
      ...(key && { 'idempotency-key': key }),
    },
    ...(body && { payload: body }),
  })
  return { status: answer.statusCode, body: JSON.parse(answer.body) }
}

const badan = {
  id: 'badan-a',
  name: 'Badan A',
  abbreviation: 'BA',
  kind: 'board',
  parentId: null,
  regionCode: null,
  host: null,
  day: '2026-01-01',
  decree: 'Perda 1/2026',
}

test('an agency is added once per key, changed from a day on, and ended', async () => {
  assert.equal((await ask('POST', '/agencies', badan, 'comms-officer', 'k1')).status, 201)
  assert.deepEqual(await ask('POST', '/agencies', badan, 'comms-officer', 'k1'), {
    status: 201,
    body: { id: 'badan-a' },
  })
  const again = await ask('POST', '/agencies', badan)
  assert.deepEqual([again.status, Object.keys(again.body.errors)], [422, ['id']])
  const change = { name: 'Badan B', day: '2026-06-01', decree: 'Perda 2/2026' }
  assert.equal((await ask('PATCH', '/agencies/badan-a', change)).status, 200)
  const may = await ask('GET', '/agencies/badan-a?day=2026-05-31')
  assert.deepEqual([may.body.name, may.body.abbreviation], ['Badan A', 'BA'])
  assert.equal((await ask('GET', '/agencies/badan-a')).body.name, 'Badan B')
  const found = await ask('GET', '/agencies?q=badna+b')
  assert.equal(found.body.items[0].id, 'badan-a')
  const end = { day: '2026-09-01', decree: 'Perda 3/2026', into: 'dinkes' }
  assert.equal((await ask('POST', '/agencies/badan-a/closure', end)).status, 201)
  const listed = async (query: string) =>
    (await ask('GET', `/agencies${query}`)).body.items.some(({ id }: { id: string }) => id === 'badan-a')
  assert.deepEqual([await listed(''), await listed('?day=2026-08-31')], [false, true])
})

test('what is wrong is named by field', async () => {
  const { status, body } = await ask('PATCH', '/agencies/dinkes', {
    kind: 'Kementerian',
    day: '2026-02-30',
    decree: '',
  })
  assert.equal(status, 422)
  assert.deepEqual(Object.keys(body.errors).sort(), ['day', 'decree', 'kind'])
  assert.equal((await ask('GET', '/agencies?day=kemarin')).status, 422)
  assert.equal((await ask('PATCH', '/agencies/hantu', { day: '2026-01-01', decree: 'x' })).status, 404)
})

test('other roles neither add nor change', async () => {
  for (const role of ['operator', 'auditor', 'mayor-office'] as const) {
    assert.equal((await ask('POST', '/agencies', badan, role)).status, 404)
    assert.equal((await ask('PATCH', '/agencies/dinkes', { day: '2026-01-01', decree: 'x' }, role)).status, 404)
  }
})
