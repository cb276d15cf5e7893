import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Colleague, mentionedIn } from './colleague.ts'

const named = (name: string): Colleague => ({ personId: name, name, role: 'operator', agencyId: 'dinkes' })
const colleagues = ['Sari Contoh', 'Budi Umpama', 'Budi Misal', 'Dewi Misal'].map(named)

const table: readonly (readonly [text: string, who: readonly string[]])[] = [
  ['Tidak menyebut siapa pun.', []],
  ['@Sari tolong lihat.', ['Sari Contoh']],
  ['@sari contoh, @DEWI: lihat ini', ['Sari Contoh', 'Dewi Misal']],
  ['@Budi, siapa yang dimaksud?', []],
  ['@Budi Misal saja.', ['Budi Misal']],
  ['surel@sari.example', []],
  ['@Saripah bukan orang kita', []],
  ['@Sari', ['Sari Contoh']],
]

test('whom a note names', () => {
  for (const [text, who] of table)
    assert.deepEqual(
      mentionedIn(text, colleagues).map(({ name }) => name),
      who,
      text,
    )
})
