import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashOf, isSamePost } from './same-words.ts'

const broadcast = (text: string) => ({ text, inReplyTo: null })
const seen = (text: string, repliedTo: string | null = null) => ({ text, repliedTo })

const cases: [string, ReturnType<typeof seen>, { text: string; inReplyTo: string | null }, boolean][] = [
  ['letter for letter', seen('Halo'), broadcast('Halo'), true],
  ['other words', seen('Halo!'), broadcast('Halo'), false],
  ['a bare link got a scheme', seen('Lihat http://bekasikota.go.id ya'), broadcast('Lihat bekasikota.go.id ya'), true],
  ['decomposed letters', seen('caf\u00e9'), broadcast('cafe\u0301'), true],
  ['line breaks', seen('a\nb'), broadcast('a\r\n b '), true],
  ['a handle put before the reply', seen('@warga_a Terima kasih', '7'), { text: 'Terima kasih', inReplyTo: '7' }, true],
  ['the same to another message', seen('@warga_b Terima kasih', '8'), { text: 'Terima kasih', inReplyTo: '7' }, false],
  ['a broadcast is no reply', seen('Terima kasih', '7'), broadcast('Terima kasih'), false],
]

for (const [name, one, other, same] of cases)
  test(`same words: ${name}`, () => {
    assert.equal(isSamePost(one, other), same)
    if (same) assert.equal(hashOf(one.text), hashOf(other.text))
  })
