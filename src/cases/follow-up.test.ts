import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countProven, refuseFollowUp } from './follow-up.ts'

test('what a follow-up must hold', () => {
  const given = { kind: 'photo', text: 'Lampu diganti.', link: '', files: 1 }
  const table: readonly (readonly [Partial<typeof given>, readonly string[]])[] = [
    [{}, []],
    [{ files: 0 }, ['files']],
    [{ kind: 'letter', files: 0 }, ['files']],
    [{ kind: 'visit', files: 0 }, []],
    [{ kind: 'link', files: 0 }, ['link']],
    [{ kind: 'link', link: 'https://contoh.example/berita', files: 0 }, []],
    [{ link: 'javascript:alert(1)' }, ['link']],
    [{ kind: 'kata', text: '' }, ['kind', 'text']],
  ]
  for (const [more, wrong] of table)
    assert.deepEqual(Object.keys(refuseFollowUp({ ...given, ...more })), wrong, JSON.stringify(more))
})

test('a file or an address proves, words do not', () => {
  assert.equal(
    countProven([
      { link: null, files: 0 },
      { link: 'https://contoh.example', files: 0 },
      { link: null, files: 2 },
    ]),
    2,
  )
})
