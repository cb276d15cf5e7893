import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lettersApart, nearest, waysToWrite, wordsOf } from './search-words.ts'

describe('wordsOf', () => {
  const cases: [text: string, words: string[]][] = [
    ['Lampu jalan di depan pasar mati', ['lampu', 'jalan', 'depan', 'pasar', 'mati']],
    ['jalan/lampu JALAN', ['jalan', 'lampu']],
    ['yang dan di', ['yang', 'dan', 'di']],
    ['  ', []],
    ['KB-7F3K-9QX2', ['kb', '7f3k', '9qx2']],
    ["a'b & c | !d", ['a', 'b', 'c', 'd']],
  ]
  for (const [text, words] of cases) it(`cuts “${text}”`, () => assert.deepEqual(wordsOf(text), words))
})

describe('lettersApart', () => {
  const cases: [a: string, b: string, apart: number][] = [
    ['lampu', 'lampu', 0],
    ['lmapu', 'lampu', 1],
    ['lamp', 'lampu', 1],
    ['lamppu', 'lampu', 1],
    ['lempu', 'lampu', 1],
    ['lubang', 'lampu', 3],
    ['', 'ab', 2],
  ]
  for (const [a, b, apart] of cases)
    it(`${a} and ${b}`, () => {
      assert.equal(lettersApart(a, b, 2), apart)
      assert.equal(lettersApart(b, a, 2), apart)
    })
})

it('takes the nearest stems only, and none for a short word', () => {
  assert.deepEqual(nearest('lmapu', ['lampu', 'lumpur', 'jalan']), ['lampu'])
  assert.deepEqual(nearest('rt', ['rw', 'ra']), [])
  assert.deepEqual(nearest('sampag', ['sampah', 'sampan', 'simpang']), ['sampah', 'sampan'])
})

it('knows the ways to write a word', () => {
  assert.deepEqual(waysToWrite('jln'), ['jalan', 'jl', 'jln'])
  assert.deepEqual(waysToWrite('warung'), ['warung'])
})
