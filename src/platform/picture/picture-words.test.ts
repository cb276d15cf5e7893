import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuseAlt } from './picture-words.ts'

test('words for a picture tell something, or it is decoration', () => {
  const cases: [alt: string, decorative: boolean, good: boolean][] = [
    ['Petugas menimbang balita di posyandu', false, true],
    ['Gambar tetes di atas daun', false, true],
    ['Grafik jumlah kunjungan naik sejak Juli', false, true],
    ['', true, true],
    ['', false, false],
    ['gambar', false, false],
    ['Foto 2', false, false],
    ['foto (3)', false, false],
    ['Sebuah gambar', false, false],
    ['Dokumentasi', false, false],
    ['IMG_2031', false, false],
    ['DSC 0012', false, false],
    ['poster acara.JPG', false, false],
    ['Balita', true, false],
    ['a'.repeat(301), false, false],
  ]
  for (const [alt, decorative, good] of cases)
    assert.equal(Object.keys(refuseAlt(alt, decorative)).length === 0, good, `${alt} ${decorative}`)
})
