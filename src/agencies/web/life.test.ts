import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const comms = () => world.as('commsOfficer')
const base = '/perangkat-daerah'

/** Opens a form, fills in some of its fields and sends it, as a browser would. */
async function send(url: string, fields: Record<string, string>, action?: string) {
  const { $, status } = await comms().get(url)
  assert.equal(status, 200)
  const form = $(action === undefined ? 'form.form' : `form[action="${action}"]`).first()
  const filled: Record<string, string> = {}
  for (const { name, value } of form.serializeArray()) filled[name] = value
  return comms().post(form.attr('action') ?? '', { ...filled, ...fields })
}

test('an agency is added, renamed and shown with the name of each day', async () => {
  const added = await send(`${base}/baru`, {
    id: 'kec-baru',
    name: 'Kecamatan Baru',
    abbreviation: 'Kec. Baru',
    kind: 'district',
    day: '2020-01-01',
    decree: 'Perda 1/2020',
  })
  assert.equal(added.location, `${base}/kec-baru`, added.text)
  const renamed = await send(`${base}/kec-baru/perubahan`, {
    name: 'Kecamatan Lebih Baru',
    parentId: 'Dinas Kesehatan',
    day: '2026-04-01',
    decree: 'Perda 2/2026',
  })
  assert.equal(renamed.status, 303, renamed.text)
  assert.equal((await comms().get(`${base}/kec-baru`)).$('h1').text(), 'Kecamatan Lebih Baru')
  const march = await comms().get(`${base}/kec-baru?tanggal=2026-03-15`)
  assert.equal(march.$('h1').text(), 'Kecamatan Baru')
  assert.match(march.text, /Keadaan pada 15 Maret 2026/)
  const register = await comms().get(`${base}?tanggal=2026-03-15`)
  assert.match(register.text, /Kecamatan Baru/)
  assert.doesNotMatch(register.text, /Kecamatan Lebih Baru/)
  const searched = await comms().get(`${base}?q=kecamatan+baru`)
  assert.match(searched.text, /Kecamatan Lebih Baru/)
})

test('a refused form keeps what was typed, with words beside the fields', async () => {
  const refused = await send(`${base}/dishub/perubahan`, { name: 'Dinas Lalu Lintas', day: '2016-01-01', decree: '' })
  assert.equal(refused.status, 422)
  assert.equal(refused.$('input[name=name]').val(), 'Dinas Lalu Lintas')
  assert.match(refused.text, /Nomor keputusan belum diisi/)
})

test('a decree of another day asks whether it is meant', async () => {
  const fields = { name: 'Dinas Perhubungan Kota', day: '2026-05-01', decree: 'Perda 2/2026' }
  const asked = await send(`${base}/dishub/perubahan`, fields)
  assert.equal(asked.status, 422)
  assert.equal(asked.$('input[name=decreeAgain]').length, 1)
  assert.equal((await send(`${base}/dishub/perubahan`, { ...fields, decreeAgain: 'on' })).status, 303)
})

test('a correction shows what was believed; a withdrawal takes a change back', async () => {
  const url = `${base}/dishub/pembetulan?sejak=2026-05-01`
  const corrected = await send(url, { name: 'Dinas Perhubungan Raya', reason: 'Salah ketik' }, url)
  assert.equal(corrected.status, 303, corrected.text)
  const { text } = await comms().get(`${base}/dishub`)
  assert.match(text, /Catatan yang sudah dibetulkan/)
  assert.match(text, /Salah ketik/)
  const action = `${base}/dishub/pencabutan?sejak=2026-05-01`
  assert.equal((await send(url, { reason: '' }, action)).status, 422)
  assert.equal((await send(url, { reason: 'Batal' }, action)).status, 303)
  assert.equal((await comms().get(`${base}/dishub`)).$('h1').text(), 'Dinas Perhubungan')
})

test('closing asks for confirmation; the address still answers and says what became of it', async () => {
  const fields = { into: 'Dinkes', others: '', day: '2026-06-01', decree: 'Perda 3/2026' }
  const unsure = await send(`${base}/kec-baru/penggabungan`, fields)
  assert.equal(unsure.status, 422)
  assert.match(unsure.text, /Centang untuk menyatakan/)
  const merged = await send(`${base}/kec-baru/penggabungan`, { ...fields, confirmed: 'on' })
  assert.equal(merged.location, `${base}/dinkes`, merged.text)
  const { text, status } = await comms().get(`${base}/kec-baru`)
  assert.equal(status, 200)
  assert.match(text, /Berakhir pada 1 Juni 2026/)
  assert.match(text, /Diteruskan oleh <a href="\/perangkat-daerah\/dinkes">Dinas Kesehatan<\/a>/)
  assert.doesNotMatch((await comms().get(`${base}?jenis=district`)).text, /Kecamatan Lebih Baru/)
  const undone = await send(`${base}/kec-baru/pembetulan-akhir`, { day: '', reason: 'Perda dibatalkan' })
  assert.equal(undone.status, 303, undone.text)
  const closed = await send(`${base}/kec-baru/penutupan`, {
    day: '2026-07-01',
    decree: 'Perda 4/2026',
    confirmed: 'on',
  })
  assert.equal(closed.status, 303, closed.text)
  assert.match((await comms().get(`${base}/kec-baru`)).text, /Tidak ada penerusnya/)
})

test('an agency is split in two', async () => {
  const fields = {
    '0.id': 'disdik-dasar',
    '0.name': 'Dinas Pendidikan Dasar',
    '0.abbreviation': 'Disdas',
    '0.host': '',
  }
  const split = await send(`${base}/disdik/pemekaran`, {
    ...fields,
    '0.kind': 'department',
    day: '2026-08-01',
    decree: 'Perda 5/2026',
  })
  assert.equal(split.status, 303, split.text)
  assert.match((await comms().get(`${base}/disdik-dasar`)).text, /asal pemekaran/)
})

test('a form of before another change is refused, with what was typed', async () => {
  const change = { name: 'Dinas A', abbreviation: 'A', kind: 'department', day: '2026-09-01', decree: 'Perda 6/2026' }
  const stale = await comms().post(`${base}/dishub/perubahan`, { ...change, version: '1' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /sudah diubah oleh Wulan Andai/)
  assert.equal(stale.$('input[name=name]').val(), 'Dinas A')
})

for (const page of ['baru', 'impor', 'dinkes/perubahan', 'dinkes/penutupan', 'dinkes/penggabungan', 'dinkes/pemekaran'])
  test(`${page} is for Diskominfostandi alone`, async () => {
    assert.equal((await world.as('headDinkes').get(`${base}/${page}`)).status, 404)
    assert.equal((await world.as('mayorOffice').post(`${base}/${page}`, {})).status, 403)
  })

test('an agency, a record or a day that is not there', async () => {
  assert.equal((await comms().get(`${base}/hantu/perubahan`)).status, 404)
  assert.equal((await comms().get(`${base}/dinkes/pembetulan?sejak=2019-01-01`)).status, 404)
  assert.equal((await comms().get(`${base}/dinkes?tanggal=2010-01-01`)).status, 404)
  assert.match(
    (await comms().get(`${base}?tanggal=2026-02-30`)).text,
    /tidak ada\. Yang tampil adalah keadaan hari ini/,
  )
})
