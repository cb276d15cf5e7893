import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { messageFigures } from '../figures/message-figures.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const head = 'Tracking ID;Judul;Isi Laporan;Klasifikasi;Instansi;Tanggal;Status;Lokasi;Nama Pelapor;No HP'
const rows = [
  '1001;Lampu padam;Lampu jalan padam sejak Senin.;Pengaduan;Dinas Perhubungan;20/11/2026 08:30;Belum Ditindaklanjuti;Jalan Contoh;Warga Satu;+62812000001',
  '1002;Vaksin;"Apakah vaksin tersedia;\ndi puskesmas?";Permintaan Informasi;Dinkes;21 November 2026;Proses;;Warga Dua;',
  '1003;Lama;Sudah selesai lama.;Pengaduan;dinkes;2026-09-01 10:00;Selesai;;;',
  '1004;Salah;Instansi tidak ada.;Pengaduan;Dinas Entah;20/11/2026;Proses;;;',
  '1005;Salah;Tanggal salah.;Pengaduan;dinkes;31/02/2026;Proses;;;',
  '1001;Lagi;Nomor dua kali.;Pengaduan;dinkes;20/11/2026;Proses;;;',
  ';Tanpa nomor;Isi.;Pengaduan;dinkes;20/11/2026;Proses;;;',
  '1006;Besok;Dari masa depan.;Pengaduan;dinkes;24/11/2026;Proses;;;',
]
const csv = (lines: readonly string[]) => ({
  file: { filename: 'lapor.csv', bytes: Buffer.from([head, ...lines].join('\r\n'), 'latin1') },
})

async function run(
  lines: readonly string[],
  fields: Record<string, string> = {},
): Promise<{ preview: string; done: string }> {
  const comms = world.as('commsOfficer')
  const made = await comms.post('/kasus/impor', fields, csv(lines))
  assert.equal(made.status, 303, made.$('[role=alert]').text())
  const url = made.location ?? ''
  const preview = (await comms.get(url)).$('main').text()
  const cases = async () =>
    Number(
      (
        await world.platform.db
          .selectFrom('cases')
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirst()
      )?.n,
    )
  const before = await cases()
  assert.equal((await comms.post(url)).status, 303)
  assert.equal(await cases(), before, 'the job does it, not the form')
  await world.runJobs()
  return { preview, done: (await comms.get(url)).$('main').text() }
}

it('tells what would become of each row, then does it; twice is the same as once', async () => {
  const first = await run(rows)
  assert.match(first.preview, /5 ditolak, 2 dicatat, 1 dicatat dan ditutup\./)
  for (const why of [
    /“Dinas Entah” tidak dikenal/,
    /“31\/02\/2026” tidak terbaca/,
    /sudah ada di baris 2/,
    /Nomornya kosong/,
    /lebih kemudian/,
  ])
    assert.match(first.preview, why)
  assert.match(first.done, /5 ditolak, 2 dicatat, 1 dicatat dan ditutup\./)
  const kept = await world.platform.db
    .selectFrom('cases')
    .select(['agency_id', 'kind', 'state', 'received_at', 'origin', 'place', 'channel'])
    .orderBy('received_at')
    .execute()
  assert.deepEqual(
    kept.map(({ agency_id, kind, state, received_at, origin }) => [
      agency_id,
      kind,
      state,
      received_at.toISOString(),
      origin?.id,
    ]),
    [
      ['dinkes', 'complaint', 'closed', '2026-09-01T03:00:00.000Z', '1003'],
      ['dishub', 'complaint', 'open', '2026-11-20T01:30:00.000Z', '1001'],
      ['dinkes', 'inquiry', 'open', '2026-11-20T17:00:00.000Z', '1002'],
    ],
  )
  const again = await run(rows)
  assert.match(again.done, /5 ditolak, 3 tetap\./)
  const figures = await messageFigures(world.system(), 'dinkes', '2026-11')
  assert.deepEqual([figures.received, figures.withoutAnswer, figures.late, figures.openAtEnd], [2, 1, 0, 1])
})

it('closes what is over there since, neither answered nor solved', async () => {
  const { preview, done } = await run([rows[0]?.replace('Belum Ditindaklanjuti', 'Selesai') ?? ''])
  assert.match(preview, /1 ditutup\./)
  assert.match(done, /1 ditutup\./)
  const closed = await world.platform.db
    .selectFrom('cases')
    .innerJoin('case_closure', 'case_closure.case_id', 'cases.id')
    .select(['case_closure.outcome', 'case_closure.solved'])
    .where('cases.agency_id', '=', 'dishub')
    .executeTakeFirstOrThrow()
  assert.deepEqual(closed, { outcome: 'archived', solved: false })
})

it('keeps what citizens wrote sealed, and nothing of it when it is done', async () => {
  const comms = world.as('commsOfficer')
  const made = await comms.post('/kasus/impor', { agencyId: 'dinkes' }, csv([rows[3]?.replace('1004', '2004') ?? '']))
  const id = made.location?.split('/').at(-1) ?? ''
  const row = () =>
    world.platform.db.selectFrom('case_import').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const waiting = await row()
  assert.ok(waiting.sealed && !JSON.stringify(waiting).includes('Instansi tidak ada'))
  await comms.post(made.location ?? '')
  await world.runJobs()
  assert.equal((await row()).sealed, null)
  assert.deepEqual((await row()).outcomes, [{ line: 2, act: 'taken' }])
  assert.equal((await comms.post(made.location ?? '')).status, 409)
})

it('reads columns of other names by a map, and says what it does not know', async () => {
  const comms = world.as('commsOfficer')
  const file = { file: { filename: 'lain.csv', bytes: Buffer.from('Kode,Keluhan,Masuk\n7,Jalan rusak.,20/11/2026\n') } }
  const refused = await comms.post('/kasus/impor', {}, file)
  assert.equal(refused.status, 422)
  assert.match(refused.$('[role=alert]').text(), /isi, tanggal tidak dikenali/)
  const taken = await comms.post(
    '/kasus/impor',
    { map: 'isi = Keluhan\ntanggal = Masuk', agencyId: 'dinkes', system: 'Aduan Lama' },
    file,
  )
  assert.equal(taken.status, 303)
  assert.match((await comms.get(taken.location ?? '')).$('main').text(), /Aduan Lama/)
  assert.equal((await comms.post('/kasus/impor', { map: 'entah' }, file)).status, 422)
  assert.equal((await comms.post('/kasus/impor')).status, 422)
})

it('is for the communications agency alone', async () => {
  const operator = world.as('operatorDinkes')
  assert.equal((await operator.get('/kasus/impor')).status, 404)
  assert.equal((await operator.post('/kasus/impor', {}, csv(rows))).status, 403)
  const made = await world.as('commsOfficer').post('/kasus/impor', {}, csv(rows))
  assert.equal((await operator.get(made.location ?? '')).status, 404)
  assert.equal((await operator.post(made.location ?? '')).status, 403)
})
