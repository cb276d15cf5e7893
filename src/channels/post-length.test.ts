import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postLength } from './post-length.ts'

const cases: [string, string, number, number][] = [
  ['plain', 'Puskesmas buka sampai pukul 14.00', 33, 0],
  ['empty', '', 0, 0],
  ['emoji', '😀'.repeat(140), 280, 0],
  ['one emoji too many', '😀'.repeat(141), 282, 0],
  ['a family is one emoji', '👨‍👩‍👧', 2, 0],
  ['link', 'https://dinkes.bekasikota.go.id/berita/imunisasi-anak-di-posyandu', 23, 1],
  ['bare host', 'bekasikota.go.id', 23, 1],
  ['decomposed accent', 'e\u0301', 1, 0],
  ['CJK', '市', 2, 0],
]

for (const [name, text, weight, links] of cases)
  test(`weight of a post: ${name}`, () => {
    const length = postLength(text)
    assert.equal(length.weight, weight)
    assert.equal(length.links.length, links)
  })
