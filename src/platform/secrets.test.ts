import assert from 'node:assert/strict'
import { test } from 'node:test'
import { open, seal } from './secrets.ts'

const [old, present, other] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer]

test('after a change of the key, what the former one sealed still opens, and the new one seals', () => {
  const before = seal({ present: old, former: [] }, 'rahasia')
  const keys = { present, former: [old] }
  assert.equal(open(keys, before), 'rahasia')
  const after = seal(keys, 'rahasia')
  assert.equal(open({ present, former: [] }, after), 'rahasia')
  assert.throws(() => open({ present: old, former: [] }, after))
})

test('another key, and a changed text, open nothing', () => {
  const sealed = seal({ present, former: [] }, 'rahasia')
  assert.throws(() => open({ present: other, former: [old] }, sealed))
  const changed = Buffer.from(sealed, 'base64url')
  changed[30] = (changed[30] ?? 0) ^ 1
  assert.throws(() => open({ present, former: [] }, changed.toString('base64url')))
})
