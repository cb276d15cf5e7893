import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { addPerson } from '../agencies/add-person.ts'
import { loadRegister } from '../agencies/load-register.ts'
import { accepted } from '../platform/refusal.ts'
import { exampleCases } from './cases.ts'
import { loadExample } from './example.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

it('tells cases in each state, once, also when it is loaded again', async () => {
  await loadRegister(world.system())
  for (const [email, agencyId] of [
    ['operator@dlh.example', 'dlh'],
    ['operator@diskominfo.example', 'diskominfostandi'],
  ] as const) {
    const person = { name: 'Nurul Ibarat', email, role: 'operator', agencyId, password: null, decree: 'SK contoh' }
    accepted(await addPerson(world.system(), person))
  }
  const states = async () => {
    const rows = await world.platform.db.selectFrom('cases').select(['state', 'ticket']).execute()
    return rows.map(({ state, ticket }) => `${state} ${ticket}`).sort()
  }
  await loadExample(world.platform, [exampleCases])
  const first = await states()
  for (const state of ['open', 'replied', 'answered', 'closed'])
    assert.ok(
      first.some((row) => row.startsWith(state)),
      state,
    )
  await loadExample(world.platform, [exampleCases])
  assert.deepEqual(await states(), first)
})

it('also in a year whose days off nobody has decreed yet', async () => {
  world.at('2028-02-10T03:00:00Z')
  await loadExample(world.platform, [exampleCases])
})
