import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { openCase } from '../../cases/open-case.ts'
import { accepted } from '../../platform/refusal.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const address = '/pengaturan/kalender/keputusan'
const amendment = { year: '2026', scope: 'perubahan', number: 'Keppres contoh 1', decreedOn: '2026-11-20' }

async function enter(fields: Record<string, string>): Promise<string> {
  const { status, location = '' } = await world.as('commsOfficer').post(address, fields)
  assert.equal(status, 303)
  return location
}

async function confirm(at: string) {
  const page = await world.as('commsOfficer').get(at)
  return world.as('commsOfficer').post(`${at}/penetapan`, { seen: page.$('input[name=seen]').attr('value') ?? '' })
}

async function dueOf(ticket: string): Promise<string> {
  await world.runJobs()
  return (await world.api('operatorDinkes').get(`/cases/${ticket}`)).body.nextDueAt
}

describe(address, () => {
  it('shows what a pasted list would change, and changes nothing yet', async () => {
    const listed =
      '9/12/2026\tRabu\tnasional\tPemungutan suara\r\n12 Desember; nasional; Hari Contoh\n25-12-2026; nasional; Kelahiran Yesus Kristus'
    const at = await enter({ ...amendment, listed, withdrawn: '24 Desember 2026' })
    const page = await world.as('commsHead').get(at)
    const rows = page
      .$('table')
      .first()
      .find('tbody tr')
      .toArray()
      .map((row) => page.$(row).text())
    assert.equal(rows.length, 4)
    for (const [i, words] of [
      'Rabu, 9 Desember 2026.*baru',
      'Sabtu, 12.*baru akhir pekan',
      '24 Desember.*dicabut',
      '25 Desember.*sudah ada',
    ].entries())
      assert.match(rows[i] ?? '', new RegExp(words))
    assert.match(page.text, /2 hari baru \(1 pada akhir pekan\), 1 dicabut, 1 sudah ada/)
    assert.ok(!(await world.as('commsHead').get('/pengaturan/kalender?tahun=2026')).text.includes('Pemungutan suara'))
    assert.equal((await world.as('operatorDinkes').get(at)).status, 404)
    assert.equal((await world.as('commsOfficer').post(`${at}/pembuangan`)).status, 303)
    assert.equal((await world.as('commsOfficer').get(at)).status, 404)
  })

  it('keeps what was typed where it is refused, and says line by line what is not understood', async () => {
    const refused = await world.as('commsOfficer').post(address, { ...amendment, number: '', listed: '30 Februari' })
    assert.deepEqual([refused.status, refused.$('textarea[name=listed]').text().trim()], [422, '30 Februari'])
    const at = await enter({
      ...amendment,
      listed: '30 Februari; nasional; Hari Contoh\n1 Januari 2025; nasional; Lama',
    })
    const page = await world.as('commsOfficer').get(at)
    assert.match(page.text, /30 Februari.*bukan tanggal yang ada/)
    assert.match(page.text, /1 Januari 2025 bukan tanggal tahun 2026/)
    assert.equal(page.$('form[action$=penetapan]').length, 0)
    assert.equal((await world.as('commsOfficer').post(`${at}/penetapan`, { seen: '1' })).status, 409)
    const corrected = await world
      .as('commsOfficer')
      .post(at, { ...amendment, listed: '9 Desember; nasional; Hari Contoh' })
    assert.deepEqual([corrected.status, corrected.location], [303, at])
    const wrong = await world.as('commsOfficer').post(at, { ...amendment, year: 'depan' })
    assert.deepEqual([wrong.status, wrong.$('.error').length > 0], [422, true])
  })

  it('a day off removed after the fact counts again, and another decree undoes it', async () => {
    world.at('2026-12-24T03:00:00Z')
    const word = { channel: 'form', kind: 'complaint', text: 'Lampu jalan mati.', receivedAt: world.now() } as const
    const { ticket } = accepted(await openCase(world.system(), { agencyId: 'dinkes', ...word }))
    assert.equal(await dueOf(ticket), '2026-12-29T09:00:00.000Z')
    world.at('2026-12-28T03:00:00Z')
    const off = await enter({
      ...amendment,
      number: 'Keppres contoh 2',
      decreedOn: '2026-12-28',
      withdrawn: '24 Desember 2026',
    })
    const confirmed = await confirm(off)
    assert.deepEqual([confirmed.status, confirmed.location], [303, '/pengaturan/kalender?tahun=2026'])
    assert.equal(await dueOf(ticket), '2026-12-28T09:00:00.000Z')
    const page = await world.as('operatorDinkes').get(`/kasus/${ticket}`)
    assert.match(
      page.text,
      /Hari libur tahun 2026 diubah: dicabut Kelahiran Yesus Kristus, 24 Desember 2026.*Keppres contoh 2/,
    )
    assert.match((await world.as('operatorDinkes').get('/pengaturan/kalender?tahun=2026')).text, /Dicabut oleh/)
    assert.equal((await confirm(off)).status, 409)
    const back = {
      ...amendment,
      number: 'Keppres contoh 3',
      decreedOn: '2026-12-28',
      listed: '24 Desember; cuti bersama; Kelahiran Yesus Kristus',
    }
    assert.equal((await confirm(await enter(back))).status, 303)
    assert.equal(await dueOf(ticket), '2026-12-29T09:00:00.000Z')
    const events = await world.platform.db
      .selectFrom('event')
      .select(['before', 'after'])
      .where('action', '=', 'holiday-decree.confirmed')
      .execute()
    assert.match(JSON.stringify(events[0]?.before), /24 Desember 2026/)
    assert.match(JSON.stringify(events[1]?.after), /24 Desember 2026/)
    assert.match((await world.as('auditor').get(off)).text, /Keppres contoh 2/)
  })

  it('is looked at again where another decree came between', async () => {
    const one = await enter({ ...amendment, listed: '30 Desember; nasional; Hari Contoh' })
    const two = await enter({ ...amendment, listed: '31 Desember; nasional; Hari Contoh' })
    const seen = (await world.as('commsOfficer').get(two)).$('input[name=seen]').attr('value') ?? ''
    assert.equal((await confirm(one)).status, 303)
    const late = await world.as('commsOfficer').post(`${two}/penetapan`, { seen })
    assert.equal(late.status, 409)
    assert.match(late.text, /Periksa sekali lagi/)
    assert.equal((await confirm(two)).status, 303)
  })

  it('of two officers who confirm the same at once, one does', async () => {
    const at = await enter({ ...amendment, listed: '23 Desember; nasional; Hari Contoh' })
    const answers = await Promise.all([confirm(at), confirm(at), confirm(at)])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409])
  })

  it('is not for an agency', async () => {
    assert.equal((await world.as('operatorDinkes').post(address, amendment)).status, 403)
    assert.equal((await world.as('operatorDinkes').get(address)).status, 200)
  })
})
