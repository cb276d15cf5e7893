import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { openWorld, type World } from '../../test/world.ts'
import { addAgency } from '../agencies/add-agency.ts'
import { holdersOf } from '../agencies/find-people.ts'
import type { Ctx } from '../platform/ctx.ts'
import { accepted, isRefusal } from '../platform/refusal.ts'
import { addDays } from '../platform/time.ts'
import { appoint } from './appoint.ts'
import { correctAppointment, endAppointment } from './correct-appointment.ts'
import { findAppointment, holderOn } from './find-appointments.ts'
import { handOverPost } from './hand-over-post.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

/** Days are counted from here; today is the fifth. `null` as an end is "until further notice". */
const first = '2026-11-18'
const days = 14
const today = 5
const dayAt = (n: number): string => addDays(first, n)

const act = fc.record({
  kind: fc.constantFrom('appoint', 'appoint', 'correct', 'end', 'hand-over', 'hand-over'),
  agency: fc.nat(1),
  role: fc.constantFrom('head', 'operator'),
  person: fc.nat(3),
  from: fc.integer({ min: 0, max: days - 1 }),
  to: fc.option(fc.integer({ min: 0, max: days }), { freq: 2 }),
  pick: fc.nat(7),
  stale: fc.integer({ min: 1, max: 12 }).map((n) => n === 1),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** A term as told in memory: days are numbers, `to` is the first day after it, `Infinity` until further notice. */
interface Told {
  id: string
  agency: string
  role: string
  email: string
  from: number
  to: number
}

const end = (to: number | null): number => to ?? Number.POSITIVE_INFINITY
const overlaps = (a: Told, b: Told): boolean =>
  a.id !== b.id && a.agency === b.agency && a.role === b.role && Math.max(a.from, b.from) < Math.min(a.to, b.to)
const isFree = (one: Told, told: readonly Told[]): boolean => !told.some((other) => overlaps(one, other))
const emailOf = (person: number): string => `orang${person}@acak.example`

let serial = 0
let clock = Date.parse('2026-11-23T03:00:00Z')

test('one head and one operator a day; refusals change nothing; what was true stays answerable', async () => {
  const count = { done: 0, refused: 0, days: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 16 }), async (acts) => {
      const agencies = [0, 1].map((n) => `posisi-${++serial}-${n}`)
      for (const id of agencies) accepted(await addAgency(ctxNow(), { id, ...facts(id), day: first, decree: id }))
      let told: readonly Told[] = []
      const past: { at: Date; told: readonly Told[] }[] = []
      for (const one of acts) {
        const earlier = await everything()
        const ctx = ctxNow()
        const next = expected(one, agencies, told)
        const made = await perform(ctx, one, agencies, told)
        assert.equal(isRefusal(made), next === null, JSON.stringify({ one, made }))
        if (isRefusal(made) || next === null) assert.deepEqual(await everything(), earlier, 'a refusal changes nothing')
        else told = next(await idOfLast(agencies))
        count[next === null ? 'refused' : 'done']++
        past.push({ at: ctx.now, told })
        await nobodyTwice()
      }
      count.days += await agree(agencies, told)
      await remember(agencies, past)
    }),
    { numRuns: 30 },
  )
  console.log(`appointments: ${count.done} steps done, ${count.refused} refused, ${count.days} days asked`)
  assert.ok(count.done > 40 && count.refused > 40, JSON.stringify(count))
})

test('of two heads appointed at the same moment one comes', async () => {
  const id = `posisi-${++serial}`
  accepted(await addAgency(ctxNow(), { id, ...facts(id), day: first, decree: id }))
  const ctx = ctxNow()
  const term = { role: 'head', agencyId: id, from: first, to: null, decree: id, acting: true, deputy: false }
  const made = await Promise.all([0, 1, 2].map((n) => appoint(ctx, { ...term, name: `Orang ${n}`, email: emailOf(n) })))
  assert.equal(made.filter((one) => !isRefusal(one)).length, 1)
})

const facts = (name: string) => ({
  name,
  abbreviation: name,
  kind: 'department',
  parentId: null,
  regionCode: null,
  host: null,
})

/** Each act a second later, so that it can be asked what was believed between two of them. */
function ctxNow(): Ctx {
  clock += 1000
  world.at(new Date(clock).toISOString())
  return world.ctx('commsOfficer')
}

/** The term an act is about: any of those told, or none. */
const picked = ({ pick }: Act, told: readonly Told[]): Told | undefined => told[pick % Math.max(told.length, 1)]

