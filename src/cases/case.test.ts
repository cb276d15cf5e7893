import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { placeOfFurtherWord, refuseToAnswer, refuseToClassify, refuseToClose, refuseToReopen } from './case.ts'
import { refuseAnswerText, refuseOpening, subjectOf } from './case-text.ts'

const sari = { version: 3, lastActBy: 'Sari Contoh' }

describe('what an officer may do', () => {
  it('answers a case as it was seen', () => {
    for (const state of ['open', 'replied', 'answered'] as const)
      assert.equal(refuseToAnswer({ state, version: 3 }, { ...sari, waiting: undefined }), undefined)
    assert.match(
      JSON.stringify(refuseToAnswer({ state: 'open', version: 4 }, { ...sari, waiting: undefined })),
      /conflict.*Sari Contoh/,
    )
    assert.match(
      JSON.stringify(refuseToAnswer({ state: 'open', version: 3 }, { ...sari, waiting: { by: 'Budi Umpama' } })),
      /Jawaban Budi Umpama masih dikirim/,
    )
    assert.match(
      JSON.stringify(refuseToAnswer({ state: 'closed', version: 3 }, { ...sari, waiting: undefined })),
      /ditutup/,
    )
  })

  it('classifies only what was not answered', () => {
    for (const [state, may] of [
      ['open', true],
      ['replied', true],
      ['answered', false],
      ['closed', false],
    ] as const)
      assert.equal(refuseToClassify({ state, version: 3 }, sari) === undefined, may, state)
  })

  it('closes what is not closed, when no answer is on its way', () => {
    for (const [state, may] of [
      ['open', true],
      ['replied', true],
      ['answered', true],
      ['closed', false],
    ] as const)
      assert.equal(refuseToClose({ state, version: 3 }, { ...sari, waiting: undefined }) === undefined, may, state)
    const waiting = { by: 'Budi Umpama' }
    assert.match(
      JSON.stringify(refuseToClose({ state: 'answered', version: 3 }, { ...sari, waiting })),
      /masih dikirim/,
    )
  })

  it('opens again what is done, in time', () => {
    const at = new Date('2026-11-10T00:00:00Z')
    const later = new Date('2026-11-11T00:00:00Z')
    const table = [
      [{ state: 'open', merged: false }, null, false],
      [{ state: 'replied', merged: false }, null, false],
      [{ state: 'answered', merged: false }, null, true],
      [{ state: 'closed', merged: false }, later, true],
      [{ state: 'closed', merged: false }, at, false],
      [{ state: 'closed', merged: false }, null, true],
      [{ state: 'closed', merged: true }, later, false],
    ] as const
    for (const [found, until, may] of table)
      assert.equal(refuseToReopen(found, until, at) === undefined, may, JSON.stringify(found))
  })
})

describe('a further word of the same citizen', () => {
  const at = new Date('2026-11-10T00:00:00Z')
  const later = new Date('2026-11-11T00:00:00Z')
  const cases = [
    ['nothing before', undefined, 'open'],
    ['open', { state: 'open', reopenUntil: null }, 'join'],
    ['replied', { state: 'replied', reopenUntil: null }, 'join'],
    ['answered', { state: 'answered', reopenUntil: null }, 'reopen'],
    ['closed, in time', { state: 'closed', reopenUntil: later }, 'reopen'],
    ['closed, at the very end', { state: 'closed', reopenUntil: at }, 'link'],
    ['closed, count unknown', { state: 'closed', reopenUntil: null }, 'reopen'],
  ] as const
  for (const [what, found, expected] of cases) it(what, () => assert.equal(placeOfFurtherWord(found, at), expected))
})

describe('texts', () => {
  const fine = { text: 'Jalan berlubang.', place: '', contact: '', name: '' }
  it('says what is wrong beside its field', () => {
    assert.deepEqual(refuseOpening(fine), {})
    assert.deepEqual(refuseOpening({ ...fine, text: '' }), { text: 'Laporan belum diisi.' })
    assert.deepEqual(refuseOpening({ ...fine, text: 'a'.repeat(200_000), contact: 'b'.repeat(300) }), {
      text: 'Laporan terlalu panjang: 200.000 huruf, paling banyak 30.000.',
      contact: 'Kontak terlalu panjang: 300 huruf, paling banyak 200.',
    })
  })

  it('counts an answer as its channel does', () => {
    const long = `${'a'.repeat(250)} https://dinkes.bekasikota.go.id/berita/jadwal-imunisasi-anak-sekolah-2026`
    assert.equal(refuseAnswerText(long, 'form'), undefined)
    assert.equal(refuseAnswerText(long, 'x'), undefined)
    assert.match(refuseAnswerText('a'.repeat(281), 'x') ?? '', /281 dari 280/)
    assert.match(refuseAnswerText('', 'x') ?? '', /belum diisi/)
  })

  it('makes one line of a text', () => {
    assert.equal(subjectOf('  Lampu\n mati '), 'Lampu mati')
    assert.equal(subjectOf('@dishub_contoh @dlh Lampu mati'), 'Lampu mati')
    assert.equal(subjectOf('@dishub_contoh'), '@dishub_contoh')
    assert.equal(subjectOf(`${'kata '.repeat(40)}`), `${'kata '.repeat(18).trim()}…`)
    assert.equal([...subjectOf('😀'.repeat(200))].length, 91)
  })
})
