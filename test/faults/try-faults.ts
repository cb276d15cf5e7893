import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { SocialAccount } from '../../src/channels/account.ts'
import { sendHeldPost } from '../../src/channels/decide-post.ts'
import { findPost } from '../../src/channels/find-posts.ts'
import { findHalt } from '../../src/channels/halt.ts'
import { resumeCalls } from '../../src/channels/resume-calls.ts'
import { sendPostAgain } from '../../src/channels/review-post.ts'
import { sendDue } from '../../src/channels/send-due.ts'
import { takeUpLeftovers } from '../../src/channels/send-waiting.ts'
import { settlePost } from '../../src/channels/settle-post.ts'
import type { FaultKind } from '../../src/channels/x/fake/faults.ts'
import { accepted } from '../../src/platform/refusal.ts'
import { openXWorld, type XWorld } from '../x-world.ts'
import { type Blow, Dead, openLife } from './life.ts'
import { connected, type Scenario, type Sending } from './scenario.ts'

/** What X may do to any one request. A request that hangs ends like `cut-before` and `cut-after`, only later. */
const xFaults: readonly FaultKind[] = [
  'cut-before',
  'cut-after',
  'error-after',
  'server-error',
  'over-capacity',
  'rate-limited',
  'unauthorized',
  'no-credit',
]

/** `FAULT_RUNS=all`: every step in every way, and as many again with two blows; else a share of them. */
const wanted = process.env.FAULT_RUNS ?? '16'
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)

/** Sends again and again, with another blow each time, and reckons after each. */
export async function tryFaults(t: TestContext, name: string, scenario: Scenario): Promise<void> {
  const world = await openXWorld()
  try {
    const account = await world.connect('dinkes_contoh')
    await world.runJobs()
    const random = randomNumbers(seed)
    const steps = await stepsOf(world, account, scenario)
    const blows = everyBlow(steps)
    const second = blows.map((blow) => [blow, pick(blows, random)])
    const all = [...blows.map((blow) => [blow]), ...second]
    const chosen = wanted === 'all' ? all : shuffled(all, random).slice(0, Number(wanted))
    let asked = 0
    for (const [n, series] of chosen.entries()) {
      const told = `${name} run ${n} of seed ${seed}: ${series.map(({ at, kind }) => `${kind} at ${at} (${steps[at - 1]})`).join(', ')}`
      try {
        asked += await suffer(world, account, await scenario(world, account, `${name}${n}`), series)
      } catch (error) {
        throw new Error(told, { cause: error })
      }
    }
    t.diagnostic(
      `tried ${chosen.length} runs of ${name}, ${steps.length} steps from pressing to committed; a person was asked in ${asked} (FAULT_SEED=${seed})`,
    )
  } finally {
    await world.close()
  }
}

/** One undisturbed run: what the process does, step by step. */
async function stepsOf(world: XWorld, account: SocialAccount, scenario: Scenario): Promise<string[]> {
  const sending = await scenario(world, account, 'tanpa gangguan')
  const life = openLife(world, null)
  await live(world, account, sending, life.within)
  await life.end()
  await reckon(world, account, sending)
  return life.steps
}

function everyBlow(steps: readonly string[]): Blow[] {
  return steps.flatMap((step, i): Blow[] => {
    const at = i + 1
    const deaths = [
      { at, kind: 'die-before' },
      { at, kind: 'die-after' },
    ] as const
    return step.startsWith('x ') ? [...deaths, ...xFaults.map((kind) => ({ at, kind }))] : [...deaths]
  })
}

type Within = ReturnType<typeof openLife>['within']

/** A person presses the button, then the worker of the same process sends. */
async function live(world: XWorld, account: SocialAccount, sending: Sending, within: Within): Promise<void> {
  await sending.press((member) => within(world.ctx(member)))
  await sendDue(within(world.system()), { accountId: account.id })
}

/** Each blow strikes a life of its own; then all is settled in peace. Answers 1 when a person had to decide. */
async function suffer(
  world: XWorld,
  account: SocialAccount,
  sending: Sending,
  series: readonly Blow[],
): Promise<number> {
  for (const blow of series) {
    const life = openLife(world, blow)
    await live(world, account, sending, life.within).catch((error: unknown) => {
      if (!(error instanceof Dead)) throw error
    })
    await life.end()
  }
  const asked = await settle(world, account, sending)
  await reckon(world, account, sending)
  return asked
}

