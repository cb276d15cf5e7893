import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../platform/refusal.ts'
import { refuseObstacles } from './obstacles.ts'

const none = { reasons: [], text: '', plan: '', letterNumber: '' }
const cases: [string, Partial<Parameters<typeof refuseObstacles>[0]>, refused: string[]][] = [
  ['no obstacle', {}, []],
  ['a plan alone', { plan: 'Pelatihan operator.' }, []],
  ['an obstacle with words and plan', { reasons: ['server'], text: 'Server mati.', plan: 'Pindah server.' }, []],
  ['an obstacle without words', { reasons: ['server'], plan: 'Pindah server.' }, ['text']],
  ['an obstacle without plan', { reasons: ['other'], text: 'Listrik padam.' }, ['plan']],
  ['words without an obstacle', { text: 'Server mati.' }, ['reasons']],
  ['a reason nobody offered', { reasons: ['malas'], text: 'x', plan: 'x' }, ['reasons']],
  ['200,000 characters', { reasons: ['other'], text: 'x'.repeat(200_000), plan: 'x' }, ['text']],
  ['a letter number that is a novel', { letterNumber: 'x'.repeat(101) }, ['letterNumber']],
]

for (const [name, change, refused] of cases)
  test(`obstacles: ${name}`, () => {
    const refusal = refuseObstacles({ ...none, ...change })
    const fields = isRefusal(refusal) && refusal.refusal === 'invalid' ? Object.keys(refusal.errors) : []
    assert.deepEqual(fields, refused)
  })
