import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type LateFacts, lateReasons } from './lateness.ts'

const facts: LateFacts = {
  ...{
    untriaged: false,
    assigned: true,
    followedUp: true,
    passages: 0,
    paused: '',
    answer: null,
    needsApproval: false,
  },
}

describe('why a case is late', () => {
  const cases: [more: Partial<LateFacts>, words: string[]][] = [
    [{}, []],
    [{ untriaged: true, assigned: false }, ['Belum diverifikasi', 'Belum ada petugas yang ditunjuk']],
    [{ answer: 'failed', followedUp: false }, ['Jawaban gagal terkirim', 'Belum ada tindak lanjut tercatat']],
    [{ answer: 'waiting' }, ['Jawaban masih dalam pengiriman']],
    [{ needsApproval: true }, ['Jawaban menunggu persetujuan']],
    [{ passages: 10, paused: '2 hari kerja' }, ['Diteruskan 10 kali', 'Dijeda 2 hari kerja']],
  ]
  for (const [more, words] of cases)
    it(JSON.stringify(more), () => assert.deepEqual(lateReasons({ ...facts, ...more }), words))
})
