import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import fc from 'fast-check'
import { openWorld, type World } from '../../test/world.ts'
import { openCase } from '../cases/open-case.ts'
import { recordAll } from '../platform/events.ts'
import { accepted } from '../platform/refusal.ts'
import { addMonths, monthInWib, monthRange } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { figureWords } from './figure-words.ts'
import { fillTurns } from './fill-turns.ts'
import { findFigures } from './find-figures.ts'
import { findTurnList } from './find-turn-list.ts'
import { countMessages, type FigureName } from './message-count.ts'
import { messageFigures } from './message-figures.ts'
import type { CountedEvent } from './turns.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const day = 86_400_000
const begin = Date.parse('2026-01-05T02:00:00Z')
const names = Object.keys(figureWords) as FigureName[]
const agencies = ['dinkes', 'dishub', 'disdik'] as const
const kinds = ['complaint', 'inquiry', 'opinion'] as const

/** What may happen, in working order or not: the log decides, not the rules of an officer's act. */
const happening = fc.record({
  what: fc.constantFrom(
    ...['opened', 'reopened', 'passed-on', 'classified', 'due-changed', 'answer-published', 'closed'],
    ...['triaged', 'paused', 'resumed', 'merged', 'unmerged'],
  ),
  /** Days since the last one. */
  wait: fc.integer({ min: 0, max: 25 }),
  cases: fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 4 }),
  agency: fc.constantFrom(...agencies),
  kind: fc.constantFrom(...kinds),
  due: fc.integer({ min: -40, max: 40 }),
  final: fc.boolean(),
  solved: fc.constantFrom(true, false, undefined),
  minutes: fc.integer({ min: 0, max: 9000 }),
})
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

function told({ what, agency, kind, due, final, solved, minutes }: Happening, now: Date): object {
  const dueAt = new Date(now.getTime() + due * day).toISOString()
  const clocks = [{ step: 'final-answer', dueAt }]
  if (what === 'passed-on') return { agencyId: agency, clocks: due > 0 ? clocks : [] }
  if (what === 'classified') return { kind, clocks: due > 10 ? clocks : [] }
  if (what === 'answer-published') {
    const stopped = [{ step: 'final-answer', dueAt, inTime: due >= 0, workingMinutes: minutes }]
    return { final, at: now.toISOString(), stopped: due === 7 ? [] : stopped }
  }
  if (what === 'closed')
    return solved === undefined ? { ground: final ? 'not-a-matter' : null } : { outcome: 'done', solved }
  return { clocks }
}

it('the table says what the pure count over the log says, for every month, then and later, kept or filled', async () => {
  let now = begin
  const opened: { id: string; agencyId: string }[] = []
  const happen = async (one: Happening): Promise<void> => {
    now += one.wait * day + 60_000
    world.at(new Date(now).toISOString())
    if (one.what === 'opened' || opened.length === 0) {
      const word = {
        channel: 'form',
        kind: one.kind,
        text: 'Lampu jalan padam.',
        receivedAt: new Date(now - one.due * day),
      }
      const { id } = accepted(await openCase(world.system(), { agencyId: one.agency, ...word }))
      opened.push({ id, agencyId: one.agency })
      return
    }
    const about = [...new Set(one.cases.map((n) => n % opened.length))].flatMap((n) => opened[n] ?? [])
    if (one.what === 'passed-on') for (const found of about) found.agencyId = one.agency
    const after = told(one, new Date(now))
    await transaction(world.system(), (ctx) =>
      recordAll(
        ctx,
        `case.${one.what}`,
        about.map(({ id, agencyId }) => ({ thing: 'case', id, agencyId, after })),
      ),
    )
  }
  const log = async (): Promise<CountedEvent[]> =>
    await world
      .system()
      .db.selectFrom('event')
      .select(['thing_id as caseId', 'agency_id as agencyId', 'at', 'action', 'after'])
      .where('thing', '=', 'case')
      .orderBy('id')
      .execute()
  const numbersOf = (figures: Record<FigureName, number>) => names.map((name) => [name, figures[name]])
  /** The numbers of the page, and how long the list behind each is. */
  const pageFigures = async (agencyId: string, month: string) => {
    const question = { period: { first: month, last: month }, filter: { scope: 'all' as const } }
    const { parts } = await findFigures(world.system(), question, 'agency')
    const part = parts.find((one) => one.part === agencyId)
    const listed: [FigureName, number][] = []
    for (const figure of names) {
      const filter = { ...question.filter, agencyId }
      const { items } = await findTurnList(world.system(), { ...question, filter, figure }, { limit: 1000 })
      listed.push([figure, items.length])
    }
    return { listed, numbers: part ? numbersOf(part) : names.map((name) => [name, 0]) }
  }
  const agrees = async ({ withPages }: { withPages: boolean }): Promise<number> => {
    const events = await log()
    let compared = 0
    for (let month = '2026-01'; month <= monthInWib(world.now()); month = addMonths(month, 1))
      for (const agencyId of agencies) {
        const { from, to } = monthRange(month)
        const until = to < world.now() ? to : new Date(world.now().getTime() + 1)
        const { list, ...pure } = countMessages(events, agencyId, { from, to: until })
        const { list: kept, ...figures } = await messageFigures(world.system(), agencyId, month)
        assert.deepEqual(figures, pure, `${agencyId} ${month}`)
        const told = (turns: typeof list) =>
          turns.map(({ caseId, number, counted }) => `${caseId} ${number} ${counted.join()}`).sort()
        assert.deepEqual(told(kept), told(list))
        if (withPages) {
          const pages = await pageFigures(agencyId, month)
          assert.deepEqual(pages.numbers, numbersOf(pure), `page of ${agencyId} ${month}`)
          assert.deepEqual(pages.listed, pages.numbers, `lists of ${agencyId} ${month}`)
        }
        compared++
      }
    return compared
  }
  let compared = 0
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), async (history) => {
      for (const one of history) await happen(one)
      compared += await agrees({ withPages: false })
    }),
    { numRuns: 12, seed: 20261125, endOnFailure: true },
  )
  const { db } = world.system()
  const rows = () =>
    db.selectFrom('turn').selectAll().orderBy('case_id').orderBy('number').orderBy('known_from').execute()
  const followed = await rows()
  await db.deleteFrom('turn').execute()
  await db.deleteFrom('turn_filling').execute()
  assert.equal(await fillTurns(world.system()), opened.length)
  assert.equal(await fillTurns(world.system()), 0)
  await agrees({ withPages: true })
  assert.deepEqual(await rows(), followed)
  console.log(`${compared} months of agencies compared, ${opened.length} cases, ${followed.length} versions of turns`)
})

it('a case from before the table is read from its whole log when something happens to it', async () => {
  const ctx = world.system()
  const word = { channel: 'form', kind: 'complaint', text: 'Jalan rusak.', receivedAt: ctx.now } as const
  const { id } = accepted(await openCase(ctx, { agencyId: 'dinkes', ...word }))
  await ctx.db.deleteFrom('turn').where('case_id', '=', id).execute()
  await transaction(ctx, (ctx) =>
    recordAll(ctx, 'case.closed', [{ thing: 'case', id, agencyId: 'dinkes', after: { ground: 'not-a-matter' } }]),
  )
  const turns = await ctx.db.selectFrom('turn').select(['number', 'left_how']).where('case_id', '=', id).execute()
  assert.deepEqual(turns, [{ number: 1, left_how: 'without-answer' }])
})
