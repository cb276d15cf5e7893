import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, openWorld, type World } from '../../../test/world.ts'
import { record } from '../../platform/events.ts'
import { accepted } from '../../platform/refusal.ts'
import { transaction } from '../../platform/transaction.ts'
import { composeReport } from '../compose-report.ts'
import { findReport } from '../find-reports.ts'
import { openReport, openReports } from '../open-report.ts'
import { reportPaths } from '../paths.ts'

const dinkes = { agency: 'dinkes', month: '2026-10' }
const page = reportPaths.report.href(dinkes)

let world: World
before(async () => {
  world = await openWorld()
  world.at('2026-10-12T03:00:00Z')
  for (const [id, kind, theme] of [
    ['a', 'news', 'community'],
    ['b', 'news', 'development'],
    ['c', 'announcement', 'government'],
  ])
    await transaction(world.ctx('operatorDinkes'), (ctx) =>
      record(ctx, 'content.published', {
        thing: 'content',
        id: id ?? '',
        agencyId: 'dinkes',
        after: { kind, theme, title: `Judul ${id}`, slug: id, url: `https://x.example/${id}`, author: 'Sari Contoh' },
      }),
    )
  world.at('2026-11-02T03:00:00Z')
})
after(() => world.close())

const versionOf = ({ $ }: Answer): string => String($('input[name=version]').first().val())

/** Draws the page and sends the form of a step. */
async function step(member: Parameters<World['as']>[0], path: string, fields: Record<string, string> = {}) {
  const version = versionOf(await world.as(member).get(page))
  return world.as(member).post(path, { version, ...fields })
}

test('the operator opens the report, and the figures are there already', async () => {
  const list = await world.as('operatorDinkes').get('/laporan')
  assert.match(list.text, /Oktober 2026/)
  const opened = await world.as('operatorDinkes').post(reportPaths.opening.href(dinkes))
  assert.equal(opened.status, 303)
  const { status, $ } = await world.as('operatorDinkes').get(page)
  assert.equal(status, 200)
  const row = $('th')
    .filter((_, th) => $(th).text() === 'Jumlah')
    .closest('tr')
    .find('td')
    .text()
  assert.equal(row, '300')
  assert.match($('main').text(), /Bagian ini diisi mulai rilis berikutnya/)
  assert.match($('#daftar-contents').text(), /Judul b/)
})

test('opening twice is opening once; a month to come has no report', async () => {
  const again = await world.as('operatorDinkes').post(reportPaths.opening.href(dinkes))
  assert.equal(again.status, 303)
  const december = reportPaths.opening.href({ ...dinkes, month: '2026-12' })
  assert.equal((await world.as('operatorDinkes').post(december)).status, 422)
})

