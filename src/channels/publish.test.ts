import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openXWorld, type XWorld } from '../../test/x-world.ts'
import { accepted } from '../platform/refusal.ts'
import type { SocialAccount } from './account.ts'
import { sendHeldPost } from './decide-post.ts'
import { findAccount } from './find-accounts.ts'
import { findPost } from './find-posts.ts'
import { findHalt } from './halt.ts'
import type { Post } from './post.ts'
import { publishPost } from './publish-post.ts'
import { resumeCalls } from './resume-calls.ts'
import { approvePost, sendPostAgain, submitPost } from './review-post.ts'
import { findInterrupted, takeUpLeftovers } from './send-waiting.ts'
import { draftPost } from './write-post.ts'
import type { Fault } from './x/fake/faults.ts'

let world: XWorld
let account: SocialAccount
before(async () => {
  world = await openXWorld()
  account = await world.connect('dinkes_contoh')
  await world.runJobs()
})
after(() => world.close())

let texts = 0
async function approved(text = `Siaran ke-${++texts}`): Promise<Post> {
  const operator = world.ctx('operatorDinkes')
  const draft = accepted(await draftPost(operator, { accountId: account.id, text, theme: 'community', pictureAlt: '' }))
  const submitted = accepted(await submitPost(operator, { postId: draft.id, version: draft.version }))
  return accepted(await approvePost(world.ctx('reviewerDinkes'), { postId: draft.id, version: submitted.version }))
}
const again = (post: Post) => findPost(world.system(), post.id)
const sent = (post: Post) => world.x.tweetsOf('dinkes_contoh').filter(({ text }) => text === post.text).length
const fault = (kind: Fault['kind'], more: Partial<Fault> = {}) =>
  world.x.fail({ kind, method: 'POST', path: '/2/tweets', ...more })

test('an approved post goes out once, with its address and one event', async () => {
  const post = await approved()
  await world.runJobs()
  const published = await again(post)
  assert.equal(published.state, 'published')
  assert.equal(published.externalId, world.x.tweetsOf('dinkes_contoh').at(-1)?.id)
  await publishPost(world.system(), { postId: post.id })
  assert.equal(sent(post), 1)
  const events = await world.platform.db
    .selectFrom('event')
    .select('after')
    .where('thing_id', '=', post.id)
    .where('action', '=', 'post.published')
    .execute()
  assert.deepEqual(
    events.map(({ after }) => (after as { theme: string }).theme),
    ['community'],
  )
})

test('two workers never send the same post', async () => {
  const post = await approved()
  await Promise.all([1, 2, 3, 4].map(() => publishPost(world.system(), { postId: post.id })))
  assert.equal(sent(post), 1)
  assert.equal((await again(post)).state, 'published')
  await world.runJobs()
  assert.equal(sent(post), 1)
})

const lost: [Fault['kind'], number][] = [
  ['cut-after', 1],
  ['error-after', 1],
  ['cut-before', 0],
  ['over-capacity', 0],
  ['server-error', 0],
]

for (const [kind, stored] of lost)
  test(`an unclear outcome (${kind}) is settled by the timeline, never by sending again`, async () => {
    const post = await approved()
    fault(kind)
    await world.runJobs()
    assert.equal((await again(post)).state, 'unconfirmed')
    world.wait(120)
    await world.runJobs()
    assert.equal((await again(post)).state, stored === 1 ? 'published' : 'unconfirmed')
    world.wait(300)
    await world.runJobs()
    const settled = await again(post)
    assert.equal(settled.state, stored === 1 ? 'published' : 'not-sent')
    assert.equal(sent(post), stored)
    if (stored === 1) return
    accepted(await sendPostAgain(world.ctx('reviewerDinkes'), { postId: post.id, version: settled.version }))
    await world.runJobs()
    assert.equal((await again(post)).state, 'published')
    assert.equal(sent(post), 1)
  })

test('a timeline that cannot be read is no look', async () => {
  const post = await approved()
  fault('cut-after')
  await world.runJobs()
  world.x.fail({ kind: 'over-capacity', method: 'GET', path: '/2/users', times: 3 })
  for (let i = 0; i < 3; i += 1) {
    world.wait(120)
    await world.runJobs()
    assert.equal((await again(post)).state, 'unconfirmed')
  }
  world.wait(60)
  await world.runJobs()
  assert.equal((await again(post)).state, 'published')
})

test('429: waits until the window opens, then goes out', async () => {
  const post = await approved()
  fault('rate-limited', { seconds: 600 })
  await world.runJobs()
  const waiting = await again(post)
  assert.equal(waiting.state, 'approved')
  assert.match(waiting.reason ?? '', /membatasi/)
  await publishPost(world.system(), { postId: post.id })
  assert.equal(sent(post), 0)
  world.wait(610)
  await world.runJobs()
  assert.equal((await again(post)).state, 'published')
  assert.equal(sent(post), 1)
})

test('401 once: the token is renewed and the post goes out', async () => {
  const post = await approved()
  fault('unauthorized')
  await world.runJobs()
  assert.equal((await again(post)).state, 'published')
  assert.equal(sent(post), 1)
})

