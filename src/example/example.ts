import { findActor } from '../agencies/find-people.ts'
import { loadRegister } from '../agencies/load-register.ts'
import { type Ctx, type Platform, systemCtx } from '../platform/ctx.ts'
import { addDays, dayInWib, startOfDay } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { examplePeople } from './people.ts'

/** Lets each area tell its part of the example city, in the past and in the name of its people. */
export interface Example {
  platform: Platform
  /** Acting as the person with this address, at this instant. */
  as(email: string, at: Date): Ctx
  system(at: Date): Ctx
  /** `time` like `09:30`, in WIB. */
  daysAgo(days: number, time: string): Date
  /** `YYYY-MM-DD` in WIB. */
  today: string
}

/** Agencies in which a lot happens. */
export const lively = ['dinkes', 'dlh', 'dishub'] as const

/** The instant the example began: everybody was appointed before anything happened. */
export const beginning = 200

/**
 * Makes the example city in an empty installation: the real agencies with invented people, in the two months before
 * today. All of it in one transaction, so that a crash leaves nothing half told. Every part returns at once when it
 * finds its rows, so loading it twice changes nothing.
 */
export async function loadExample(
  platform: Platform,
  parts: readonly ((city: Example) => Promise<void>)[],
): Promise<void> {
  await transaction(systemCtx(platform, 'contoh'), async ({ db }) => {
    const city = await settle({ ...platform, db })
    for (const part of parts) await part(city)
  })
}

/** The register and the people, and how the other parts act in their name. */
async function settle(platform: Platform): Promise<Example> {
  const now = platform.clock()
  const today = dayInWib(now)
  const daysAgo = (days: number, time: string): Date => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return new Date(startOfDay(addDays(today, -days)).getTime() + (hours * 60 + minutes) * 60_000)
  }
  const system = (at: Date): Ctx => systemCtx(platform, 'contoh', at)
  await loadRegister(system(daysAgo(beginning, '07:00')))
  await examplePeople(system(daysAgo(beginning, '08:00')))
  const people = await platform.db.selectFrom('person').select(['id', 'email']).execute()
  const actors = new Map<string, Ctx['actor']>()
  for (const { id, email } of people) {
    const actor = await findActor(system(now), id)
    if (actor) actors.set(email, actor)
  }
  const as = (email: string, at: Date): Ctx => {
    const actor = actors.get(email)
    if (!actor) throw new Error(`nobody in the example has the address ${email}`)
    return { ...system(at), actor }
  }
  return { platform, as, system, daysAgo, today }
}
