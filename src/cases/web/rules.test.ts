import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { accepted } from '../../platform/refusal.ts'
import { openCase } from '../open-case.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const page = '/pengaturan/kalender/batas-waktu'
const opened = async (): Promise<string> => {
  const input = { agencyId: 'dinkes', channel: 'form', kind: 'complaint', text: 'Puskesmas tutup.' } as const
  return accepted(await openCase(world.system(), { ...input, receivedAt: world.now() })).ticket
}
const clockOf = async (ticket: string, step: string) =>
  (await world.api('operatorDinkes').get(`/cases/${ticket}`)).body.clocks.find(
    (clock: { step: string }) => clock.step === step,
  )

describe('/pengaturan/kalender/batas-waktu', () => {
  it('tells what holds, what comes and what was, to all who may read', async () => {
    world.at('2026-11-23T03:00:00Z')
    const rule = { step: 'triage', kind: '', class: '', agencyId: '', unit: 'days', amount: '2', basis: 'SOP contoh' }
    const head = world.as('commsHead')
    assert.equal((await head.post(page, { ...rule, from: '2026-12-01' })).status, 303)
    const text = (await world.as('operatorDinkes').get(page)).text
    assert.match(text, /Yang akan berlaku/)
    assert.match(text, /Menunggu keterangan dari warga/)
    assert.match(text, /Kepala perangkat daerah/)
    world.at('2026-12-02T03:00:00Z')
    assert.match((await head.get(page)).text, /Yang pernah berlaku/)
  })

  it('a limit of one agency in minutes holds for its cases alone, and moves those that run', async () => {
    world.at('2026-11-23T03:00:00Z')
    const rule = { step: 'first-reply', kind: '', class: '', unit: 'minutes', amount: '120', basis: 'SOP Dinkes' }
    const ticket = await opened()
    const head = world.as('commsHead')
    const wrong = await head.post(page, { ...rule, agencyId: 'nowhere', from: '2026-11-23' })
    assert.equal(wrong.status, 422)
    assert.equal(wrong.$('input[name=basis]').first().val(), 'SOP Dinkes')
    assert.equal((await head.post(page, { ...rule, agencyId: 'dinkes', from: '2026-11-23' })).status, 303)
    await world.runJobs()
    const clock = await clockOf(ticket, 'first-reply')
    assert.deepEqual(
      [clock.unit, clock.amount, clock.days, clock.dueAt],
      ['minutes', 120, null, '2026-11-23T05:00:00.000Z'],
    )
    assert.equal(clock.former.length, 1)
    assert.match(clock.explanation, /120 menit kerja berakhir Senin, 23 November 2026 pukul 12.00 WIB/)
    const rules = (await world.api('operatorDinkes').get('/sla-rules')).body.items
    assert.ok(rules.some((one: { unit: string; days: number | null }) => one.unit === 'minutes' && one.days === null))
  })

  it('how long a pause may last, and who is warned, is set from a day on', async () => {
    world.at('2026-11-23T03:00:00Z')
    const head = world.as('commsHead')
    const reason = { id: 'citizen', limitDays: '7', basis: 'SOP contoh', from: '2026-11-24' }
    assert.equal((await world.as('operatorDinkes').post(`${page}/jeda`, reason)).status, 403)
    const wrong = await head.post(`${page}/jeda`, { ...reason, limitDays: '-1', from: '2026-11-01' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /0 sampai 99/)
    assert.equal((await head.post(`${page}/jeda`, reason)).status, 303)
    const warning = { level: '75', told: ['handler', 'head'], basis: 'SOP contoh', from: '2026-11-24' }
    assert.equal((await world.as('operatorDinkes').post(`${page}/peringatan`, warning)).status, 403)
    assert.equal((await head.post(`${page}/peringatan`, { ...warning, told: ['mayor'] })).status, 422)
    assert.equal((await head.post(`${page}/peringatan`, warning)).status, 303)
    assert.equal((await head.post(`${page}/peringatan`, warning)).status, 422)
    assert.match((await head.get(page)).text, /7 hari kerja/)
  })

  it('what proof a kind needs is seen by all, and set from a day on by Diskominfostandi', async () => {
    world.at('2026-11-23T03:00:00Z')
    const head = world.as('commsHead')
    assert.match((await world.as('operatorDinkes').get(page)).text, /Bukti sebelum selesai/)
    const rule = { kind: 'inquiry', required: '2', basis: 'SOP bukti contoh', from: '2026-11-24' }
    assert.equal((await world.as('operatorDinkes').post(`${page}/bukti`, rule)).status, 403)
    const wrong = await head.post(`${page}/bukti`, { ...rule, required: 'dua' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /0 sampai 9/)
    assert.equal(wrong.$('form[action$="/bukti"] input[name=basis]').val(), 'SOP bukti contoh')
    assert.equal((await head.post(`${page}/bukti`, rule)).status, 303)
    assert.equal((await head.post(`${page}/bukti`, rule)).status, 422)
    const text = (await head.get(page)).text
    assert.match(text, /paling sedikit 2/)
    assert.match(text, /SOP bukti contoh/)
  })
})
