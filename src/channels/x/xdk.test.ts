import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiError, Client } from '@xdevplatform/xdk'
import { type FakeX, startFakeX } from './fake/fake-x.ts'

// X's own client is the judge of the fake: what it can do over plain http must work. It speaks the new dialect only.

let fake: FakeX
let client: Client
let userId: string

before(async () => {
  fake = await startFakeX()
  const { id, accessToken } = fake.signIn('dinkes_contoh')
  userId = id
  client = new Client({ baseUrl: fake.url, accessToken })
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
