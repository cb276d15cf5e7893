import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { freeSlug, slugOf } from './slug.ts'

test('addresses from titles', () => {
  const cases: [title: string, slug: string][] = [
    ['Imunisasi Polio di 48 Puskesmas!', 'imunisasi-polio-di-48-puskesmas'],
    ["Jum'at Bersih", 'jumat-bersih'],
    ['Café & Résumé', 'cafe-resume'],
    ['🦠🦠', 'konten'],
    ['--- ', 'konten'],
    [`${'kata '.repeat(40)}`, 'kata-'.repeat(16).slice(0, -1)],
    ['a'.repeat(200), 'a'.repeat(80)],
  ]
  for (const [title, slug] of cases) assert.equal(slugOf(title), slug, title)
})

test('any title gives an address that needs no escaping', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (title) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(title)) && slugOf(title).length <= 80,
    ),
  )
})

test('a taken one gets a number', () => {
  assert.equal(freeSlug('profil', new Set()), 'profil')
  assert.equal(freeSlug('profil', new Set(['profil', 'profil-2'])), 'profil-3')
})
