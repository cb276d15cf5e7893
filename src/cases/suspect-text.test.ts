import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSuspected } from './suspect-text.ts'

for (const [text, expected] of [
  ['Lampu jalan padam sejak Senin di depan pasar.', false],
  ['Foto lubang ada di https://foto.example/lubang, sudah seminggu dan belum ditambal.', false],
  ['https://slot.example', true],
  ['Klik https://a.example https://b.example sekarang', true],
  ['SLOT GACOR hari ini, MAXWIN pasti!', true],
  ['Ada warung yang memasang poster togel, mohon ditertibkan.', false],
  ['', false],
] as const)
  test(`${text || 'nothing'}: ${expected}`, () => assert.equal(isSuspected(text), expected))

test('a megabyte is judged in time', () => {
  const began = performance.now()
  isSuspected('www.a '.repeat(170_000))
  assert.ok(performance.now() - began < 1_000)
})
