import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { dueAfterDays } from '../../platform/calendar/due-after.ts'
import { findCalendar } from '../../platform/calendar/find-calendar.ts'
import { calendarOf } from '../agency-calendar.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const address = '/pengaturan/kalender/jam-kerja'
const week = Object.fromEntries([1, 2, 3, 4, 5, 6].map((day) => [`hari-${day}`, '08.00-12.00, 13.00-15.00']))

describe(address, () => {
  it('shows every calendar with its hours', async () => {
    const page = await world.as('operatorDinkes').get(address)
    assert.match(page.text, /Senin–Kamis 07\.30–12\.00, 13\.00–16\.00/)
    assert.match(page.text, /Sabtu 07\.30–13\.00/)
    assert.match(page.text, /37,5 jam/)
    assert.equal(page.$('form.form').length, 0)
    assert.equal((await world.as('operatorDinkes').get(`${address}/bulan`)).status, 404)
  })

  it('takes hours for a range of days, and takes them back', async () => {
    const fields = { ...week, name: 'Ramadan 2028', from: '2026-12-07', to: '2026-12-11', basis: 'SE contoh' }
    const refused = await world.as('commsOfficer').post(`${address}/kota`, { ...fields, 'hari-1': 'pagi', basis: '' })
    assert.deepEqual([refused.status, refused.$('input[name=hari-1]').attr('value')], [422, 'pagi'])
    assert.equal((await world.as('operatorDinkes').post(`${address}/kota`, fields)).status, 403)
    assert.equal((await world.as('commsOfficer').post(`${address}/kota`, fields)).status, 303)
    const received = new Date('2026-12-07T02:00:00Z')
    const due = async () => dueAfterDays(await findCalendar(world.system()), received, 1).toISOString()
    assert.equal(await due(), '2026-12-08T08:00:00.000Z')
    const page = await world.as('commsOfficer').get(`${address}/kota`)
    const form = page.$('form[action$=pencabutan]').filter((_, one) => page.$(one).text().includes('Ramadan 2028'))
    const withdrawal = form.attr('action') ?? ''
    assert.equal((await world.as('commsOfficer').post(withdrawal, { reason: '' })).status, 422)
    assert.equal((await world.as('operatorDinkes').post(withdrawal, { reason: 'x' })).status, 403)
    assert.equal((await world.as('commsOfficer').post(withdrawal, { reason: 'Keliru' })).status, 303)
    assert.equal((await world.as('commsOfficer').post(withdrawal, { reason: 'Keliru' })).status, 404)
    assert.equal(await due(), '2026-12-08T09:00:00.000Z')
    assert.equal((await world.as('commsOfficer').post(`${address}/kota`, fields)).status, 303)
  })

  it('makes a calendar, by which an agency works from a day on and not before', async () => {
    assert.equal((await world.as('commsOfficer').post(address, { name: '', like: 'kota' })).status, 422)
    assert.equal((await world.as('operatorDinkes').post(address, { name: 'Sabtu', like: 'kota' })).status, 403)
    const made = await world.as('commsOfficer').post(address, { name: 'Layanan Sabtu (contoh)', like: 'enam-hari' })
    assert.equal(made.location, `${address}/layanan-sabtu-contoh`)
    assert.equal(
      (await world.as('commsOfficer').post(address, { name: 'Layanan Sabtu contoh', like: 'kota' })).status,
      422,
    )
    const fields = { agencyId: 'dinkes', calendarId: 'layanan-sabtu-contoh', from: '2026-11-30', basis: 'SK contoh' }
    const set = '/pengaturan/kalender/perangkat-daerah'
    assert.equal((await world.as('commsOfficer').post(set, { ...fields, from: '' })).status, 422)
    assert.equal((await world.as('operatorDinkes').post(set, fields)).status, 403)
    assert.equal((await world.as('commsOfficer').post(set, fields)).status, 303)
    const due = async (agency: string, from: string) =>
      dueAfterDays(await calendarOf(world.system(), agency), new Date(from), 1).toISOString()
    // Friday: before the change Saturday is no day, after it it is; the city goes on as before.
    assert.equal(await due('dinkes', '2026-11-20T02:00:00Z'), '2026-11-23T09:00:00.000Z')
    assert.equal(await due('dinkes', '2026-12-04T02:00:00Z'), '2026-12-05T06:00:00.000Z')
    assert.equal(await due('dishub', '2026-12-04T02:00:00Z'), '2026-12-07T08:00:00.000Z')
    await world.as('commsOfficer').post(set, { ...fields, calendarId: 'kota', from: '2026-12-01' })
    assert.equal(await due('dinkes', '2026-12-04T02:00:00Z'), '2026-12-07T08:00:00.000Z')
    assert.match((await world.as('operatorDinkes').get(address)).text, /Dinas Kesehatan.*Layanan Sabtu \(contoh\)/s)
  })

  it('a change of an agency moves what is due there, and says why', async () => {
    const api = world.api('operatorDinkes')
    const opened = await api.post('/cases', { agencyId: 'dinkes', channel: 'phone', kind: 'inquiry', text: 'Kapan?' })
    await world.runJobs()
    await world.as('commsOfficer').post('/pengaturan/kalender/perangkat-daerah', {
      ...{ agencyId: 'dinkes', calendarId: 'enam-hari', from: '2026-11-23', basis: 'SK contoh 2' },
    })
    await world.runJobs()
    const page = await world.as('operatorDinkes').get(`/kasus/${opened.body.ticket}`)
    assert.match(page.text, /Kalender kerja sejak 23 November 2026: Layanan enam hari \(puskesmas\) \(SK contoh 2\)/)
  })
})