/** What the telling says: null for a refusal, else the terms afterwards, given the id of the newest appointment. */
function expected(one: Act, agencies: string[], told: readonly Told[]): ((newId: string) => readonly Told[]) | null {
  const agency = agencies[one.agency] ?? ''
  const added = { id: '', agency, role: one.role, email: emailOf(one.person), from: one.from, to: end(one.to) }
  if (one.kind === 'appoint') {
    if (added.to < added.from || !isFree(added, told)) return null
    return (id) => [...told, { ...added, id }]
  }
  if (one.kind === 'hand-over') {
    const leaver = told.find((t) => t.agency === agency && t.role === one.role && t.from <= one.from && t.to > one.from)
    const rest = told.map((t) => (t.id === leaver?.id ? { ...t, to: one.from } : t))
    const newcomer = { ...added, to: Number.POSITIVE_INFINITY }
    if (one.from < today || leaver?.email === added.email || !isFree(newcomer, rest)) return null
    return (id) => [...rest, { ...newcomer, id }]
  }
  const found = picked(one, told)
  if (!found || one.stale) return null
  const changed = { ...found, to: one.kind === 'end' ? (one.to ?? days) : end(one.to) }
  if (one.kind === 'correct') changed.from = one.from
  if (changed.to < changed.from || !isFree(changed, told)) return null
  return () => told.map((t) => (t.id === found.id ? changed : t))
}

/** The same through the commands. Nothing to pick is a refusal of this test itself. */
async function perform(ctx: Ctx, one: Act, agencies: string[], told: readonly Told[]): Promise<unknown> {
  const agencyId = agencies[one.agency] ?? ''
  const person = { name: `Orang ${one.person}`, email: emailOf(one.person) }
  const [from, to] = [dayAt(one.from), one.to === null ? null : dayAt(one.to)]
  const term = { agencyId, role: one.role, from, to, decree: 'SK acak', acting: false, deputy: false }
  if (one.kind === 'appoint') return appoint(ctx, { ...person, ...term })
  if (one.kind === 'hand-over')
    return handOverPost(ctx, { ...person, ...term, post: one.role, day: from, note: '', absent: true })
  const found = picked(one, told)
  if (!found) return { refusal: 'conflict', reason: 'nobody was ever appointed' }
  const { version, decree, acting } = await findAppointment(ctx, found.id)
  const stated = { id: found.id, reason: 'acak', version: one.stale ? version - 1 : version }
  if (one.kind === 'end') return endAppointment(ctx, { ...stated, to: to ?? dayAt(days) })
  return correctAppointment(ctx, { ...stated, from, to, decree: decree ?? '', acting })
}

/** All that an act could have changed. */
async function everything(): Promise<unknown> {
  const { rows } = await sql`
    select (select json_agg(a order by a.id) from appointment a where agency_id like 'posisi-%') as appointments,
      (select count(*) from event) as events, (select count(*) from person) as people,
      (select count(*) from handover) as handovers, (select count(*) from mail_link) as links,
      (select count(*) from person_lock) as locks`.execute(world.platform.db)
  return rows
}

async function idOfLast(agencies: string[]): Promise<string> {
  const last = await world.platform.db
    .selectFrom('appointment')
    .select('id')
    .where('agency_id', 'in', agencies)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return last?.id ?? ''
}

/** No day of any agency, told or not, has two holders of one post. */
async function nobodyTwice(): Promise<void> {
  const { rows } = await sql`
    select a.agency_id, a.role from appointment a join appointment b
      on a.agency_id = b.agency_id and a.role = b.role and a.deputy = b.deputy and a.id < b.id
    where a.role in ('head', 'operator') and greatest(a.from_day, b.from_day)
      < least(coalesce(a.to_day, 'infinity'), coalesce(b.to_day, 'infinity'))`.execute(world.platform.db)
  assert.deepEqual(rows, [])
}

/** Asks every day and the far future, and gets what was told. Answers how many days were asked. */
async function agree(agencies: string[], told: readonly Told[]): Promise<number> {
  const ctx = world.system()
  const asked = [...Array(days + 1).keys(), 1000]
  for (const agencyId of agencies)
    for (const day of asked) {
      const holders = await holdersOf(ctx, agencyId, dayAt(day))
      for (const role of ['head', 'operator'] as const) {
        const wanted = told.filter((t) => t.agency === agencyId && t.role === role && t.from <= day && t.to > day)
        const found = holders.filter((holder) => holder.role === role).map(({ email }) => email)
        assert.deepEqual(
          found,
          wanted.map(({ email }) => email),
          `${agencyId} ${role} on ${dayAt(day)}`,
        )
        const holder = await holderOn(ctx, { agencyId, role, deputy: false }, dayAt(day))
        assert.equal(holder?.id, wanted[0]?.id)
      }
    }
  return asked.length * agencies.length
}

interface Change {
  from: string
  to: string | null
}

/** What was believed after each act can be told anew from the events alone. */
async function remember(agencies: string[], past: { at: Date; told: readonly Told[] }[]): Promise<void> {
  const events = await world.platform.db
    .selectFrom('event')
    .select(['at', 'thing_id as id', 'after'])
    .where('action', 'in', ['appointment.made', 'appointment.corrected'])
    .where('agency_id', 'in', agencies)
    .orderBy('event.id')
    .execute()
  for (const { at, told } of past) {
    const believed = new Map(events.filter((event) => event.at <= at).map(({ id, after }) => [id, after as Change]))
    const wanted = told.map(({ id, from, to }) => [id, dayAt(from), to === Number.POSITIVE_INFINITY ? null : dayAt(to)])
    assert.deepEqual([...believed].map(([id, { from, to }]) => [id, from, to]).sort(), wanted.sort())
  }
}
