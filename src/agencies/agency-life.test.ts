import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { accepted, isRefusal, Missing, type Refusal } from '../platform/refusal.ts'
import { addAgency } from './add-agency.ts'
import { closeAgency } from './close-agency.ts'
import { correctAgency, correctAgencyEnd, withdrawAgencyChange } from './correct-agency.ts'
import { agencyAsBelieved, agencyOn, findAgencies, findAgency } from './find-agencies.ts'
import { findAgencyLife } from './find-agency-life.ts'
import { mergeAgencies } from './merge-agencies.ts'
import { renameAgency } from './rename-agency.ts'
import { splitAgency } from './split-agency.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

let number = 0
const decree = () => `Perwal ${++number}/2026`
const comms = () => world.ctx('commsOfficer')
const facts = (name: string, host: string | null = null) => ({
  name,
  abbreviation: name.slice(0, 20),
  kind: 'Dinas',
  parentId: null as string | null,
  regionCode: null,
  host,
})
const add = async (id: string, day = '2020-01-01', more: Partial<ReturnType<typeof facts>> = {}) =>
  accepted(await addAgency(comms(), { id, ...facts(`Nama ${id}`), ...more, day, decree: decree() }))

function errorsOf(result: unknown): Record<string, string> {
  assert.ok(isRefusal(result), `accepted: ${JSON.stringify(result)}`)
  assert.equal(result.refusal, 'invalid', JSON.stringify(result))
  return (result as Extract<Refusal, { refusal: 'invalid' }>).errors
}

test('an agency has one name a day: of the past, of today and of a day to come', async () => {
  await add('dinas-a')
  const rename = (name: string, day: string) =>
    renameAgency(comms(), { id: 'dinas-a', ...facts(name), day, decree: decree() })
  accepted(await rename('Nama Maret', '2026-03-01'))
  accepted(await rename('Nama 2027', '2027-01-01'))
  const nameOn = async (day: string) => (await agencyOn(comms(), 'dinas-a', day)).name
  assert.equal(await nameOn('2026-02-28'), 'Nama dinas-a')
  assert.equal(await nameOn('2026-03-01'), 'Nama Maret')
  assert.equal((await findAgency(comms(), 'dinas-a')).name, 'Nama Maret')
  assert.equal(await nameOn('2027-01-01'), 'Nama 2027')
  await assert.rejects(agencyOn(comms(), 'dinas-a', '2019-12-31'), Missing)
  const events = await comms()
    .db.selectFrom('event')
    .select('action')
    .where('thing_id', '=', 'dinas-a')
    .orderBy('id')
    .execute()
  assert.deepEqual(
    events.map(({ action }) => action),
    ['agency.added', 'agency.renamed', 'agency.renamed'],
  )
})

test('a correction answers anew, and what was believed before stays', async () => {
  await add('dinas-b')
  world.at('2026-11-23T05:00:00Z')
  const wrong = { id: 'dinas-b', ...facts('Nama Salah'), day: '2026-05-01', decree: decree() }
  accepted(await renameAgency(comms(), wrong))
  world.at('2026-11-23T06:00:00Z')
  const right = { id: 'dinas-b', from: '2026-05-01', ...facts('Nama Benar'), day: '2026-04-01', decree: wrong.decree }
  assert.deepEqual(Object.keys(errorsOf(await correctAgency(comms(), { ...right, reason: ' ' }))), ['reason'])
  accepted(await correctAgency(comms(), { ...right, reason: 'Salah ketik' }))
  assert.equal((await agencyOn(comms(), 'dinas-b', '2026-04-15')).name, 'Nama Benar')
  const believed = async (day: string, at: string) =>
    (await agencyAsBelieved(comms(), 'dinas-b', day, new Date(at)))?.name
  assert.equal(await believed('2026-05-15', '2026-11-23T05:30:00Z'), 'Nama Salah')
  assert.equal(await believed('2026-04-15', '2026-11-23T05:30:00Z'), 'Nama dinas-b')
  assert.equal(await believed('2026-05-15', '2026-11-23T04:30:00Z'), 'Nama dinas-b')
  assert.equal(await believed('2026-05-15', '2026-11-23T06:30:00Z'), 'Nama Benar')
  const { corrected } = await findAgencyLife(comms(), 'dinas-b')
  assert.deepEqual(
    corrected.map(({ name, reason }) => [name, reason]),
    [
      ['Nama dinas-b', 'Salah ketik'],
      ['Nama Salah', 'Salah ketik'],
    ],
  )
  accepted(await withdrawAgencyChange(comms(), { id: 'dinas-b', from: '2026-04-01', reason: 'Tidak jadi' }))
  assert.equal((await findAgency(comms(), 'dinas-b')).name, 'Nama dinas-b')
})

