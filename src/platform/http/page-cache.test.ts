import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPageCache } from './page-cache.ts'

const page = { body: Buffer.from('isi'), headers: {}, etag: '"1"' }

test('a group is forgotten together, the others stay', () => {
  const cache = createPageCache()
  cache.keep('/a', 'satu', cache.generation('satu'), page)
  cache.keep('/b', 'dua', cache.generation('dua'), page)
  cache.forget('satu')
  assert.equal(cache.find('/a'), undefined)
  assert.equal(cache.find('/b')?.etag, '"1"')
})

test('a page drawn before its group was forgotten is not kept', () => {
  const cache = createPageCache()
  const since = cache.generation('satu')
  cache.forget('satu')
  cache.keep('/a', 'satu', since, page)
  assert.equal(cache.find('/a'), undefined)
  const again = cache.generation('satu')
  cache.forgetAll()
  cache.keep('/a', 'satu', again, page)
  assert.equal(cache.find('/a'), undefined)
})

test('of too many pages the oldest goes', () => {
  const cache = createPageCache()
  for (let i = 0; i <= 5000; i++) cache.keep(`/${i}`, 'satu', 0, page)
  assert.equal(cache.find('/0'), undefined)
  assert.ok(cache.find('/1'))
  assert.ok(cache.find('/5000'))
})
