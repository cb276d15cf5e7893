import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { createWebhook, subscribe, usageOf, validateWebhook, webhooksOf } from './app-calls.ts'
import {
  conversationOf,
  createPost,
  deletePost,
  hideReply,
  lookUp,
  mentionsOf,
  postsBy,
  postsById,
  usersCalled,
  whoAmI,
} from './client.ts'
import { connectionTo } from './connection.ts'
import { exampleClient, type FakeX, startFakeX } from './fake/fake-x.ts'
import type { Fault } from './fake/faults.ts'
import { authorizeUrl, randomText, redeemCode, refreshTokens, revokeToken } from './sign-in.ts'
import { uploadMedia } from './upload-media.ts'
import type { XAnswer } from './x-error.ts'

let now = new Date('2026-11-23T03:00:00Z')
let fake: FakeX
let token: string
let userId: string
const x = () => ({ ...connectionTo(fake.url, exampleClient, () => now), timeoutMs: 300 })

beforeEach(async () => {
  now = new Date('2026-11-23T03:00:00Z')
  fake = await startFakeX({ clock: () => now })
  const signedIn = fake.signIn('dinkes_contoh')
  token = signedIn.accessToken
  userId = signedIn.id
})
afterEach(() => fake.close())

function value<T>(answer: XAnswer<T>): T {
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.value
}
const kind = (answer: XAnswer<unknown>): string => (answer.ok ? 'ok' : answer.error.kind)

const redirectUri = 'http://localhost:8080/kanal/x/kembali'

/** Plays the browser on the consent page; answers the code. */
async function consent(verifier: string): Promise<string> {
  const url = authorizeUrl(x(), { state: 's1', verifier, redirectUri })
  const page = await fetch(url)
  assert.equal(page.status, 200)
  assert.match(await page.text(), /dinkes_contoh/)
  const form = new URLSearchParams({ account: 'dinkes_contoh', decision: 'allow' })
  const answer = await fetch(url, { method: 'POST', body: form, redirect: 'manual' })
  const back = new URL(answer.headers.get('location') ?? '')
  assert.equal(back.searchParams.get('state'), 's1')
  return back.searchParams.get('code') ?? ''
}

test('sign-in: a code works once, with its verifier, for 30 seconds', async () => {
  const verifier = randomText()
  const code = await consent(verifier)
  const tokens = value(await redeemCode(x(), { code, verifier, redirectUri }))
  assert.equal(value(await whoAmI(x(), tokens.accessToken)).username, 'dinkes_contoh')
  assert.equal(kind(await redeemCode(x(), { code, verifier, redirectUri })), 'unauthorized')
  const other = await consent(verifier)
  assert.equal(kind(await redeemCode(x(), { code: other, verifier: randomText(), redirectUri })), 'unauthorized')
  const late = await consent(verifier)
  now = new Date(now.getTime() + 31_000)
  assert.equal(kind(await redeemCode(x(), { code: late, verifier, redirectUri })), 'unauthorized')
})

test('sign-in: each refresh kills the refresh token before it; revoking kills the pair', async () => {
  const verifier = randomText()
  const first = value(await redeemCode(x(), { code: await consent(verifier), verifier, redirectUri }))
  const second = value(await refreshTokens(x(), first.refreshToken))
  assert.equal(kind(await refreshTokens(x(), first.refreshToken)), 'unauthorized')
  value(await whoAmI(x(), second.accessToken))
  value(await revokeToken(x(), second.refreshToken))
  assert.equal(kind(await whoAmI(x(), second.accessToken)), 'unauthorized')
})

test('an access token lives two hours', async () => {
  now = new Date(now.getTime() + 7_200_001)
  assert.equal(kind(await whoAmI(x(), token)), 'unauthorized')
})

test('a post with links and signs comes back as it was written', async () => {
  const text = 'Imunisasi <anak> & balita: https://dinkes.bekasikota.go.id/berita/imunisasi 🎉'
  const id = value(await createPost(x(), token, { text }))
  const { posts } = value(await postsBy(x(), token, userId, { startTime: now }))
  assert.deepEqual(
    posts.map((post) => [post.id, post.text]),
    [[id, text]],
  )
  assert.equal(posts[0]?.createdAt.getTime(), now.getTime())
})

