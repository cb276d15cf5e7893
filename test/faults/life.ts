import type pg from 'pg'
import type { FaultKind } from '../../src/channels/x/fake/faults.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { connectDatabase, connectPool } from '../../src/platform/db/connect.ts'
import type { XWorld } from '../x-world.ts'

/** What happens at one step of a life: the process dies before or after it, or X does something to that request. */
export type Blow = { at: number; kind: 'die-before' | 'die-after' | FaultKind }

/** The process is gone: nothing it does any more has an effect. */
export class Dead extends Error {
  override name = 'Dead'
}

/**
 * A process of ours whose every step outwards is counted: each statement to the database (begin and commit too), each
 * request to X, each file. At the step it is told it dies as by `kill -9`: its connections are cut, so the server
 * undoes what was not committed, and it never learns what became of the step it died after.
 */
export interface Life {
  /** What it did, in order: `db commit`, `x POST /2/tweets`, `file`. */
  steps: string[]
  /** The contexts of people and jobs, living in this process. */
  within(ctx: Ctx): Ctx
  end(): Promise<void>
}

export function openLife(world: XWorld, blow: Blow | null): Life {
  const steps: string[] = []
  let dead = false
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    if (dead) throw new Dead()
    steps.push(name)
    const struck = blow !== null && blow.at === steps.length ? blow.kind : null
    if (struck === 'die-before') dead = true
    if (dead) throw new Dead()
    if (struck !== null && struck !== 'die-before' && struck !== 'die-after' && name.startsWith('x '))
      world.x.fail({ kind: struck })
    const result = await work()
    if (struck === 'die-after') {
      dead = true
      throw new Dead()
    }
    return result
  }
  const pool = connectPool(world.connection, () => {}, 4)
  const db = connectDatabase({
    connect: async () => mortal(await pool.connect(), step, () => dead),
    end: () => pool.end(),
  } as never)
  const { fetch } = globalThis
  globalThis.fetch = (input, init) =>
    step(`x ${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`, () => fetch(input, init))
  const { files } = world.platform
  const counted = { ...files, get: (name: string) => step('file', () => files.get(name)) }
  return {
    steps,
    within: (ctx) => ({ ...ctx, db, platform: { ...ctx.platform, db, files: counted } }),
    async end() {
      globalThis.fetch = fetch
      await pool.end()
    },
  }
}

type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** A connection each of whose statements is a step; of a dead process it is closed, not given back. */
function mortal(client: pg.PoolClient, step: Step, isDead: () => boolean): object {
  return {
    processID: (client as unknown as { processID: number }).processID,
    query: (text: string, values: unknown[]) =>
      step(`db ${text.slice(0, 40).split('"')[0]?.trim()}`, () => client.query(text, values)),
    release: () => client.release(isDead()),
  }
}
