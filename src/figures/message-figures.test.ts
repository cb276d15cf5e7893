import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { answerCase } from '../cases/answer-case.ts'
import { openCase } from '../cases/open-case.ts'
import { accepted } from '../platform/refusal.ts'
import { listBehind } from './message-count.ts'
import { messageFigures } from './message-figures.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

it('the figures of a month come from the event log, and are the same when asked later', async () => {
  const open = async (at: string) => {
    world.at(new Date(`${at}+07:00`).toISOString())
    const input = { agencyId: 'dinkes', channel: 'form', kind: 'complaint' as const, text: 'Antrean panjang.' }
    return accepted(await openCase(world.system(), { ...input, receivedAt: world.now() }))
  }
  const answer = async (ticket: string, at: string) => {
    world.at(new Date(`${at}+07:00`).toISOString())
    accepted(await answerCase(world.ctx('operatorDinkes'), { ticket, text: 'Sudah.', final: true, version: 1 }))
  }
  const before = await open('2026-09-28T09:00:00')
  const quick = await open('2026-10-05T09:00:00')
  await answer(quick.ticket, '2026-10-05T10:30:00')
  await answer(before.ticket, '2026-10-06T09:00:00')
  const slow = await open('2026-10-12T09:00:00')
  world.at('2026-10-31T17:00:00Z')
  const october = await messageFigures(world.system(), 'dinkes', '2026-10')
  assert.deepEqual(
    [october.received, october.answered, october.inTime, october.late, october.openAtEnd, october.medianMinutes],
    [2, 2, 1, 2, 1, (90 + 2700) / 2],
  )
  assert.deepEqual(
    listBehind(october, 'late').map(({ register }) => register),
    [before.register, slow.register],
  )
  await answer(slow.ticket, '2026-11-03T09:00:00')
  await open('2026-11-10T09:00:00')
  world.at('2027-06-01T00:00:00Z')
  assert.deepEqual(await messageFigures(world.system(), 'dinkes', '2026-10'), october)
  assert.equal((await messageFigures(world.system(), 'dishub', '2026-10')).received, 0)
})