test('a reply goes out only to an author who called the account by hand or by quoting', async () => {
  const announcement = value(await createPost(x(), token, { text: 'Pengumuman' }))
  const named = fake.writeAs('warga_a', { text: '@dinkes_contoh kapan buka?' })
  const plain = fake.writeAs('warga_b', { text: 'terima kasih', repliedTo: announcement })
  const quoting = fake.writeAs('warga_c', { text: 'benarkah ini?', quoted: announcement })
  value(await createPost(x(), token, { text: 'Pukul 08.00.', inReplyTo: named.id }))
  assert.equal(kind(await createPost(x(), token, { text: 'Sama-sama.', inReplyTo: plain.id })), 'not-called')
  value(await createPost(x(), token, { text: 'Benar.', inReplyTo: quoting.id }))
  const { posts } = value(await mentionsOf(x(), token, userId, {}))
  assert.deepEqual(
    posts.map(({ id, named }) => [id, named]),
    [
      [quoting.id, []],
      [plain.id, []],
      [named.id, [userId]],
    ],
  )
  assert.equal(posts[1]?.text, '@dinkes_contoh terima kasih')
  assert.equal(posts[1]?.repliedTo, announcement)
  assert.equal(posts[0]?.quoted, announcement)
})

test('mentions after a mark, page by page', async () => {
  const written = Array.from({ length: 250 }, (_, i) => fake.writeAs('warga', { text: `@dinkes_contoh ke-${i}` }).id)
  const mark = written[9]
  const seen: string[] = []
  let next: string | undefined
  do {
    const page = value(await mentionsOf(x(), token, userId, { sinceId: mark, next }))
    seen.push(...page.posts.map((post) => post.id))
    next = page.next ?? undefined
  } while (next)
  assert.deepEqual(seen, written.slice(10).reverse())
  assert.deepEqual(value(await mentionsOf(x(), token, userId, { sinceId: written.at(-1) })).posts, [])
})

test('both dialects are read alike', async () => {
  const parent = fake.writeAs('warga', { text: '@dinkes_contoh halo' })
  const reply = fake.writeAs('warga', { text: 'satu lagi @dinkes_contoh', repliedTo: parent.id })
  const old = value(await mentionsOf(x(), token, userId, {}))
  const modern = value(await mentionsOf({ ...x(), dialect: 'new' }, token, userId, {}))
  assert.deepEqual(modern, old)
  assert.equal(old.posts[0]?.id, reply.id)
  assert.equal(old.posts[0]?.conversationId, parent.id)
})

test('the same text again, too long, to a deleted post', async () => {
  const id = value(await createPost(x(), token, { text: 'sama' }))
  assert.equal(kind(await createPost(x(), token, { text: 'sama' })), 'duplicate')
  assert.equal(kind(await createPost(x(), token, { text: 'x'.repeat(281) })), 'refused')
  value(await deletePost(x(), token, id))
  assert.equal(kind(await createPost(x(), token, { text: 'halo', inReplyTo: id })), 'refused')
  assert.deepEqual(value(await postsById(x(), token, [id])), [])
})

test('a picture goes up with its alternative text', async () => {
  const bytes = Buffer.alloc(2_500_000, 1)
  const media = value(await uploadMedia(x(), token, { type: 'image/png', bytes, alt: 'Antrean di puskesmas' }))
  value(await createPost(x(), token, { text: 'Foto', mediaIds: [media] }))
  const [stored] = fake.state().media
  assert.deepEqual([stored?.size, stored?.alt], [2_500_000, 'Antrean di puskesmas'])
  assert.equal(value(await postsBy(x(), token, userId, {})).posts[0]?.text, 'Foto')
})

test('what became of posts: there, gone, hidden from us', async () => {
  const ids = ['a', 'b', 'c', 'd'].map((name) => fake.writeAs(`warga_${name}`, { text: '@dinkes_contoh halo' }).id)
  fake.change('warga_b', { protected: true })
  fake.change('warga_c', { suspended: true })
  fake.remove(ids[3] ?? '')
  const { posts, gone, hidden } = value(await lookUp(x(), token, ids))
  assert.deepEqual([posts.map(({ id }) => id), hidden, gone], [[ids[0]], [ids[1]], [ids[2], ids[3]]])
})

test('a post that was changed knows its versions, in both dialects', async () => {
  const first = fake.writeAs('warga', { text: '@dinkes_contoh lampu padam' })
  const second = fake.edit(first.id, '@dinkes_contoh lampu padam di RT 3')
  for (const dialect of ['old', 'new'] as const) {
    const { posts } = value(await mentionsOf({ ...x(), dialect }, token, userId, {}))
    assert.deepEqual(
      posts.map(({ id, versions }) => [id, versions]),
      [[second.id, [first.id, second.id]]],
    )
  }
})

