import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuseToTriage, refuseTriage } from './triage.ts'

test('what each decision needs', () => {
  const table: readonly (readonly [outcome: string, text: string, reason: string, wrong: readonly string[]])[] = [
    ['process', '', '', []],
    ['hold', '', '', ['text']],
    ['hold', 'Di jalan mana lampunya?', '', []],
    ['not-ours', '', '', ['text']],
    ['not-ours', 'Ini wewenang provinsi.', '', []],
    ['archive', '', '', ['reason']],
    ['archive', '', 'Iklan', []],
    ['', '', '', ['outcome']],
  ]
  for (const [outcome, text, reason, wrong] of table)
    assert.deepEqual(Object.keys(refuseTriage({ outcome, text, reason })), wrong, outcome)
})

test('only what waits for an answer is decided, and only as it was read', () => {
  const given = { version: 3, lastActBy: 'Sari Contoh', waiting: undefined }
  for (const [state, may] of [
    ['open', true],
    ['replied', true],
    ['answered', false],
    ['closed', false],
  ] as const)
    assert.equal(refuseToTriage({ state, version: 3 }, given) === undefined, may, state)
  assert.notEqual(refuseToTriage({ state: 'open', version: 4 }, given), undefined)
  assert.notEqual(refuseToTriage({ state: 'open', version: 3 }, { ...given, waiting: { by: 'Budi' } }), undefined)
})
