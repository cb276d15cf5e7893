import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { openXWorld, type XWorld } from '../../test/x-world.ts'
import type { SocialAccount } from './account.ts'
import { spentIn } from './budget.ts'
import { findAccount } from './find-accounts.ts'
import { keepPush } from './keep-push.ts'
import { lookForMentions } from './look-for-mentions.ts'
import { exampleClient } from './x/fake/fake-x.ts'
import { sign } from './x/fake/push.ts'

let world: XWorld
let account: SocialAccount
before(async () => {
  world = await openXWorld()
  account = await world.connect('dinkes_contoh')
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  world.platform.config.baseUrl = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`
  await keepPush(world.system())
  await world.runJobs()
})
after(() => world.close())

const look = () => lookForMentions(world.system(), { accountId: account.id })
const count = async (table: 'cases' | 'message' | 'channel_event'): Promise<number> =>
  (
    await world.platform.db
      .selectFrom(table)
      .select('agency_id' as never)
      .execute()
      .catch(async () => world.platform.db.selectFrom('channel_event').select('external_id').execute())
  ).length
const cases = () => count('cases')

const push = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  world.app.inject({
    method: 'POST',
    url: '/kanal/x/dorongan',
    payload,
    headers: { host: 'localhost', 'content-type': 'application/json', ...headers },
  })
const signed = (payload: string) =>
  push(payload, { 'x-twitter-webhooks-signature': sign(exampleClient.consumerSecret, payload) })

test('the address is registered, challenged and subscribed once', async () => {
  await keepPush(world.system())
  assert.equal(world.x.state().webhooks.length, 1)
  assert.equal(world.x.state().webhooks[0]?.valid, true)
  assert.equal(world.x.state().subscriptions.length, 4)
})

test('pushed, pushed again, in disorder, several in a body, and polled: each mention is one case', async () => {
  const before = await cases()
  for (let i = 0; i < 30; i += 1) world.x.writeAs(`warga_${i % 7}`, { text: `@dinkes_contoh lampu ${i} padam` })
  assert.ok((await world.x.deliver({ order: 'shuffled', times: 2, perBody: 4 })).every((status) => status === 200))
  await Promise.all([world.runJobs(), look()])
  assert.ok((await world.x.deliver({ again: true, order: 'reversed' })).every((status) => status === 200))
  await world.runJobs()
  await look()
  assert.equal(await cases(), before + 30)
  assert.equal(await spentIn(world.system(), '2026-11-01'), world.x.charged())
})

test('a push alone is a case within its job; the mark of polling does not move by it', async () => {
  const mark = async () =>
    (await world.platform.db.selectFrom('social_account').select('mentions_until').executeTakeFirstOrThrow())
      .mentions_until
  const until = await mark()
  const before = await cases()
  world.x.writeAs('warga_lain', { text: '@dinkes_contoh selokan tersumbat' })
  await world.x.deliver()
  await world.runJobs()
  assert.equal(await cases(), before + 1)
  assert.equal(await mark(), until)
})

test('what X did not sign is refused and nothing of it is kept', async () => {
  const before = await count('channel_event')
  world.x.writeAs('warga_lain', { text: '@dinkes_contoh palsu' })
  assert.deepEqual(await world.x.deliver({ forged: true }), [403])
  const body = JSON.stringify({ data: {} })
  assert.equal((await push(body)).statusCode, 403)
  assert.equal((await push(body, { 'x-twitter-webhooks-signature': 'sha256=' })).statusCode, 403)
  const good = sign(exampleClient.consumerSecret, body)
  assert.equal((await push(`${body} `, { 'x-twitter-webhooks-signature': good })).statusCode, 403)
  assert.equal(await count('channel_event'), before)
})

test('signed nonsense is refused; an event of an account we do not have is nothing', async () => {
  for (const body of ['', 'kentongan', '[]', '{"data":7}']) assert.equal((await signed(body)).statusCode, 400, body)
  const stranger = { event_uuid: '1', event_type: 'post.mention.create', filter: { user_id: '12' }, payload: {} }
  assert.equal((await signed(JSON.stringify({ data: stranger }))).statusCode, 200)
})

test('10 MB are refused unread', async () => {
  assert.equal((await push(Buffer.alloc(10 * 1024 * 1024, 32))).statusCode, 413)
})

test('a challenge is answered with the secret; without one there is nothing here', async () => {
  const get = (query: string) => world.app.inject({ url: `/kanal/x/dorongan${query}`, headers: { host: 'localhost' } })
  const answer = await get('?crc_token=abc')
  assert.equal(answer.json().response_token, sign(exampleClient.consumerSecret, 'abc'))
  assert.equal((await get('')).statusCode, 404)
})

test('a revocation that is pushed disconnects at once', async () => {
  world.x.revokeAll()
  await world.x.deliver()
  assert.equal((await findAccount(world.system(), account.id)).state, 'needs-reconnecting')
})
