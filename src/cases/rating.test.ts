import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuseRating } from './rating.ts'

test('a rating is one of five, with a sentence or without', () => {
  const table: readonly (readonly [score: number, sentence: string, wrong: readonly string[]])[] = [
    [1, '', []],
    [5, 'Cepat dan jelas.', []],
    [0, '', ['score']],
    [6, '', ['score']],
    [2.5, '', ['score']],
    [Number.NaN, '', ['score']],
    [3, 'a'.repeat(301), ['text']],
  ]
  for (const [score, sentence, wrong] of table)
    assert.deepEqual(Object.keys(refuseRating({ score, sentence })), wrong, `${score}`)
})
