import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chargesOf, type PriceItem } from './charges.ts'

const plain = { ownsApp: false, answersItself: false }
const good = (body: unknown = {}) => ({ status: 200, body })
const posts = good({ data: [{ id: '1' }, { id: '2' }] })

type Case = [
  words: string,
  method: string,
  path: string,
  body: unknown,
  answer: ReturnType<typeof good> | null,
  item: PriceItem | null,
  count: number | null,
]

const cases: Case[] = [
  ['mentions, each', 'GET', '/2/users/7/mentions', null, posts, 'post-read', 2],
  ['own posts, each', 'GET', '/2/users/7/tweets', null, posts, 'post-read', 2],
  ['a conversation, each', 'GET', '/2/tweets/search/recent', null, posts, 'post-read', 2],
  ['posts by id, each', 'GET', '/2/tweets', null, posts, 'post-read', 2],
  ['who am I', 'GET', '/2/users/me', null, good({ data: { id: '7' } }), 'user-read', 1],
  ['nothing new', 'GET', '/2/users/7/mentions', null, good({ meta: { result_count: 0 } }), null, null],
  ['a read that failed', 'GET', '/2/users/7/mentions', null, { status: 503, body: null }, null, null],
  ['how much was used', 'GET', '/2/usage/tweets', null, good({ data: { id: '1' } }), null, null],
  ['a post', 'POST', '/2/tweets', { text: 'Halo' }, good(), 'post', null],
  ['a post with a bare address', 'POST', '/2/tweets', { text: 'bekasikota.go.id' }, good(), 'link-post', null],
  ['an answer', 'POST', '/2/tweets', { text: 'a', reply: { in_reply_to_tweet_id: '1' } }, good(), 'called-reply', null],
  ['a post X said no to', 'POST', '/2/tweets', { text: 'Halo' }, { status: 403, body: {} }, null, null],
  ['a post without an answer', 'POST', '/2/tweets', { text: 'Halo' }, null, 'post', null],
  ['a post that ended in 503', 'POST', '/2/tweets', { text: 'Halo' }, { status: 503, body: null }, 'post', null],
  ['a deletion', 'DELETE', '/2/tweets/1', null, good(), 'delete', null],
  ['hiding', 'PUT', '/2/tweets/1/hidden', { hidden: true }, good(), 'manage', null],
  ['alternative text', 'POST', '/2/media/metadata', {}, good(), 'media-metadata', null],
  ['uploading itself', 'POST', '/2/media/upload/1/append', {}, good(), null, null],
]

for (const [words, method, path, body, answer, item, count] of cases)
  test(`costs: ${words}`, () => {
    const [charge, ...more] = chargesOf({ method, path, body, answer }, plain)
    assert.equal(more.length, 0)
    assert.equal(charge?.item ?? null, item)
    assert.equal(charge?.ids?.length ?? null, count)
  })

test('a thread that goes on is a post, not an answer', () => {
  const body = { text: 'lanjutan', reply: { in_reply_to_tweet_id: '1' } }
  const call = { method: 'POST', path: '/2/tweets', body, answer: good() }
  assert.equal(chargesOf(call, { ownsApp: false, answersItself: true })[0]?.item, 'post')
})

test('the owner of the app reads its own for less; expansions are charged too', () => {
  const body = { data: [{ id: '1' }], includes: { users: [{ id: '9' }], posts: [{ id: '3' }] } }
  const call = { method: 'GET', path: '/2/users/7/mentions', body: null, answer: good(body) }
  assert.deepEqual(chargesOf(call, { ownsApp: true, answersItself: false }), [
    { item: 'owned-read', ids: ['1'] },
    { item: 'user-read', ids: ['9'] },
    { item: 'post-read', ids: ['3'] },
  ])
})
