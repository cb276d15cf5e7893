import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { accepted } from '../platform/refusal.ts'
import { addAgency } from './add-agency.ts'
import { agencyOn, findAgencies } from './find-agencies.ts'
import { importColumns } from './import-plan.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const head = importColumns.join(';')
const comms = () => world.as('commsOfficer')
const upload = (bytes: Buffer | string, fields = {}) =>
  comms().post('/perangkat-daerah/impor', fields, {
    file: { filename: 'daftar.csv', bytes: Buffer.from(bytes as string) },
  })
const register = async () => (await findAgencies(world.system())).map(({ id, name }) => `${id} ${name}`)

async function preview(text: Buffer | string, fields = {}) {
  const sent = await upload(text, fields)
  assert.equal(sent.status, 303, sent.text)
  return { url: sent.location ?? '', page: await comms().get(sent.location ?? '') }
}

test('the export read again changes nothing', async () => {
  const { text, headers } = await comms().get('/perangkat-daerah/ekspor')
  assert.match(String(headers['content-type']), /text\/csv/)
  assert.ok(text.startsWith(`\uFEFF${head}\r\n`))
  const { page } = await preview(text)
  assert.match(page.text, /0 ditambah, 0 diubah, 4 tetap, 0\s*ditolak/)
  assert.match(page.text, /Tidak ada yang akan berubah/)
})

test('the preview says what would be done, and one button does exactly that', async () => {
  const before = await register()
  const { url, page } = await preview(
    Buffer.from(
      [
        head,
        'kec-a;Kecamatan Ä;Kec. A;Kecamatan;;32.75.01;kec-a.bekasikota.go.id;2026-02-01;Perda 1/2026',
        'kel-a;Kelurahan A;Kel. A;Kelurahan;kec-a;32.75.01.1001;;2026-02-01;Perda 1/2026',
        'dishub;Dinas Perhubungan Darat;Dishub;Dinas;;;dishub.bekasikota.go.id;2026-03-01;Perda 2/2026',
        'disdik;=HYPERLINK("x");Disdik;Dinas;;;;2026-03-01;Perda 2/2026',
        'dinas-x;Dinas X;DX;Kementerian;;;;2026-02-01;Perda 1/2026',
        'dinas-y;Dinas Y;DY;Dinas;;;dinkes.bekasikota.go.id;2026-02-01;Perda 1/2026',
        'dinas-z;Dinas Z;DZ;Dinas;hantu;;;2026-02-01;Perda 1/2026',
        'dinas-w;Dinas W;DW;Dinas;;;;2026-02-01;',
        'dinas-v;Dinas V;DV;Dinas;;;;2026-02-01;Perda 2/2026',
      ].join('\r\n'),
      'latin1',
    ),
  )
  assert.deepEqual(await register(), before)
  assert.match(page.text, /3 ditambah, 1 diubah, 0 tetap, 5\s*ditolak/)
  for (const words of [
    /nama: Dinas Perhubungan → Dinas Perhubungan Darat/,
    /berisi rumus/,
    /Jenis tidak dikenal/,
    /dipakai Dinas Kesehatan/,
    /Induk hantu tidak ada/,
    /Nomor keputusan belum diisi/,
  ])
    assert.match(page.text, words)
  const applied = await comms().post(url)
  assert.equal(applied.status, 303, applied.text)
  const ctx = world.system()
  assert.equal((await agencyOn(ctx, 'kec-a', '2026-02-01')).name, 'Kecamatan Ä')
  assert.equal((await agencyOn(ctx, 'kel-a', '2026-02-01')).parentId, 'kec-a')
  assert.equal((await agencyOn(ctx, 'dishub', '2026-02-28')).name, 'Dinas Perhubungan')
  assert.equal((await agencyOn(ctx, 'dishub', '2026-03-01')).name, 'Dinas Perhubungan Darat')
  assert.equal((await register()).length, before.length + 3)
  assert.equal((await comms().post(url)).status, 409)
})

test('a decree of another day is refused, until it is said to be meant', async () => {
  const row = `${head}\nbadan-b;Badan B;BB;Badan;;;;2026-05-01;Perda 1/2026`
  assert.match((await preview(row)).page.text, /sudah tercatat per 2026-02-01/)
  assert.match((await preview(row, { decreeAgain: 'on' })).page.text, /1 ditambah/)
})

test('when the register changed meanwhile, nothing is applied and it says so', async () => {
  const { url } = await preview(`${head}\nbadan-c;Badan C;BC;Badan;;;;2026-05-01;Perda 3/2026`)
  const other = { id: 'badan-d', name: 'Badan D', abbreviation: 'BD', kind: 'board', parentId: null, regionCode: null }
  accepted(await addAgency(world.ctx('commsHead'), { ...other, host: null, day: '2026-01-01', decree: 'Perda 4/2026' }))
  const refused = await comms().post(url)
  assert.equal(refused.status, 409)
  assert.match(refused.text, /berubah setelah pratinjau/)
  assert.ok(!(await register()).some((line) => line.startsWith('badan-c')))
})

for (const [what, text, words] of [
  ['wrong columns', 'kode;nama\na;b', /Kolom id, singkatan, .* tidak ada/],
  ['a workbook', 'PK\u0003\u0004', /bukan CSV/],
  ['nothing', '', /Pilih berkas CSV/],
  ['100,000 lines', `${head}\n${'a;b;c;Dinas;;;;2026-01-01;SK\n'.repeat(100_000)}`, /lebih dari 10\.000 baris/],
] as const)
  test(`refused in words: ${what}`, async () => {
    const started = performance.now()
    const answer = await upload(text)
    assert.equal(answer.status, 422)
    assert.match(answer.text, words)
    assert.ok(performance.now() - started < 20_000)
  })

test('10,000 agencies are previewed and applied in one go', async () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, n) => `massal-${n};Dinas Massal ${n};DM ${n};Dinas;;;massal-${n}.bekasikota.go.id;2026-01-01;Perda 9/2026`,
  )
  const started = performance.now()
  const { url, page } = await preview(`${head}\n${rows.join('\n')}`)
  const previewed = performance.now()
  assert.match(page.text, /10\.000 ditambah/)
  assert.equal((await comms().post(url)).status, 303)
  const applied = performance.now()
  console.log(
    `10,000 rows: preview ${((previewed - started) / 1000).toFixed(1)} s, apply ${((applied - previewed) / 1000).toFixed(1)} s`,
  )
})

test('who may not manage the register sees no import', async () => {
  assert.equal((await world.as('headDinkes').get('/perangkat-daerah/impor')).status, 404)
  assert.equal((await world.as('auditor').post('/perangkat-daerah/impor', {})).status, 403)
  assert.equal((await world.anyone.get('/perangkat-daerah/ekspor')).status, 303)
})
