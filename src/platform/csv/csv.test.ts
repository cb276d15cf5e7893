import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CsvReading, readCsv } from './read-csv.ts'
import { writeCell, writeCsv } from './write-csv.ts'

const columns = ['id', 'nama'] as const
type Reading = CsvReading<(typeof columns)[number]>
const read = (bytes: Buffer | string, maxRows = 100): Promise<Reading> =>
  readCsv(Buffer.from(bytes as string), { columns, maxRows })
const cellsOf = (reading: Reading) =>
  'rows' in reading ? reading.rows.map(({ cells }) => [cells.id, cells.nama]) : reading

const kafe = [['a', 'Kafé']]
for (const [what, bytes, expected] of [
  ['UTF-8', 'id;nama\na;Kafé\n', kafe],
  ['UTF-8 with BOM', '\uFEFFid;nama\r\na;Kafé\r\n', kafe],
  ['Windows-1252', Buffer.from('id;nama\r\na;Kaf\xe9\r\n', 'latin1'), kafe],
  ['UTF-16', Buffer.from('\uFEFFid\tnama\r\na\tKafé\r\n', 'utf16le'), kafe],
  ['commas', 'id,nama\na,Kafé\n', kafe],
  ['another order, capitals, further columns', 'Nama;lain; ID \nKafé;x;a\n', kafe],
  ['quotes, delimiters and line breaks in cells', 'id;nama\na;"satu;""dua""\ntiga"\n', [['a', 'satu;"dua" tiga']]],
  ['empty lines', 'id;nama\n\na;Kafé\n;\n\n', kafe],
  ['our own mark before a formula', "id;nama\na;'=x\n", [['a', '=x']]],
] as const)
  test(`reads ${what}`, async () => assert.deepEqual(cellsOf(await read(bytes as Buffer)), expected))

for (const [what, bytes, words] of [
  ['wrong columns', 'kode;nama\na;b\n', /Kolom id tidak ada/],
  ['nothing', '', /kosong/],
  ['a head alone', 'id;nama\n', /tanpa baris/],
  ['a workbook', Buffer.from('PK\u0003\u0004\u0000\u0000', 'latin1'), /bukan CSV/],
  ['a quote that never closes', 'id;nama\na;"b\n', /kutip tidak ditutup/],
  ['too many rows', `id;nama\n${'a;b\n'.repeat(101)}`, /lebih dari 100 baris/],
] as const)
  test(`refuses ${what}`, async () => {
    const reading = await read(bytes as Buffer)
    assert.match('problem' in reading ? reading.problem : '', words)
  })

for (const cell of ['=1+1', '+62', '-1', '@SUM(A1)', '  =cmd'])
  test(`a cell ${cell} makes its row wrong, with its line`, async () => {
    const reading = await read(`id;nama\na;baik\nb;${cell}\n`)
    assert.ok('rows' in reading)
    assert.deepEqual(
      reading.rows.map(({ line, wrong }) => [line, wrong !== null]),
      [
        [2, false],
        [3, true],
      ],
    )
  })

test('no written cell begins a formula', () =>
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/^"?[=+\-@\t\r]/.test(writeCell(text)))))

test('what is written is read back', () => {
  const cell = fc.string({ minLength: 1 }).map((text) => text.replace(/[\s']+/g, ' ').trim() || 'x')
  return fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), async (rows) => {
      assert.deepEqual(
        cellsOf(await read(writeCsv(columns, rows))),
        rows.map((row) => row.map((c) => c.normalize('NFC'))),
      )
    }),
  )
})

test('100,000 lines are read in seconds', async () => {
  const text = `id;nama\n${Array.from({ length: 100_000 }, (_, n) => `uji-${n};"Dinas Uji ${n}"\n`).join('')}`
  const started = performance.now()
  const reading = await read(text, 100_000)
  const took = performance.now() - started
  assert.ok('rows' in reading && reading.rows.length === 100_000)
  assert.ok(took < 15_000, `took ${took} ms`)
  console.log(`100,000 lines read in ${took.toFixed(0)} ms`)
})