test('a closed agency leaves the lists of today, keeps its past, and can be corrected back', async () => {
  await add('dinas-c')
  accepted(await closeAgency(comms(), { id: 'dinas-c', day: '2026-06-01', decree: decree() }))
  const listed = async (day?: string) => (await findAgencies(comms(), day)).some(({ id }) => id === 'dinas-c')
  assert.deepEqual([await listed(), await listed('2026-05-31')], [false, true])
  assert.equal((await findAgency(comms(), 'dinas-c')).name, 'Nama dinas-c')
  accepted(await correctAgencyEnd(comms(), { id: 'dinas-c', day: null, reason: 'Keputusan dibatalkan' }))
  assert.equal(await listed(), true)
})

test('merged agencies have a successor, which may take over the host that day', async () => {
  await add('dinas-d', '2020-01-01', facts('Dinas D', 'd.bekasikota.go.id'))
  await add('dinas-e', '2020-01-01')
  await add('dinas-de', '2026-01-01')
  const merger = { id: 'dinas-d', others: ['dinas-e'], into: 'dinas-de', day: '2026-07-01', decree: decree() }
  accepted(await mergeAgencies(comms(), merger))
  const host = { ...facts('Dinas DE', 'd.bekasikota.go.id'), decree: merger.decree }
  assert.match(
    errorsOf(await renameAgency(comms(), { id: 'dinas-de', ...host, day: '2026-06-30' })).host ?? '',
    /dipakai/,
  )
  accepted(await renameAgency(comms(), { id: 'dinas-de', ...host, day: '2026-07-01' }))
  const { successors, timeline } = await findAgencyLife(comms(), 'dinas-e')
  assert.deepEqual([successors[0]?.agencyId, timeline.at(-1)?.to], ['dinas-de', '2026-07-01'])
  assert.deepEqual(
    (await findAgencyLife(comms(), 'dinas-de')).predecessors.map(({ agencyId }) => agencyId),
    ['dinas-d', 'dinas-e'],
  )
  const { count } = await comms()
    .db.selectFrom('event')
    .select((row) => row.fn.countAll<string>().as('count'))
    .where('action', '=', 'agency.merged')
    .executeTakeFirstOrThrow()
  assert.equal(count, '1')
})

test('a split makes new agencies, beside the old one or in its place', async () => {
  await add('dinas-f')
  const into = [
    { id: 'dinas-f1', ...facts('Dinas F Satu') },
    { id: 'dinas-f2', ...facts('Dinas F Dua') },
  ]
  const split = { id: 'dinas-f', day: '2026-08-01', decree: decree(), ends: true }
  const errors = errorsOf(await splitAgency(comms(), { ...split, into: [{ ...into[0], id: 'Salah' } as never] }))
  assert.deepEqual(Object.keys(errors), ['0.id'])
  accepted(await splitAgency(comms(), { ...split, into }))
  await assert.rejects(agencyOn(comms(), 'dinas-f', '2026-08-01'), Missing)
  assert.equal((await agencyOn(comms(), 'dinas-f2', '2026-08-01')).name, 'Dinas F Dua')
})