test('errors beside the data do not spoil it', async () => {
  fake.writeAs('warga', { text: '@dinkes_contoh halo' })
  fake.fail({ kind: 'partial' })
  assert.equal(value(await mentionsOf(x(), token, userId, {})).posts.length, 1)
  fake.fail({ kind: 'not-json' })
  assert.equal(kind(await mentionsOf(x(), token, userId, {})), 'unreachable')
})

test('a whole conversation, hiding a reply, users by their handles, editing', async () => {
  const root = value(await createPost(x(), token, { text: 'Pengumuman' }))
  const reply = fake.writeAs('warga', { text: 'mantap', repliedTo: root })
  const { posts } = value(await conversationOf(x(), token, root, {}))
  assert.deepEqual(
    posts.map(({ id }) => id),
    [reply.id],
  )
  value(await hideReply(x(), token, reply.id, true))
  assert.equal(fake.tweetsOf('warga')[0]?.hidden, true)
  assert.deepEqual(
    value(await usersCalled(x(), token, ['dinkes_contoh', 'tidak_ada'])).map(({ id }) => id),
    [userId],
  )
  const changed = value(await createPost(x(), token, { text: 'Pengumuman penting', edits: root }))
  assert.deepEqual(value(await postsById(x(), token, [changed]))[0]?.versions, [root, changed])
})

test('the app asks with its own token: webhooks, subscriptions, usage', async () => {
  const app = exampleClient.bearerToken
  assert.deepEqual(value(await webhooksOf(x(), app)), [])
  assert.equal(kind(await createWebhook(x(), app, 'http://127.0.0.1:9/dorongan')), 'refused')
  assert.equal(kind(await validateWebhook(x(), app, '1')), 'not-found')
  const wanted = { userId, type: 'post.mention.create', webhookId: '1' } as const
  assert.equal(kind(await subscribe(x(), token, wanted)), 'not-found')
  assert.equal(value(await usageOf(x(), app)), 0)
  assert.equal(kind(await webhooksOf(x(), token)), 'refused')
})

test('a moving picture goes up when X has taken it in', async () => {
  const bytes = Buffer.alloc(10, 1)
  const media = value(await uploadMedia(x(), token, { type: 'image/gif', bytes, alt: 'Denah yang berkedip' }))
  value(await createPost(x(), token, { text: 'Denah', mediaIds: [media] }))
})

test('a full window says when it opens', async () => {
  for (let i = 0; i < 75; i += 1) value(await whoAmI(x(), token))
  const answer = await whoAmI(x(), token)
  assert.deepEqual(answer, { ok: false, error: { kind: 'rate-limited', until: new Date('2026-11-23T03:15:00Z') } })
  now = new Date('2026-11-23T03:15:01Z')
  value(await whoAmI(x(), token))
})

test('credit runs out', async () => {
  fake.setCredits(0.02)
  value(await createPost(x(), token, { text: 'satu' }))
  value(await createPost(x(), token, { text: 'dua' }))
  assert.equal(kind(await createPost(x(), token, { text: 'tiga' })), 'no-credit')
})

const faults: [Fault['kind'], string, number][] = [
  ['unauthorized', 'unauthorized', 0],
  ['no-credit', 'no-credit', 0],
  ['usage-capped', 'no-credit', 0],
  ['duplicate', 'duplicate', 0],
  ['not-called', 'not-called', 0],
  ['suspended', 'refused', 0],
  ['rate-limited', 'rate-limited', 0],
  ['server-error', 'unknown-outcome', 0],
  ['over-capacity', 'unknown-outcome', 0],
  ['hang', 'unknown-outcome', 0],
  ['cut-before', 'unknown-outcome', 0],
  ['hang-after', 'unknown-outcome', 1],
  ['cut-after', 'unknown-outcome', 1],
  ['error-after', 'unknown-outcome', 1],
]

for (const [fault, expected, stored] of faults)
  test(`a post that meets the fault ${fault}: ${expected}`, async () => {
    fake.fail({ kind: fault, method: 'POST', path: '/2/tweets' })
    assert.equal(kind(await createPost(x(), token, { text: 'halo' })), expected)
    assert.equal(fake.tweetsOf('dinkes_contoh').length, stored)
    value(await createPost(x(), token, { text: 'yang berikut' }))
  })

test('nobody listens: nothing was sent', async () => {
  const closed = await startFakeX()
  await closed.close()
  assert.equal(kind(await createPost({ ...x(), apiUrl: closed.url }, token, { text: 'halo' })), 'unreachable')
})
