import assert from 'node:assert/strict'
import { test } from 'node:test'
import { likeness } from './near-copy.ts'

const text = 'Besok pagi aliran air di Bekasi Utara dihentikan pukul 08.00 sampai 12.00. Tampunglah air secukupnya.'

const cases: [string, string, string, min: number, max: number][] = [
  ['letter for letter', text, text, 1, 1],
  ['with another link and a handle', text, `${text} @dinkes_contoh https://bekasikota.go.id/berita/1`, 1, 1],
  ['other signs, capitals and an emoji', text, `📢 ${text.toUpperCase().replaceAll('.', '!')}`, 1, 1],
  ['one word added', text, text.replace('Tampunglah', 'Mohon tampunglah'), 0.75, 0.99],
  ['a greeting put before', text, `Selamat malam, warga Bekasi! ${text}`, 0.6, 0.9],
  [
    'the same in own words',
    text,
    'Warga Bekasi Utara, siapkan ember: besok keran mati dari jam delapan pagi hingga tengah hari.',
    0,
    0.2,
  ],
  ['something else', text, 'Vaksin flu tersedia di semua puskesmas mulai Senin.', 0, 0.05],
  ['one word each', 'Halo', 'halo!', 1, 1],
  ['only emoji', '🎉🎉', '🎉🎉', 0, 0],
  ['nothing', '', text, 0, 0],
  ['Arabic script', 'السلام عليكم ورحمة الله', 'السلام عليكم ورحمة الله', 1, 1],
]

for (const [name, one, other, min, max] of cases)
  test(`likeness: ${name}`, () => {
    const share = likeness(one, other)
    assert.ok(share >= min && share <= max, `${share}`)
    assert.equal(share, likeness(other, one))
  })