const inTheMiddle = ['in-review', 'approved', 'sending', 'unconfirmed', 'held', 'not-sent', 'refused'] as const

/**
 * What schedules do every minute and their jobs after them, and what people do who are asked; until nothing is in the
 * middle of anything.
 */
async function settle(world: XWorld, account: SocialAccount, sending: Sending): Promise<number> {
  let asked = 0
  for (let round = 0; round < 40; round++) {
    if (round > 0) world.wait(125)
    await connected(world, account)
    await takeUpLeftovers(world.system())
    await sendDue(world.system(), { accountId: account.id })
    if (round > 0)
      for (const { id } of await openPosts(world, sending)) await settlePost(world.system(), { postId: id })
    if (await findHalt(world.system())) accepted((await resumeCalls(world.ctx('commsOfficer'))) ?? true)
    await sending.press((member) => world.ctx(member))
    const open = await openPosts(world, sending)
    if (open.length === 0) return asked
    for (const { id, state, purpose, version } of open) {
      const step = { postId: id, version }
      if (state === 'held') accepted(await sendHeldPost(world.ctx('reviewerDinkes'), step))
      if (state === 'not-sent' && purpose !== 'answer') accepted(await sendPostAgain(world.ctx('reviewerDinkes'), step))
      if (state === 'held' || state === 'not-sent') asked = 1
    }
  }
  throw new Error(`never settled: ${JSON.stringify(await openPosts(world, sending))}`)
}

/** Of these texts, those neither out nor settled. An answer that was settled as not sent is answered anew in its case. */
async function openPosts(world: XWorld, { texts }: Sending) {
  const rows = await world.platform.db.selectFrom('post').select('id').where('text', 'in', texts).execute()
  const posts = await Promise.all(rows.map(({ id }) => findPost(world.system(), id)))
  const done = (text: string) => posts.some((post) => post.text === text && post.state === 'published')
  return posts.filter(
    (post) =>
      (inTheMiddle as readonly string[]).includes(post.state) &&
      !(post.purpose === 'answer' && post.state === 'not-sent' && done(post.text)),
  )
}

/** X holds each text exactly once, in its thread and with its pictures, and the database says the same. */
async function reckon(world: XWorld, account: SocialAccount, { texts, pictures }: Sending): Promise<void> {
  const onX = world.x.tweetsOf(account.handle)
  let before: string | null = null
  for (const [i, text] of texts.entries()) {
    const tweets = onX.filter((tweet) => tweet.text === text)
    assert.equal(tweets.length, 1, `X holds "${text}" once`)
    const [tweet] = tweets
    assert.equal(tweet?.mediaIds.length, pictures[i], 'with its pictures')
    if (before !== null) assert.equal(tweet?.repliedTo, before, 'in its thread')
    before = tweet?.id ?? null
    const rows = await world.platform.db
      .selectFrom('post')
      .select(['id', 'external_id'])
      .where('text', '=', text)
      .where('state', '=', 'published')
      .execute()
    assert.deepEqual(
      rows.map(({ external_id }) => external_id),
      [tweet?.id],
      'the database knows it as published, once',
    )
    const open = await world.platform.db
      .selectFrom('post_attempt')
      .innerJoin('post', 'post.id', 'post_attempt.post_id')
      .select('post_attempt.id')
      .where('post.text', '=', text)
      .where('outcome', 'is', null)
      .execute()
    assert.equal(open.length, 0, 'no attempt is left without an end')
    const answers = await world.platform.db
      .selectFrom('case_message')
      .innerJoin('post', 'post.case_message_id', 'case_message.id')
      .select('case_message.state')
      .where('post.text', '=', text)
      .where('post.state', '=', 'published')
      .execute()
    assert.ok(
      answers.every(({ state }) => state === 'public'),
      'the case knows its answer is out',
    )
  }
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

/** The same numbers for the same seed (mulberry32), from 0 to below 1. */
function randomNumbers(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
