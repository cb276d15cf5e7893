import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { answerCase } from '../../cases/answer-case.ts'
import { openCase } from '../../cases/open-case.ts'
import { accepted } from '../../platform/refusal.ts'

let world: World
before(async () => {
  world = await openWorld()
  const open = async (agencyId: string, at: string, kind: 'complaint' | 'inquiry') => {
    world.at(new Date(`${at}+07:00`).toISOString())
    const word = { agencyId, channel: 'form', kind, text: `Lampu jalan ${agencyId} padam.`, receivedAt: world.now() }
    return accepted(await openCase(world.system(), word))
  }
  const first = await open('dinkes', '2026-10-05T09:00:00', 'complaint')
  await open('dishub', '2026-10-06T09:00:00', 'inquiry')
  world.at('2026-10-06T04:00:00Z')
  accepted(
    await answerCase(world.ctx('operatorDinkes'), { ticket: first.ticket, text: 'Sudah.', final: true, version: 1 }),
  )
  await open('dinkes', '2026-11-02T09:00:00', 'inquiry')
  world.at('2026-11-23T03:00:00Z')
})
after(() => world.close())

const october = '/kasus/angka?dari=2026-10&sampai=2026-10'

it('each number of the page opens the list it counted, and the same list as a file', async () => {
  const comms = world.as('commsOfficer')
  const { status, $ } = await comms.get(`${october}&menurut=agency`)
  assert.equal(status, 200)
  const facts = $('.facts div')
    .toArray()
    .map((row) => [$('dt', row).text(), $('dd', row).text()])
  assert.deepEqual(facts.slice(0, 6), [
    ['Diterima', '2'],
    ['Dijawab', '1'],
    ['Tepat waktu', '1'],
    ['Persen tepat waktu', '50\u00A0%'],
    ['Lewat batas', '1'],
    ['Waktu jawab tengah (median)', '9,5\u00A0jam'],
  ])
  for (const link of $('a[href*="angka/daftar"]').toArray()) {
    const href = $(link).attr('href') ?? ''
    const list = await comms.get(href)
    assert.equal(String(list.$('tbody tr').length), $(link).text(), href)
    const file = await comms.get(href.replace('daftar?', 'daftar.csv?'))
    assert.equal(file.text.trim().split('\r\n').length - 1, list.$('tbody tr').length)
    assert.doesNotMatch(file.text, /KB-|Lampu/)
  }
})

it('the page has charts with a name, a text and a table beside', async () => {
  const { $ } = await world.as('commsOfficer').get(october)
  for (const chart of $('figure.chart > svg').toArray()) {
    const named = ($(chart).attr('aria-labelledby') ?? '').split(' ')
    assert.deepEqual(
      named.map((id) => $(`[id="${id}"]`).text() !== ''),
      [true, true],
    )
    assert.equal($(chart).parent().next().is('table'), true)
  }
  assert.ok($('figure.chart').length > 0)
})

it('an agency counts its own cases only, whatever it asks for', async () => {
  const dishub = world.as('operatorDishub')
  for (const query of ['', '&perangkat=dinkes', '&perangkat=%27']) {
    const { $ } = await dishub.get(october + query)
    assert.equal($('.facts dd').first().text(), query === '' ? '1' : '0')
  }
  const list = await dishub.get('/kasus/angka/daftar?dari=2026-10&angka=received&perangkat=dinkes')
  assert.equal(list.$('tbody tr').length, 0)
  assert.doesNotMatch((await dishub.get('/kasus/angka/daftar.csv?dari=2026-01')).text, /DINKES/)
})

it('filters narrow, months are whole, and nonsense becomes something that will do', async () => {
  const comms = world.as('commsOfficer')
  const received = async (query: string) => (await comms.get(`/kasus/angka?${query}`)).$('.facts dd').first().text()
  assert.equal(await received('dari=2026-10&sampai=2026-11'), '3')
  assert.equal(await received('dari=2026-10&sampai=2026-11&jenis=inquiry'), '2')
  assert.equal(await received('dari=2026-10&sampai=2026-10&kanal=x'), '0')
  assert.equal(await received('dari=2026-10&sampai=2026-10&topik=tanpa&tema=tanpa'), '2')
  assert.equal(await received('dari=9999-99&sampai=abc'), '1')
  assert.equal((await comms.get('/kasus/angka/daftar?angka=entah')).status, 404)
  assert.equal((await comms.get('/kasus/angka/daftar?mulai=entah')).status, 404)
})

it('who may not read cases does not get to the figures', async () => {
  assert.equal((await world.anyone.get('/kasus/angka')).status, 303)
})
