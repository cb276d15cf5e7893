import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { isReporting } from './agency.ts'
import { agencyOn, findAgencies } from './find-agencies.ts'
import { loadRegister } from './load-register.ts'

let world: World
before(async () => {
  world = await openWorld()
  await loadRegister(world.system())
})
after(() => world.close())

test('the city has 43 agencies that report, 56 urban villages and 4 hospitals', async () => {
  const agencies = await findAgencies(world.system())
  assert.equal(agencies.filter(isReporting).length, 43)
  assert.equal(agencies.filter(({ kind }) => kind === 'subdistrict').length, 56)
  assert.equal(agencies.filter(({ kind }) => kind === 'hospital').length, 4)
})

test('loading it twice changes nothing', async () => {
  assert.deepEqual(await loadRegister(world.system()), { added: 0 })
})

test('an agency is called what it was called on that day', async () => {
  const ctx = world.system()
  assert.equal((await agencyOn(ctx, 'bapperida', '2025-12-30')).abbreviation, 'Bappelitbangda')
  assert.equal((await agencyOn(ctx, 'bapperida', '2025-12-31')).abbreviation, 'Bapperida')
})
