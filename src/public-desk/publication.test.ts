import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuseCase, refuseTexts } from './publication.ts'

const answered = { secret: false, wasAnswered: true, mergedInto: null }
for (const [what, found, refused] of [
  ['answered', answered, false],
  ['secret', { ...answered, secret: true }, true],
  ['without a final answer', { ...answered, wasAnswered: false }, true],
  ['merged', { ...answered, mergedInto: 'KB-7F3K-9QX2' }, true],
] as const)
  test(`a case ${what} ${refused ? 'is not published' : 'may be published'}`, () =>
    assert.equal(refuseCase(found) !== undefined, refused))

for (const [question, answer, fields] of [
  ['Lampu padam.', 'Sudah diganti.', []],
  ['', '', ['question', 'answer']],
  ['Hubungi 081234567890.', 'Sudah.', ['question']],
  ['Lampu padam.', 'Hubungi kami di (021) 8890 1234.', []],
  ['Lampu padam.', 'NIK 3275014101900001 sudah kami terima.', ['answer']],
  ['a'.repeat(5_001), 'Sudah.', ['question']],
] as const)
  test(`refused fields of ${question.slice(0, 30)} / ${answer.slice(0, 30)}`, () =>
    assert.deepEqual(Object.keys(refuseTexts({ question, answer })), [...fields]))
