import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filledIn, refuseSavedAnswer } from './saved-answer.ts'

test('placeholders are filled in wherever they stand', () => {
  const given = { ticket: 'KB-AAAA-BBBB', agencyName: 'Dinas Kesehatan' }
  assert.equal(
    filledIn('Laporan {tiket} kami terima. {perangkat-daerah}, {tiket}', given),
    'Laporan KB-AAAA-BBBB kami terima. Dinas Kesehatan, KB-AAAA-BBBB',
  )
  assert.equal(filledIn('Tanpa apa-apa.', given), 'Tanpa apa-apa.')
})

const table: readonly (readonly [title: string, text: string, wrong: readonly string[]])[] = [
  ['Salam', 'Terima kasih, {tiket}.', []],
  ['', '', ['title', 'text']],
  ['Salam', 'Yth. {nama}', ['text']],
  ['a'.repeat(101), 'Baik.', ['title']],
  ['Salam', 'a'.repeat(5_001), ['text']],
]

test('what is refused', () => {
  for (const [title, text, wrong] of table) assert.deepEqual(Object.keys(refuseSavedAnswer({ title, text })), wrong)
})
