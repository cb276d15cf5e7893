import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { addHoliday } from '../calendar/add-holiday.ts'
import { touchCalendars } from '../platform/calendar/calendar-rows.ts'
import { accepted } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { answerCase } from './answer-case.ts'
import { findCase } from './find-case.ts'
import { openCase } from './open-case.ts'
import { recomputeDueDates } from './recompute-due-dates.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const wib = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+07:00`).toISOString()
const operator = () => world.ctx('operatorDinkes')
const opened = async (): Promise<string> => {
  const input = { agencyId: 'dinkes', channel: 'form', kind: 'complaint', text: 'Puskesmas tutup.' } as const
  return accepted(await openCase(world.system(), { ...input, receivedAt: world.now() })).ticket
}
const answer = async (ticket: string) => {
  const { version } = await findCase(operator(), ticket)
  return accepted(await answerCase(operator(), { ticket, text: 'Sudah dibuka.', final: true, version }))
}
const final = async (ticket: string) => {
  const clock = (await findCase(operator(), ticket)).clocks.find(({ step }) => step === 'final-answer')
  assert.ok(clock)
  return clock
}

describe('all clocks counted anew', () => {
  it('a day off that is set and withdrawn moves what runs, twice is once, and what has stopped stays', async () => {
    world.at(wib('2026-11-02 09:00'))
    const [running, stopped] = [await opened(), await opened()]
    world.at(wib('2026-11-03 09:00'))
    await answer(stopped)
    const before = await final(stopped)
    const off = { day: '2026-11-05', kind: 'national', name: 'Libur uji', decree: 'SKB uji', from: '2026-11-03' }
    const { id } = accepted(await addHoliday(world.system(), off))
    const first = await recomputeDueDates(world.system(), 'Libur uji.')
    assert.ok(first.moved >= 1)
    assert.equal((await recomputeDueDates(world.system(), 'Libur uji.')).moved, 0)
    assert.deepEqual((await final(running)).dueAt?.toISOString(), wib('2026-11-10 16:00'))
    await transaction(world.system(), async (ctx) => {
      await ctx.db.updateTable('holiday').set({ to_day: '2026-11-03' }).where('id', '=', id).execute()
      await touchCalendars(ctx)
    })
    assert.ok((await recomputeDueDates(world.system(), 'Libur uji dicabut.')).moved >= 1)
    const after = await final(running)
    assert.deepEqual(after.dueAt?.toISOString(), wib('2026-11-09 16:00'))
    assert.deepEqual(
      after.former.map(({ reason }) => reason),
      ['Libur uji.', 'Libur uji dicabut.'],
    )
    const { dueAt, stoppedAt, former } = await final(stopped)
    assert.deepEqual([dueAt, stoppedAt, former], [before.dueAt, before.stoppedAt, before.former])
  })

  it('a server whose clock was set back stops no clock before it began', async () => {
    world.at(wib('2026-11-02 09:00'))
    const ticket = await opened()
    world.at(wib('2026-11-02 08:00'))
    await answer(ticket)
    const found = await findCase(operator(), ticket)
    assert.equal(found.state, 'answered')
    for (const { startedAt, stoppedAt } of found.clocks) assert.ok(stoppedAt === null || stoppedAt >= startedAt)
  })
})
