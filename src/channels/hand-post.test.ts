import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type HandPostInput, keyOf, readHandPost } from './hand-post.ts'

const good: HandPostInput = { day: '2026-11-20', text: 'Vaksin', url: '', theme: 'community' }
const wrong: [name: string, change: Partial<HandPostInput>, field: string][] = [
  ['no day', { day: '' }, 'day'],
  ['a day there is not', { day: '31/02/2026' }, 'day'],
  ['tomorrow', { day: '2026-11-26' }, 'day'],
  ['no words', { text: '' }, 'text'],
  ['no link', { url: 'instagram' }, 'url'],
  ['no theme', { theme: 'olahraga' }, 'theme'],
  ['a count in words', { likes: 'banyak' }, 'likes'],
  ['a negative count', { views: '-3' }, 'views'],
]
for (const [name, change, field] of wrong)
  test(`${name} is refused`, () => {
    const read = readHandPost({ ...good, ...change }, '2026-11-25')
    assert.deepEqual('errors' in read && Object.keys(read.errors), [field])
  })

test('days and counts are read as Indonesians write them', () => {
  const read = readHandPost({ ...good, day: '5/3/2026', likes: '1.234', comments: '0', shares: '12' }, '2026-11-25')
  assert.ok('post' in read)
  assert.equal(read.post.day, '2026-03-05')
  assert.deepEqual([read.post.likes, read.post.comments, read.post.shares, read.post.views], [1234, 0, 12, null])
})

test('the same post has one key, whoever shared its link', () => {
  const key = (url: string, text = 'a') => keyOf({ day: '2026-11-20', text, url })
  assert.equal(key('https://www.instagram.com/p/AB/?igsh=1'), key('https://www.instagram.com/p/AB'))
  assert.equal(key('', 'Vaksin  hari ini'), key('', 'vaksin hari ini'))
  assert.notEqual(key('', 'a'), key('', 'b'))
})