test('a dead refresh token: the account needs reconnecting, the post waits and goes out afterwards', async () => {
  const post = await approved()
  world.x.revokeAll()
  await world.runJobs()
  assert.equal((await again(post)).state, 'approved')
  assert.match((await again(post)).reason ?? '', /disambungkan/)
  assert.equal((await findAccount(world.system(), account.id)).state, 'needs-reconnecting')
  assert.match((await world.as('operatorDinkes').get(`/kanal/${account.id}`)).text, /perlu disambungkan lagi/)
  await reconnect()
  await world.runJobs()
  assert.equal((await again(post)).state, 'published')
  assert.equal(sent(post), 1)
})

test('402: all calls stop with an alarm; resumed, what waited goes out', async () => {
  const [first, second] = [await approved(), await approved()]
  world.x.setCredits(0)
  await world.runJobs()
  const calls = world.x.calls.length
  assert.ok(await findHalt(world.system()))
  await publishPost(world.system(), { postId: second.id })
  assert.equal(world.x.calls.length, calls)
  assert.match((await world.as('operatorDinkes').get('/kanal')).text, /berhenti/)
  assert.equal((await world.as('operatorDinkes').post('/kanal/x/pelanjutan')).status, 403)
  world.x.setCredits(null)
  assert.equal(await resumeCalls(world.ctx('commsOfficer')), undefined)
  await world.runJobs()
  for (const post of [first, second]) {
    assert.equal((await again(post)).state, 'published')
    assert.equal(sent(post), 1)
  }
})

test('403 duplicate: found in the timeline and linked, or refused when it is another post of ours', async () => {
  const lost = await approved()
  world.x.writeAs('dinkes_contoh', { text: lost.text })
  await world.runJobs()
  assert.equal((await again(lost)).state, 'published')
  assert.equal(sent(lost), 1)
  const twice = await approved(lost.text)
  await world.runJobs()
  world.wait(300)
  await world.runJobs()
  const refused = await again(twice)
  assert.equal(refused.state, 'refused')
  assert.match(refused.reason ?? '', /sudah pernah/)
  assert.equal(sent(lost), 1)
})

test('403 suspended: nothing more is tried, and what waited too long asks a person who is not its author', async () => {
  const [post, next] = [await approved(), await approved()]
  fault('suspended')
  await world.runJobs()
  const waiting = await again(post)
  assert.equal(waiting.state, 'approved')
  assert.match(waiting.reason ?? '', /menangguhkan/)
  assert.equal((await findAccount(world.system(), account.id)).state, 'needs-reconnecting')
  world.wait(901)
  await takeUpLeftovers(world.system())
  await reconnect()
  await world.runJobs()
  for (const { id } of [post, next]) {
    const held = await findPost(world.system(), id)
    assert.equal(held.state, 'held')
    assert.match(held.reason ?? '', /Seharusnya terkirim/)
    const step = { postId: id, version: held.version }
    assert.ok('refusal' in (await sendHeldPost(world.ctx('operatorDinkes'), step)), 'the author does not decide')
    accepted(await sendHeldPost(world.ctx('reviewerDinkes'), step))
  }
  await world.runJobs()
  for (const one of [post, next]) assert.equal(sent(one), 1)
})

test('a killed sender: the attempt is found, and the timeline tells', async () => {
  const post = await approved()
  const { platform } = world
  const killed = new Error('killed')
  let left = false
  const { fetch } = globalThis
  globalThis.fetch = async (...request) => {
    left ||= String(request[0]).endsWith('/2/tweets')
    if (left) throw killed
    return fetch(...request)
  }
  const clock = () => {
    if (left) throw killed
    return world.now()
  }
  await assert.rejects(
    publishPost({ ...world.system(), platform: { ...platform, clock } }, { postId: post.id }),
    killed,
  )
  globalThis.fetch = fetch
  assert.equal((await again(post)).state, 'sending')
  await findInterrupted(world.system())
  assert.equal((await again(post)).state, 'sending')
  world.wait(121)
  await findInterrupted(world.system())
  assert.equal((await again(post)).state, 'unconfirmed')
  await world.runJobs()
  world.wait(300)
  await world.runJobs()
  assert.equal((await again(post)).state, 'not-sent')
  assert.equal(sent(post), 0)
})

test('a worker killed before its intent: the post is taken up again', async () => {
  const post = await approved()
  await world.platform.db.deleteFrom('pgboss.job' as never).execute()
  await world.runJobs()
  assert.equal((await again(post)).state, 'approved')
  world.wait(121)
  await takeUpLeftovers(world.system())
  await world.runJobs()
  assert.equal((await again(post)).state, 'published')
  assert.equal(sent(post), 1)
})

async function reconnect(): Promise<void> {
  const operator = world.as('operatorDinkes')
  const begun = await operator.post(`/kanal/${account.id}/sambungan`)
  assert.equal(begun.status, 303)
  const form = new URLSearchParams({ account: 'dinkes_contoh', decision: 'allow' })
  const back = await fetch(begun.location ?? '', { method: 'POST', body: form, redirect: 'manual' })
  const { pathname, search } = new URL(back.headers.get('location') ?? '')
  const done = await operator.get(pathname + search)
  assert.equal(done.location, `/kanal/${account.id}`)
}
