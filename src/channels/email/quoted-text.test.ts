import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutQuoted } from './quoted-text.ts'

const cases: [name: string, text: string, own: string][] = [
  ['nothing quoted', 'Lampu padam.\n\nTerima kasih.', 'Lampu padam.\n\nTerima kasih.'],
  ['quoted below, English', 'Baik.\n\nOn Tue, Nov 24, 2026 at 9:00 Dinas <a@b.example> wrote:\n> Halo', 'Baik.'],
  [
    'quoted below, Indonesian',
    'Baik.\n\nPada Sel, 24 Nov 2026 pukul 09.00 Dinas <a@b.example> menulis:\n> Halo',
    'Baik.',
  ],
  [
    'the line is broken in two',
    'Baik.\nPada Sel, 24 Nov 2026 pukul 09.00 Dinas Kesehatan\n<a@b.example> menulis:\n> Halo',
    'Baik.',
  ],
  ['as Outlook does it', 'Baik.\n\nDari: Dinas <a@b.example>\nDikirim: Selasa\n\nHalo', 'Baik.'],
  ['a line across', 'Baik.\n________________________________\nFrom: x', 'Baik.'],
  ['original message', 'Baik.\n-----Original Message-----\nHalo', 'Baik.'],
  ['signature', 'Baik.\n-- \nWarga\nJl. Contoh', 'Baik.'],
  ['quoted in between stays', '> Kapan?\nBesok.\n> Di mana?\nDi sini.', '> Kapan?\nBesok.\n> Di mana?\nDi sini.'],
  ['quoted to the end', 'Lihat:\n> satu\n>\n> dua', 'Lihat:'],
  ['nothing but a quotation is kept whole', '> Halo', '> Halo'],
  ['"on" in a sentence', 'Lampu on terus siang malam.', 'Lampu on terus siang malam.'],
]
for (const [name, text, own] of cases) test(name, () => assert.equal(cutQuoted(text), own))
