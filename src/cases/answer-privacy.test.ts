import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asDecided, mayBeOwn, type PrivacyChoice, refusePersonalData } from './answer-privacy.ts'

const nik = '3275010101900001'
const table: readonly (readonly [text: string, choice: PrivacyChoice, refused: boolean])[] = [
  ['Lampu sudah diganti.', '', false],
  ['Hubungi 0812-3456-7890.', '', true],
  ['Hubungi 0812-3456-7890.', 'own-contact', false],
  [`NIK ${nik} sudah kami catat.`, '', true],
  [`NIK ${nik} sudah kami catat.`, 'own-contact', true],
  ['Telepon 112 atau surel dinkes@bekasikota.go.id.', '', false],
  ['Kirim ke warga@surel.example.', '', true],
]

test('numbers of people wait for a decision', () => {
  for (const [text, choice, refused] of table)
    assert.equal(refusePersonalData(text, choice) !== undefined, refused, `${text} ${choice}`)
})

test('masked, an answer holds none any more', () => {
  for (const [text] of table) assert.equal(refusePersonalData(asDecided(text, 'mask'), ''), undefined, text)
  assert.equal(asDecided('Lampu 12 sudah diganti.', 'mask'), 'Lampu 12 sudah diganti.')
})

test('a NIK is never an agency’s own', () => {
  assert.equal(mayBeOwn('Hubungi 0812-3456-7890.'), true)
  assert.equal(mayBeOwn(`Hubungi 0812-3456-7890, NIK ${nik}.`), false)
})
