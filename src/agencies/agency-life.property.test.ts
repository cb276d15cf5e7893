import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { openWorld, type World } from '../../test/world.ts'
import { accepted, isRefusal } from '../platform/refusal.ts'
import { addDays } from '../platform/time.ts'
import { addAgency } from './add-agency.ts'
import { periodOn } from './agency-timeline.ts'
import { closeAgency } from './close-agency.ts'
import { correctAgency, correctAgencyEnd, withdrawAgencyChange } from './correct-agency.ts'
import { findTimelines } from './data/timelines.ts'
import { agencyAsBelieved, agencyOn } from './find-agencies.ts'
import { mergeAgencies } from './merge-agencies.ts'
import { renameAgency } from './rename-agency.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

/** Days are counted from here; what holds on the last one holds for ever. */
const first = '2026-01-01'
const days = 30
const dayAt = (n: number): string => addDays(first, n)

/** An agency told day by day, without periods: what each day's name is, and on which days a record begins. */
interface Told {
  names: (string | null)[]
  starts: Set<number>
}

const act = fc.record({
  kind: fc.constantFrom('rename', 'rename', 'correct', 'move', 'withdraw', 'close', 'reopen', 'end', 'merge'),
  agency: fc.nat(2),
  other: fc.nat(2),
  day: fc.integer({ min: -2, max: days - 1 }),
  pick: fc.nat(5),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

let serial = 0
let clock = Date.parse('2026-11-23T03:00:00Z')

test('on every day exactly one name of each living agency, and all that was believed stays answerable', async () => {
  let done = 0
  let refused = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
      const ids = [0, 1, 2].map((n) => `acak-${++serial}-${n}`)
      const told = ids.map((): Told => ({ names: Array(days).fill('Awal'), starts: new Set([0]) }))
      const past: { at: Date; told: (string | null)[][] }[] = []
      for (const id of ids) accepted(await addAgency(ctxNow(), { id, ...facts('Awal'), day: first, decree: decree() }))
      for (const one of acts) {
        const ctx = ctxNow()
        const tell = await perform(ctx, one, ids, told)
        if (tell === null) refused++
        else {
          done++
          tell()
        }
        past.push({ at: ctx.now, told: told.map(({ names }) => [...names]) })
      }
      await agree(ids, told)
      await remember(ids, past)
    }),
    { numRuns: 40 },
  )
  assert.ok(done > 60 && refused > 20, `${done} done, ${refused} refused`)
})

const decree = () => `Perwal acak ${++serial}`
const facts = (name: string) => ({
  name,
  abbreviation: name,
  kind: 'department',
  parentId: null,
  regionCode: null,
  host: null,
})

/** Each act a second later, so that it can be asked what was believed between two of them. */
function ctxNow() {
  clock += 1000
  world.at(new Date(clock).toISOString())
  return world.ctx('commsOfficer')
}

/** Does one act through its command; the answer says how the telling goes on, or null when it was refused. */
async function perform(
  ctx: ReturnType<typeof ctxNow>,
  one: Act,
  ids: string[],
  told: Told[],
): Promise<(() => void) | null> {
  const id = ids[one.agency] ?? ''
  const life = told[one.agency] as Told
  const name = `Nama ${++serial}`
  const day = dayAt(one.day)
  const stated = { id, day, decree: decree(), reason: 'acak' }
  const starts = [...life.starts].sort((a, b) => a - b)
  const start = starts[one.pick % starts.length] ?? 0
  const from = dayAt(start)
  const end = life.names.indexOf(null)
  const nextStart = starts.find((other) => other > start) ?? (end === -1 ? days : end)
  const say = (begin: number, until: number, words: string | null) => () => void life.names.fill(words, begin, until)
  const run = async (command: Promise<unknown>, tell: () => void) => (isRefusal(await command) ? null : tell)
  switch (one.kind) {
    case 'rename': {
      const until = starts.find((other) => other > one.day) ?? (end === -1 ? days : end)
      return run(renameAgency(ctx, { ...stated, ...facts(name) }), () => {
        say(one.day, until, name)()
        life.starts.add(one.day)
      })
    }
    case 'correct':
      return run(correctAgency(ctx, { ...stated, ...facts(name), from, day: from }), say(start, nextStart, name))
    case 'move': {
      const held = life.names[start] ?? ''
      const earlier = start === 0 ? null : (life.names[start - 1] ?? null)
      if (start === 0) return null // before the first day told
      return run(correctAgency(ctx, { ...stated, ...facts(held), from }), () => {
        say(Math.min(start, one.day), Math.max(start, one.day), one.day < start ? held : earlier)()
        life.starts.delete(start)
        life.starts.add(one.day)
      })
    }
    case 'withdraw':
      return run(withdrawAgencyChange(ctx, { ...stated, from }), () => {
        say(start, nextStart, life.names[start - 1] ?? null)()
        life.starts.delete(start)
      })
    case 'close':
      return run(closeAgency(ctx, stated), say(one.day, days, null))
    case 'reopen':
      return run(correctAgencyEnd(ctx, { ...stated, day: null }), say(end, days, life.names[end - 1] ?? null))
    case 'end':
      return run(correctAgencyEnd(ctx, stated), () => {
        say(end, days, life.names[end - 1] ?? null)()
        say(one.day, days, null)()
      })
    case 'merge':
      return run(mergeAgencies(ctx, { ...stated, into: ids[one.other] ?? '' }), say(one.day, days, null))
  }
}

async function agree(ids: string[], told: Told[]): Promise<void> {
  const ctx = world.ctx('commsOfficer')
  const timelines = await findTimelines(ctx, ids)
  for (const [n, id] of ids.entries()) {
    const timeline = timelines.get(id) ?? []
    for (let day = 0; day < days; day++) {
      const covering = timeline.filter(({ from, to }) => from <= dayAt(day) && (to === null || dayAt(day) < to))
      const expected = told[n]?.names[day] ?? null
      assert.equal(covering.length, expected === null ? 0 : 1, `${id} on ${dayAt(day)}`)
      assert.equal(periodOn(timeline, dayAt(day))?.name ?? null, expected, `${id} on ${dayAt(day)}`)
    }
    for (const day of [0, 7, 15, days - 1]) {
      const asked = await agencyOn(ctx, id, dayAt(day)).then(
        ({ name }) => name,
        () => null,
      )
      assert.equal(asked, told[n]?.names[day] ?? null)
    }
  }
}

async function remember(ids: string[], past: { at: Date; told: (string | null)[][] }[]): Promise<void> {
  const ctx = world.ctx('commsOfficer')
  for (const { at, told } of past)
    for (const [n, id] of ids.entries())
      for (const day of [3, 14, 25]) {
        const believed = await agencyAsBelieved(ctx, id, dayAt(day), at)
        assert.equal(believed?.name ?? null, told[n]?.[day] ?? null, `${id} on ${dayAt(day)} as of ${at.toISOString()}`)
      }
}
