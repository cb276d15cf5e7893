import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuseToDecide } from './proposal.ts'

test('who may decide on a proposed answer, and when', () => {
  const waiting = { state: 'waiting', byId: 'sari', decidedBy: null } as const
  const table = [
    [waiting, 'budi', undefined],
    [waiting, null, undefined],
    [waiting, 'sari', /orang lain/],
    [{ ...waiting, state: 'approved', decidedBy: 'Budi' }, 'dewi', /sudah diputuskan oleh Budi/],
    [{ ...waiting, state: 'rejected', decidedBy: 'Budi' }, 'dewi', /sudah diputuskan/],
    [{ ...waiting, state: 'void' }, 'budi', /tulisan yang baru/],
  ] as const
  for (const [proposal, actor, words] of table) {
    const refusal = refuseToDecide(proposal, actor)
    if (words === undefined) assert.equal(refusal, undefined)
    else assert.match(refusal?.refusal === 'conflict' ? refusal.reason : '', words)
  }
})