test('obstacles are refused with the words beside the fields and the input kept', async () => {
  const path = reportPaths.obstacles.href(dinkes)
  const refused = await step('operatorDinkes', path, { 'reason-server': 'on', plan: '<b>Pindah</b>' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Uraikan kendala yang dipilih/)
  assert.equal(refused.$('textarea[name=plan]').val()?.toString().trim(), '<b>Pindah</b>')
  assert.equal(refused.$('input[name=reason-server]').attr('checked') !== undefined, true)
  const kept = await step('operatorDinkes', path, {
    'reason-server': 'on',
    text: 'Server mati dua hari.',
    plan: 'Pindah server.',
    letterNumber: '440/123/Dinkes',
  })
  assert.equal(kept.status, 303)
  assert.match((await world.as('operatorDinkes').get(page)).text, /440\/123\/Dinkes/)
})

test('a stale form is a conflict that names who changed it', async () => {
  const path = reportPaths.obstacles.href(dinkes)
  const stale = await world.as('reviewerDinkes').post(path, { version: '1', letterNumber: 'lain' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /sudah diubah oleh Sari Contoh/)
  assert.equal(stale.$('input[name=letterNumber]').val(), 'lain')
})

test('another agency sees nothing, and cannot do anything', async () => {
  const other = world.as('operatorDishub')
  assert.equal((await other.get(page)).status, 404)
  assert.equal((await other.get(`${page}/laporan.pdf`)).status, 404)
  assert.equal((await other.post(reportPaths.obstacles.href(dinkes), { version: '2' })).status, 404)
  assert.equal((await other.post(reportPaths.submission.href(dinkes), { version: '2' })).status, 404)
  assert.equal((await other.post(reportPaths.opening.href(dinkes))).status, 404)
})

test('each step belongs to one role', async () => {
  const refused: [Parameters<World['as']>[0], string][] = [
    ['operatorDinkes', reportPaths.approval.href(dinkes)],
    ['headDinkes', reportPaths.receipt.href(dinkes)],
    ['operatorDinkes', reportPaths.acceptance.href(dinkes)],
    ['mayorOffice', reportPaths.acceptance.href(dinkes)],
    ['auditor', reportPaths.returning.href(dinkes)],
    ['commsOfficer', reportPaths.submission.href(dinkes)],
    ['commsOfficer', reportPaths.forwarding.href({ month: '2026-10' })],
    ['mayorOffice', reportPaths.forwarding.href({ month: '2026-10' })],
  ]
  for (const [member, path] of refused)
    assert.equal((await world.as(member).post(path, { version: '2' })).status, 403, `${member} ${path}`)
  assert.equal((await world.anyone.get(page)).status, 303)
  assert.equal((await world.as('operatorDinkes').get('/rekapitulasi')).status, 404)
})

test('before the operator has handed it in, the head cannot approve', async () => {
  const early = await world.as('headDinkes').post(reportPaths.approval.href(dinkes), { version: '2' })
  assert.equal(early.status, 409)
  assert.match(early.text, /belum diajukan operator/)
})

test('a report goes to the head, to Diskominfostandi, back with a reason, and is accepted', async () => {
  assert.equal((await step('operatorDinkes', reportPaths.submission.href(dinkes))).status, 303)
  assert.match((await world.as('headDinkes').get('/beranda')).text, /Setujui laporan Oktober 2026/)
  assert.equal((await step('headDinkes', reportPaths.approval.href(dinkes))).status, 303)
  assert.equal((await step('commsOfficer', reportPaths.receipt.href(dinkes))).status, 303)
  const silent = await step('commsOfficer', reportPaths.returning.href(dinkes), { reason: '' })
  assert.equal(silent.status, 422)
  const reason = 'Nomor surat salah.'
  assert.equal((await step('commsOfficer', reportPaths.returning.href(dinkes), { reason })).status, 303)
  assert.match((await world.as('operatorDinkes').get(page)).text, /Nomor surat salah\./)
  assert.equal((await step('operatorDinkes', reportPaths.submission.href(dinkes))).status, 303)
  assert.equal((await step('headDinkes', reportPaths.approval.href(dinkes))).status, 303)
  assert.equal((await step('commsOfficer', reportPaths.receipt.href(dinkes))).status, 303)
  assert.equal((await step('commsOfficer', reportPaths.acceptance.href(dinkes))).status, 303)
  const done = await world.as('operatorDinkes').get(page)
  assert.match(done.text, /Disahkan/)
  assert.equal(done.$('form[action*="2026-10"]').length, 0)
})

test('every step is one event', async () => {
  const events = await world.platform.db
    .selectFrom('event')
    .select('action')
    .where('thing', '=', 'report')
    .orderBy('id')
    .execute()
  assert.deepEqual(
    events.map(({ action }) => action.slice('report.'.length)),
    [
      ...['opened', 'obstacles-written', 'handed-in', 'approved', 'received', 'returned'],
      ...['handed-in', 'approved', 'received', 'accepted'],
    ],
  )
})

test('the accepted report is frozen: what happens later changes nothing', async () => {
  const before = await world.as('auditor').get(`${page}/laporan.json`)
  await transaction(world.system(), async (ctx) => {
    await ctx.db
      .insertInto('event')
      .values({
        at: new Date('2026-10-20T03:00:00Z'),
        actor_kind: 'system',
        actor_id: null,
        actor_name: 'uji',
        action: 'content.published',
        thing: 'content',
        thing_id: 'd',
        agency_id: 'dinkes',
        before: null,
        after: JSON.stringify({ kind: 'news', theme: 'community', title: 'd', slug: 'd', url: 'd', author: 'd' }),
      })
      .execute()
  })
  assert.equal((await world.as('auditor').get(`${page}/laporan.json`)).text, before.text)
})

test('a report that is not frozen yet is the same again, whatever happened after its month', async () => {
  accepted(await openReport(world.system(), { agencyId: 'dishub', month: '2026-10' }))
  const made = async () =>
    (await composeReport(world.system(), await findReport(world.system(), 'dishub', '2026-10'))).parts
  const first = await made()
  const after = { kind: 'news', theme: 'community', title: 'x', slug: 'x', url: 'x', author: 'x' }
  await transaction(world.ctx('operatorDishub'), (ctx) =>
    record(ctx, 'content.published', { thing: 'content', id: 'x', agencyId: 'dishub', after }),
  )
  world.at('2026-11-05T03:00:00Z')
  assert.deepEqual(await made(), first)
})

test('the three files can be had by those who may read', async () => {
  for (const [file, type] of [
    ['laporan.pdf', 'application/pdf'],
    ['laporan.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['laporan.json', 'application/json; charset=utf-8'],
  ]) {
    const { status, headers } = await world.as('mayorOffice').get(`${page}/${file}`)
    assert.equal(status, 200)
    assert.equal(headers['content-type'], type)
    assert.match(String(headers['content-disposition']), /laporan-dinkes-2026-10\./)
  }
  assert.equal((await world.as('mayorOffice').get(`${page}/laporan.exe`)).status, 404)
})

test('the first of the month opens the reports of all, and late ones are missing', async () => {
  await openReports(world.system())
  await openReports(world.system())
  world.at('2026-11-06T09:29:59Z')
  assert.match((await world.as('commsOfficer').get('/laporan')).text, /1 dari 4 perangkat daerah/)
  assert.doesNotMatch((await world.as('commsOfficer').get('/laporan')).text, /Belum ada/)
  world.at('2026-11-06T09:30:00Z')
  const late = await world.as('commsOfficer').get('/laporan')
  assert.equal(late.$('tr:contains("Belum ada")').length, 3)
})

test('the recap: a draft for Diskominfostandi, the state for the mayor, then one frozen edition', async () => {
  const recap = reportPaths.recap.href({ month: '2026-10' })
  const mayor = await world.as('mayorOffice').get(recap)
  assert.match(mayor.text, /Belum diteruskan/)
  assert.doesNotMatch(mayor.text, /Lima angka/)
  assert.equal((await world.as('mayorOffice').get(`${recap}/rekapitulasi.pdf`)).status, 404)
  const draft = await world.as('commsHead').get(recap)
  assert.match(draft.text, /Lima angka bulan ini/)
  assert.match(draft.text, /Dinas Perhubungan/)
  const sent = await world.as('commsHead').post(reportPaths.forwarding.href({ month: '2026-10' }))
  assert.equal(sent.status, 303)
  const read = await world.as('mayorOffice').get(recap)
  assert.match(read.text, /Lima angka bulan ini/)
  assert.match(read.text, /Edisi 1/)
  for (const format of ['pdf', 'xlsx', 'json'])
    assert.equal((await world.as('mayorOffice').get(`${recap}/rekapitulasi.${format}`)).status, 200)
  const again = await world.as('commsHead').post(reportPaths.forwarding.href({ month: '2026-10' }))
  assert.equal(again.status, 409)
  assert.match((await world.as('operatorDinkes').get(page)).text, /Diteruskan ke Wali Kota/)
})

test('the API lists what its token may see, and tells the whole report', async () => {
  const own = await world.api('operatorDinkes').get('/monthly-reports')
  assert.deepEqual(
    own.body.items.map(({ agencyId }: { agencyId: string }) => agencyId),
    ['dinkes'],
  )
  const all = await world.api('auditor').get('/monthly-reports?month=2026-10&limit=3')
  assert.equal(all.body.items.length, 3)
  const rest = await world.api('auditor').get(`/monthly-reports?month=2026-10&cursor=${all.body.next}`)
  assert.deepEqual([rest.body.items.length, rest.body.next], [1, null])
  const one = await world.api('operatorDinkes').get('/monthly-reports/dinkes/2026-10')
  const file = JSON.parse((await world.as('operatorDinkes').get(`${page}/laporan.json`)).text)
  assert.deepEqual(one.body, file)
  assert.equal((await world.api('operatorDishub').get('/monthly-reports/dinkes/2026-10')).status, 404)
  assert.equal((await world.api('operatorDinkes').get('/city-recaps')).status, 404)
  const recaps = await world.api('mayorOffice').get('/city-recaps')
  assert.deepEqual(recaps.body.items[0]?.edition, 1)
  const recap = await world.api('mayorOffice').get('/city-recaps/2026-10')
  const sent = JSON.parse((await world.as('mayorOffice').get('/rekapitulasi/2026-10/rekapitulasi.json')).text)
  assert.deepEqual(recap.body, sent)
})

test('steps can be taken by the API as well, and are refused alike', async () => {
  const path = '/monthly-reports/dishub/2026-10'
  const operator = world.api('operatorDishub')
  const early = await operator.post(`${path}/steps`, { version: 1, step: 'accept' })
  assert.equal(early.status, 403)
  const handed = await operator.post(`${path}/steps`, { version: 1, step: 'hand-in' })
  assert.deepEqual([handed.status, handed.body.version, handed.body.state], [201, 2, 'missing'])
  assert.equal((await operator.post(`${path}/steps`, { version: 1, step: 'hand-in' })).status, 409)
  const foreign = await world.api('headDinkes').post(`${path}/steps`, { version: 2, step: 'approve' })
  assert.equal(foreign.status, 404)
})
