import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { pdfFault } from './pdf.ts'

/** A document around these objects. */
const pdf = (...objects: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    ...objects.flatMap((object) => [Buffer.from(object), Buffer.from('\n')]),
    Buffer.from('trailer\n<< /Root 1 0 R /Size 9 >>\nstartxref\n9\n%%EOF\n'),
  ])

const packed = (text: string, dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'): Buffer =>
  Buffer.concat([
    Buffer.from(`5 0 obj\n<< ${dictionary} >>\nstream\n`),
    deflateSync(text),
    Buffer.from('\nendstream\nendobj'),
  ])

for (const [what, bytes, expected] of [
  ['a plain letter', pdf('3 0 obj\n<< /Type /Page /Annots [] >>\nendobj'), undefined],
  ['a letter with packed objects', pdf(packed('7 0 << /Type /Page >>')), undefined],
  ['a picture among its streams', pdf(packed('/Launch', '/Subtype /Image /Filter /FlateDecode')), undefined],
  ['a script', pdf('3 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj'), 'active'],
  ['a script whose name is escaped', pdf('3 0 obj\n<< /S /J#61va#53cript /JS (x) >>\nendobj'), 'active'],
  ['a script among packed objects', pdf(packed('7 0 << /S /JavaScript /JS (x) >>')), 'active'],
  [
    'a script among objects that call themselves a picture',
    pdf(packed('7 0 << /S /JavaScript >>', '/Type /XObject /Subtype /Image /N 1 /First 4 /Filter /Fl')),
    'active',
  ],
  ['a program to start', pdf('3 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj'), 'active'],
  ['a file within', pdf('3 0 obj\n<< /Type /EmbeddedFile /Length 0 >>\nendobj'), 'active'],
  ['a form that sends itself', pdf('3 0 obj\n<</S/SubmitForm/F(http://x)>>\nendobj'), 'active'],
  [
    'a script among objects in a feigned picture',
    pdf(packed('7 0 << /S /JavaScript >>', '/N 1 /First 4 /X (\n9 0 obj << /Subtype /Image >>) /Filter /Fl')),
    'active',
  ],
  [
    'objects whose dictionary is torn by a feigned stream',
    pdf(packed('7 0 <<>>', '/N 1 /X (stream\n) /First 4 /Filter [/AHx /Fl]')),
    'unreadable',
  ],
  ['a password', pdf('trailer << /Encrypt 8 0 R >>'), 'locked'],
  [
    'objects packed twice',
    pdf(packed('7 0 <<>>', '/N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]')),
    'unreadable',
  ],
  ['objects whose packing is named elsewhere', pdf(packed('7 0 <<>>', '/N 1 /First 4 /Filter 9 0 R')), 'unreadable'],
  ['objects that become very large', pdf(packed('0'.repeat(80_000_000))), 'unreadable'],
  ['a file cut short', pdf().subarray(0, 40), 'unreadable'],
  ['a page of the web', Buffer.from('<html><script>alert(1)</script></html>'), 'no-pdf'],
] as const)
  test(`${what}: ${expected ?? 'taken'}`, () => assert.equal(pdfFault(bytes), expected))

test('ten megabytes of names are read in time', () => {
  const began = performance.now()
  pdfFault(pdf('/A#41 << '.repeat(1_100_000)))
  pdfFault(pdf('stream\n'.repeat(1_400_000)))
  assert.ok(performance.now() - began < 10_000)
})
