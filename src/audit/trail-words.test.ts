import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeInWords, changesOf } from './trail-words.ts'

for (const [what, before, after, lines] of [
  ['nothing', null, null, []],
  ['something new', null, { title: 'A', version: 1 }, ['title: A', 'version: 1']],
  ['one field of two', { title: 'A', state: 'draft' }, { title: 'B', state: 'draft' }, ['title: A → B']],
  ['a field that went', { to: '2026-01-01' }, { to: null }, ['to: 2026-01-01 → (kosong)']],
  ['yes and no', { acting: true }, { acting: false }, ['acting: ya → tidak']],
  ['something with parts', null, { days: ['2026-01-01'] }, ['days: ["2026-01-01"]']],
  ['a bare word', 'x', 'y', ['isi: x → y']],
] as const)
  test(`changes in words: ${what}`, () => assert.deepEqual(changesOf(before, after).map(changeInWords), lines))
