import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generateSync } from 'otplib'
import { newSecret, secretUri, stepOf } from './totp.ts'

const secret = newSecret()
const now = new Date('2026-11-23T03:00:10Z')
const step = Math.floor(now.getTime() / 30_000)
const codeAt = (seconds: number): string => generateSync({ secret, epoch: now.getTime() / 1000 + seconds })

test('the code of this half minute and of its neighbours is right, others are not', () => {
  const cases: readonly (readonly [seconds: number, expected: number | null])[] = [
    [0, step],
    [-30, step - 1],
    [30, step + 1],
    [-75, null],
    [75, null],
  ]
  for (const [seconds, expected] of cases) assert.equal(stepOf(codeAt(seconds), secret, now, 0), expected, `${seconds}`)
})

test('a code is taken once, and none that is older than the last one taken', () => {
  assert.equal(stepOf(codeAt(0), secret, now, step), null)
  assert.equal(stepOf(codeAt(-30), secret, now, step), null)
  assert.equal(stepOf(codeAt(30), secret, now, step), step + 1)
  assert.equal(stepOf(codeAt(30), secret, now, step + 1), null)
  assert.equal(stepOf(codeAt(0), secret, now, step + 9), null)
})

test('what is no code is wrong, not an error', () => {
  for (const text of ['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', ' 12345'])
    assert.equal(stepOf(text, secret, now, 0), null)
})

test('the address in the QR code names us and the account', () => {
  assert.match(secretUri(secret, 'sari@dinkes.example'), /^otpauth:\/\/totp\/Kentongan:sari%40dinkes\.example\?secret=/)
})
