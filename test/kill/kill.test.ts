import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { AppProcess } from '../app-process.ts'
import { type Installation, install } from './installation.ts'
import { emptyLedger, labour } from './labour.ts'
import { reckon, settle } from './reckoning.ts'

const lives = Number(process.env.KILL_LIVES ?? 20)
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)

let at: Installation
before(async () => {
  at = await install()
})
after(() => at.close())

describe(`kill -9 in the middle of publishing, receiving and answering`, () => {
  it(`loses nothing and sends nothing twice, killed ${lives} times`, async () => {
    console.log(`on ${at.name}, KILL_SEED=${seed}`)
    const random = randomNumbers(seed)
    const ledger = emptyLedger()
    // X takes its time, so that some die between sending and hearing of it.
    at.x.fail({ kind: 'slow', ms: 300, method: 'POST', path: '/2/tweets', times: 1_000_000 })
    for (let life = 1; life <= lives; life++) {
      const app = await at.serve()
      const work = labour(at, ledger, life)
      await pause(150 + random() * 2500)
      await app.kill()
      await work
    }
    assert.ok(ledger.approved.size + ledger.answered.size + ledger.tickets.size > lives, 'work was done in between')
    await withApp(at, () =>
      at.look(async (house, client) => {
        await settle(at, ledger, house, client)
        await reckon(at, ledger, client)
      }),
    )
  })
})

async function withApp(at: Installation, work: (app: AppProcess) => Promise<void>): Promise<void> {
  const app = await at.serve()
  try {
    await work(app)
  } finally {
    await app.stop()
  }
}

/** The same numbers for the same seed (mulberry32), from 0 to below 1. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
