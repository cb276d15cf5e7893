import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInCity, readPosition, withoutPosition } from './map-position.ts'

for (const [text, expected] of [
  ['-6.2383, 106.9756', [-6.2383, 106.9756]],
  ['-6.2383,106.9756', [-6.2383, 106.9756]],
  ['-6,2383 106,9756', [-6.2383, 106.9756]],
  ['6.2383 LS, 106.9756 BT', [-6.2383, 106.9756]],
  ['depan pasar -6.23830 106.97560', [-6.2383, 106.9756]],
  ['https://www.google.com/maps/@-6.2383,106.9756,17z', [-6.2383, 106.9756]],
  ['https://www.google.com/maps/place/X/@-6.1,106.1,17z/data=!3d-6.2383!4d106.9756', [-6.2383, 106.9756]],
  ['https://maps.google.com/?q=-6.2383%2C106.9756', [-6.2383, 106.9756]],
  ['https://www.openstreetmap.org/?mlat=-6.2383&mlon=106.9756#map=17/-6.2/106.9', [-6.2383, 106.9756]],
  ['https://www.openstreetmap.org/#map=17/-6.2383/106.9756', [-6.2383, 106.9756]],
  ['geo:-6.2383,106.9756', [-6.2383, 106.9756]],
  ['106.9756, -6.2383', [-6.2383, 106.9756]],
  ['1.50, 12.50 meter', null],
  ['Jalan Contoh 5, RT 03/RW 05', null],
  ['Rp1.250.000, 12.500 orang', null],
  ['', null],
] as const)
  test(`position of: ${text || 'nothing'}`, () => {
    const found = readPosition(text)
    assert.deepEqual(found && [found.latitude, found.longitude], expected)
  })

test('a position elsewhere is told apart', () => {
  assert.ok(isInCity({ latitude: -6.2383, longitude: 106.9756 }))
  assert.ok(!isInCity({ latitude: -6.2, longitude: 106.8166 }), 'Jakarta')
  assert.ok(!isInCity({ latitude: 6.2383, longitude: 106.9756 }), 'the sign was forgotten')
})

test('what is said besides the position stays', () => {
  assert.equal(withoutPosition('-6.2383, 106.9756'), '')
  assert.equal(withoutPosition('https://maps.example/@-6.2383,106.9756'), '')
  assert.equal(withoutPosition('Depan pasar -6.2383, 106.9756'), 'Depan pasar')
})

test('long texts are read in time', () => {
  const began = performance.now()
  for (const text of ['1.11 '.repeat(100_000), '1'.repeat(500_000), 'map=17/'.repeat(70_000)]) readPosition(text)
  assert.ok(performance.now() - began < 1_500)
})
