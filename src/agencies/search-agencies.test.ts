import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { accepted } from '../platform/refusal.ts'
import { addAgency } from './add-agency.ts'
import { closeAgency } from './close-agency.ts'
import { mergeAgencies } from './merge-agencies.ts'
import { renameAgency } from './rename-agency.ts'
import { searchAgencies, searchTerms } from './search-agencies.ts'

let world: World
const comms = () => world.ctx('commsOfficer')
before(async () => {
  world = await openWorld()
  const facts = { parentId: null, regionCode: null, host: null, day: '2020-01-01' }
  for (const [id, name, abbreviation, kind] of [
    ['kec-pondokgede', 'Kecamatan Pondokgede', 'Kec. Pondokgede', 'district'],
    ['kec-bekasitimur', 'Kecamatan Bekasi Timur', 'Kec. Bekasi Timur', 'district'],
    ['bappelitbangda', 'Bappelitbangda', 'Bappelitbangda', 'board'],
    ['kel-lama', 'Kelurahan Lama Sekali', 'Kel. Lama', 'subdistrict'],
    ['kel-hilang', 'Kelurahan Tanpa Penerus', 'Kel. TP', 'subdistrict'],
  ] as const)
    accepted(await addAgency(comms(), { ...facts, id, name, abbreviation, kind, decree: `SK ${id}` }))
  const renamed = { name: 'Badan Perencanaan, Riset dan Inovasi Daerah', abbreviation: 'Bapperida', kind: 'board' }
  accepted(
    await renameAgency(comms(), { ...facts, ...renamed, id: 'bappelitbangda', day: '2025-12-31', decree: 'Perda 1' }),
  )
  accepted(
    await mergeAgencies(comms(), { id: 'kel-lama', into: 'kec-bekasitimur', day: '2026-01-01', decree: 'Perda 2' }),
  )
  accepted(await closeAgency(comms(), { id: 'kel-hilang', day: '2026-02-01', decree: 'Perda 3' }))
})
after(() => world.close())

for (const [typed, id] of [
  ['Pondok Gede', 'kec-pondokgede'],
  ['pondokgede', 'kec-pondokgede'],
  ['kecamatan pondok gede', 'kec-pondokgede'],
  ['Kec. Pondok-Gede', 'kec-pondokgede'],
  ['Pondk Gede', 'kec-pondokgede'],
  ['pondokgde', 'kec-pondokgede'],
  ['bekasitimur', 'kec-bekasitimur'],
  ['Bekasi Tmur', 'kec-bekasitimur'],
  ['dinkes', 'dinkes'],
  ['dinkse', 'dinkes'],
  ['Dinas Kesehtan', 'dinkes'],
  ['keseahtan', 'dinkes'],
  ['bapperida', 'bappelitbangda'],
  ['Bappelitbangda', 'bappelitbangda'],
  ['kelurahan lama sekali', 'kec-bekasitimur'],
  ['tanpa penerus', 'kel-hilang'],
] as const)
  test(`“${typed}” finds ${id} first`, async () => {
    const [first] = await searchAgencies(comms(), typed, '2026-11-23')
    assert.equal(first?.agency.id, id)
  })

test('an old name says by what it was found, and is the name of its day', async () => {
  const [now] = await searchAgencies(comms(), 'Bappelitbangda', '2026-11-23')
  assert.deepEqual([now?.agency.abbreviation, now?.foundBy], ['Bapperida', 'Bappelitbangda'])
  const [then] = await searchAgencies(comms(), 'Bappelitbangda', '2025-06-01')
  assert.deepEqual([then?.agency.name, then?.foundBy], ['Bappelitbangda', null])
})

test('what ended without heir is found with its end', async () => {
  const [found] = await searchAgencies(comms(), 'Tanpa Penerus', '2026-11-23')
  assert.equal(found?.endedOn, '2026-02-01')
})

for (const typed of ['', '   ', '%%%', "'; drop table agency; --", '_', 'xyzzyqq'])
  test(`“${typed}” finds nothing, and does no harm`, async () =>
    assert.deepEqual(await searchAgencies(comms(), typed, '2026-11-23'), []))

test('spaces, signs and the kind do not count', () => {
  assert.deepEqual(searchTerms('  Kec.  Pondok-Gede '), { spoken: 'kec. pondok-gede', squeezed: 'pondokgede' })
})