const refusedCases: readonly [string, string, RegExp, () => Promise<unknown>][] = [
  ['no decree', 'decree', /belum diisi/, () => rename({ decree: '  ' })],
  ['a day that does not exist', 'day', /tidak ada/, () => rename({ day: '2026-02-30' })],
  ['a change before the agency was', 'day', /baru ada sejak/, () => rename({ day: '2019-01-01' })],
  ['a second name of a day', 'day', /Sudah ada catatan/, () => rename({ day: '2020-01-01' })],
  [
    'the same facts',
    '',
    /Tidak ada yang berubah/,
    () => rename({ name: 'Nama dinas-g', abbreviation: 'Nama dinas-g' }),
  ],
  ['no name', 'name', /belum diisi/, () => rename({ name: '' })],
  ['an unknown kind', 'kind', /tidak dikenal/, () => rename({ kind: 'Kementerian' })],
  ['a host that is none', 'host', /nama host/, () => rename({ host: 'bukan host' })],
  ['the host of another', 'host', /dipakai Dinas Kesehatan/, () => rename({ host: 'dinkes.bekasikota.go.id' })],
  ['a region code that is none', 'regionCode', /kode wilayah/, () => rename({ regionCode: '3275' })],
  ['an unknown parent', 'parentId', /tidak ada/, () => rename({ parentId: 'hantu' })],
  ['itself as parent', 'parentId', /dirinya sendiri/, () => rename({ parentId: 'dinas-g' })],
  ['its child as parent', 'parentId', /di bawahnya/, () => rename({ parentId: 'anak-g' })],
  ['an end before the start', 'day', /harus setelah/, () => close({ day: '2019-01-01' })],
  ['an end with children', 'day', /Masih membawahi Nama anak-g/, () => close({})],
  ['an id that is taken', 'id', /sudah dipakai/, () => addAgain({ id: 'dinkes' })],
  ['an id that is an address', 'id', /alamat halaman lain/, () => addAgain({ id: 'impor' })],
  ['a merger into itself', 'into', /salah satu yang digabungkan/, () => merge({ into: 'dinas-g' })],
  ['a merger into nothing', 'into', /Tidak ada/, () => merge({ into: 'hantu' })],
  ['a merger with an unknown one', 'others', /Tidak ada/, () => merge({ others: ['hantu'] })],
]
const sample = () => ({ id: 'dinas-g', ...facts('Nama Lain'), day: '2026-09-01', decree: decree() })
const rename = (more: object) => renameAgency(comms(), { ...sample(), ...more })
const close = (more: object) => closeAgency(comms(), { ...sample(), ...more })
const addAgain = (more: object) => addAgency(comms(), { ...sample(), ...more })
const merge = (more: object) => mergeAgencies(comms(), { ...sample(), into: 'dinkes', ...more })

test('what is refused, in words beside the field', async (t) => {
  await add('dinas-g')
  await add('anak-g', '2020-01-01', { ...facts('Nama anak-g'), parentId: 'dinas-g' })
  const before = JSON.stringify(await findAgencyLife(comms(), 'dinas-g'))
  for (const [what, field, words, act] of refusedCases)
    await t.test(what, async () => assert.match(errorsOf(await act())[field] ?? '', words))
  assert.equal(JSON.stringify(await findAgencyLife(comms(), 'dinas-g')), before)
})

test('a decree of another day must be meant', async () => {
  await add('dinas-h')
  const used = 'Perda 7/2016'
  const change = { id: 'dinas-h', ...facts('Nama H'), day: '2026-03-01', decree: used }
  accepted(await renameAgency(comms(), change))
  const again = { ...change, ...facts('Nama HH'), day: '2026-10-01', decree: ' Perda  7/2016' }
  assert.match(
    errorsOf(await renameAgency(comms(), again)).decree ?? '',
    /sudah tercatat untuk Nama H per 1 Maret 2026/,
  )
  accepted(await renameAgency(comms(), { ...again, decreeAgain: true }))
})

test('two at the same time: one host goes to one of them', async () => {
  await add('dinas-i')
  await add('dinas-j')
  const take = (id: string) =>
    renameAgency(comms(), {
      id,
      ...facts(`Baru ${id}`, 'rebutan.bekasikota.go.id'),
      day: '2026-09-01',
      decree: decree(),
    })
  const results = await Promise.all([take('dinas-i'), take('dinas-j')])
  assert.equal(results.filter(isRefusal).length, 1)
})

test('a stale form names who was faster', async () => {
  await add('dinas-k')
  const { version } = await findAgencyLife(comms(), 'dinas-k')
  const change = { id: 'dinas-k', version, ...facts('Nama K'), day: '2026-03-01', decree: decree() }
  accepted(await renameAgency(world.ctx('commsHead'), change))
  const stale = await renameAgency(comms(), { ...change, day: '2026-04-01', name: 'Lain', decree: decree() })
  assert.ok(isRefusal(stale) && stale.refusal === 'conflict')
  assert.match(stale.reason, /diubah oleh Rahmat Seandainya/)
})

for (const member of ['headDinkes', 'mayorOffice', 'auditor'] as const)
  test(`${member} may not change the register`, async () => {
    const refused = await closeAgency(world.ctx(member), { id: 'dinkes', day: '2026-12-01', decree: decree() })
    assert.ok(isRefusal(refused) && refused.refusal === 'forbidden')
  })

test('a site answers at its new host at once', async () => {
  const change = { id: 'disdik', ...facts('Dinas Pendidikan', 'pendidikan.bekasikota.go.id'), day: '2026-11-01' }
  accepted(await renameAgency(comms(), { ...change, decree: decree() }))
  const saysUnknown = async () =>
    (await world.anyone.get('/', { host: 'pendidikan.bekasikota.go.id' })).text.includes('Situs tidak dikenal')
  for (let tries = 0; tries < 50 && (await saysUnknown()); tries++) await new Promise((wake) => setTimeout(wake, 20))
  assert.equal(await saysUnknown(), false)
})
