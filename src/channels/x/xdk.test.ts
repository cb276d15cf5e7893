import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { ApiError, Client } from '@xdevplatform/xdk'
import { exampleClient, type FakeX, startFakeX } from './fake/fake-x.ts'
import { sign } from './fake/push.ts'

// X's own client is the judge of the fake: what it can do over plain http must work. It speaks the new dialect only.

let fake: FakeX
let client: Client
let app: Client
let userId: string

before(async () => {
  fake = await startFakeX()
  const { id, accessToken } = fake.signIn('dinkes_contoh')
  userId = id
  client = new Client({ baseUrl: fake.url, accessToken })
  app = new Client({ baseUrl: fake.url, bearerToken: exampleClient.bearerToken })
})
after(() => fake.close())

test('who am I', async () => {
  const { data } = await client.users.getMe()
  assert.deepEqual(data, { id: userId, name: 'dinkes contoh', username: 'dinkes_contoh' })
})

test('publish, answer, read by id, delete', async () => {
  const citizen = fake.writeAs('warga', { text: '@dinkes_contoh kapan buka?' })
  const { data } = await client.posts.create({ text: 'Pukul 08.00.', reply: { inReplyToTweetId: citizen.id } })
  const id = data?.id ?? ''
  const read = await client.posts.getByIds([id, '99'], {
    postFields: ['created_at', 'conversation_id'],
    expansions: ['author_id', 'referenced_posts'],
  })
  assert.deepEqual(read.data?.[0]?.referencedPosts, [{ type: 'replied_to', id: citizen.id }])
  assert.equal(read.data?.[0]?.conversationId, citizen.id)
  assert.equal(read.data?.[0]?.authorId, userId)
  assert.equal(read.includes?.users?.[0]?.username, 'dinkes_contoh')
  assert.equal(read.errors?.length, 1)
  assert.deepEqual((await client.posts.delete(id)).data, { deleted: true })
})

test('mentions and own posts', async () => {
  await client.posts.create({ text: 'Pengumuman' })
  const mentions = await client.users.getMentions(userId, { maxResults: 5 })
  assert.equal(mentions.data?.length, 1)
  assert.equal(mentions.meta?.resultCount, 1)
  const own = await client.users.getPosts(userId, { maxResults: 5 })
  assert.equal(own.data?.[0]?.text, 'Pengumuman')
})

test('media with alternative text', async () => {
  const begun = await client.media.initializeUpload({
    mediaType: 'image/png',
    totalBytes: 4,
    mediaCategory: 'tweet_image',
  })
  const id = begun.data?.id ?? ''
  await client.media.appendUpload(id, { media: Buffer.from('gbr1').toString('base64'), segmentIndex: 0 })
  await client.media.finalizeUpload(id)
  const described = await client.media.createMetadata({ id, metadata: { altText: { text: 'Loket' } } })
  assert.equal(described.data?.id, id)
  assert.ok((await client.posts.create({ text: 'Loket', media: { mediaIds: [id] } })).data?.id)
})

test('mentions page by page', async () => {
  for (let i = 0; i < 12; i += 1) fake.writeAs('warga', { text: `@dinkes_contoh ke-${i}` })
  const seen: string[] = []
  let paginationToken: string | undefined
  do {
    const page = await client.users.getMentions(userId, { maxResults: 5, ...(paginationToken && { paginationToken }) })
    seen.push(...(page.data ?? []).map(({ id }) => id ?? ''))
    paginationToken = page.meta?.nextToken
  } while (paginationToken)
  assert.equal(seen.length, 13)
  assert.equal(new Set(seen).size, 13)
})

test('an edited post carries all its versions; the old one leaves the timeline', async () => {
  const first = (await client.posts.create({ text: 'Buka pukul 8' })).data?.id ?? ''
  const second = await client.posts.create({ text: 'Buka pukul 09.00', editOptions: { previousPostId: first } })
  const id = second.data?.id ?? ''
  const list = await client.posts.getByIds([id], { expansions: ['edit_history_post_ids'] })
  assert.deepEqual(list.data?.[0]?.editHistoryPostIds, [first, id])
  const own = await client.users.getPosts(userId, { maxResults: 100 })
  assert.ok(!own.data?.some((post) => post.id === first))
})

