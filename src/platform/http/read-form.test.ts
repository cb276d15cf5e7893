import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanText } from './read-form.ts'

for (const [what, given, expected] of [
  ['control characters go', 'a\u0000b\u0007c\u001b[31md', 'abc[31md'],
  ['tabs and line ends stay, as LF', 'a\tb\r\nc\rd', 'a\tb\nc\nd'],
  ['text that turns the reading direction goes', 'aman\u202Egpj.exe', 'amangpj.exe'],
  ['accents become one letter', 'e\u0301', '\u00e9'],
  ['emoji stay whole', '👨‍👩‍👧 ok', '👨‍👩‍👧 ok'],
  ['half an emoji becomes the replacement sign', 'x\ud83d', 'x\ufffd'],
  ['space around goes', '  judul \n', 'judul'],
  ['markup stays text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
] as const)
  test(what, () => assert.equal(cleanText(given), expected))