test('a whole conversation, and hiding a reply in it', async () => {
  const root = (await client.posts.create({ text: 'Pengumuman kedua' })).data?.id ?? ''
  const reply = fake.writeAs('warga_b', { text: 'mantap', repliedTo: root })
  const found = await client.posts.searchRecent(`conversation_id:${root}`, {
    maxResults: 10,
    expansions: ['author_id', 'referenced_posts'],
  })
  assert.deepEqual(
    found.data?.map(({ id }) => id),
    [reply.id],
  )
  assert.equal(found.includes?.posts?.[0]?.id, root)
  assert.deepEqual((await client.posts.hideReply(reply.id, { hidden: true })).data, { hidden: true })
})

test('users by their handles', async () => {
  const found = await client.users.getByUsernames(['dinkes_contoh', 'tidak_ada'], { userFields: ['protected'] })
  assert.deepEqual(found.data, [{ id: userId, name: 'dinkes contoh', username: 'dinkes_contoh', protected: false }])
  assert.equal(found.errors?.length, 1)
  assert.equal((await client.users.getByUsername('dinkes_contoh')).data?.id, userId)
})

test('a moving picture is ready after some processing', async () => {
  const begun = await client.media.initializeUpload({
    mediaType: 'video/mp4',
    totalBytes: 4,
    mediaCategory: 'tweet_video',
  })
  const id = begun.data?.id ?? ''
  await client.media.appendUpload(id, { media: Buffer.from('film').toString('base64'), segmentIndex: 0 })
  const states = [(await client.media.finalizeUpload(id)).data?.processingInfo?.state]
  for (let i = 0; i < 2; i += 1) states.push((await client.media.getUploadStatus(id)).data?.processingInfo?.state)
  assert.deepEqual(states, ['pending', 'in_progress', 'succeeded'])
})

test('a webhook proves itself, hears of mentions with a good signature, and again when asked', async () => {
  const heard: { body: string; signature: unknown }[] = []
  const receiver = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const token = new URL(request.url ?? '', 'http://x').searchParams.get('crc_token')
    if (token === null)
      heard.push({ body: Buffer.concat(parts).toString(), signature: request.headers['x-twitter-webhooks-signature'] })
    response.end(token === null ? '' : JSON.stringify({ response_token: sign(exampleClient.consumerSecret, token) }))
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/dorongan`
  try {
    const webhookId = (await app.webhooks.create({ url })).data?.id ?? ''
    assert.deepEqual(
      (await app.webhooks.get()).data?.map(({ id, valid }) => [id, valid]),
      [[webhookId, true]],
    )
    const filter = { userId }
    const made = await client.activity.createSubscription({
      eventType: 'post.mention.create' as never,
      filter,
      webhookId,
    })
    assert.equal(made.data?.subscription?.filter?.userId, userId)
    assert.equal((await app.activity.getSubscriptions()).data?.length, 1)
    const written = fake.writeAs('warga', { text: '@dinkes_contoh lampu padam' })
    assert.deepEqual(await fake.deliver(), [200])
    const { data } = JSON.parse(heard[0]?.body ?? '{}')
    assert.equal(data.event_uuid, written.id)
    assert.equal(data.payload.text, '@dinkes_contoh lampu padam')
    assert.equal(heard[0]?.signature, sign(exampleClient.consumerSecret, heard[0]?.body ?? ''))
    const today = new Date().toISOString().slice(0, 10).replaceAll('-', '')
    await app.webhooks.createWebhookReplayJob({ webhookId, fromDate: `${today}0000`, toDate: `${today}2359` })
    for (let i = 0; i < 100 && heard.length < 2; i += 1) await pause(10)
    assert.equal(heard[1]?.body, heard[0]?.body)
    assert.equal((await app.webhooks.validate(webhookId)).data?.valid, true)
    const subscription = made.data?.subscription?.subscriptionId ?? ''
    assert.equal((await app.activity.deleteSubscription(subscription)).data?.deleted, true)
    assert.equal((await app.webhooks.delete(webhookId)).data?.deleted, true)
  } finally {
    receiver.close()
    receiver.closeAllConnections()
  }
})

test('how much was read', async () => {
  assert.ok(Number((await app.usage.get()).data?.projectUsage) > 0)
})

const statuses = {
  unauthorized: 401,
  'no-credit': 402,
  'not-called': 403,
  'rate-limited': 429,
  'server-error': 500,
} as const

for (const [kind, status] of Object.entries(statuses))
  test(`the judge reads our ${status}`, async () => {
    fake.fail({ kind: kind as keyof typeof statuses })
    await assert.rejects(
      client.users.getMe(),
      (error) => error instanceof ApiError && error.status === status && typeof error.data === 'object',
    )
  })
