import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { accepted } from '../platform/refusal.ts'
import { addCitizenMessage } from './add-citizen-message.ts'
import type { Case } from './case.ts'
import { findCases } from './find-cases.ts'
import { openCase } from './open-case.ts'
import { passOnCase } from './pass-on-case.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const reported = async (text: string, more: Partial<Parameters<typeof openCase>[1]> = {}): Promise<Case> =>
  accepted(
    await openCase(world.system(), {
      ...{ agencyId: 'dinkes', channel: 'form', kind: 'complaint' as const, text, receivedAt: world.now() },
      ...more,
    }),
  )

const found = async (text: string, member: Parameters<World['ctx']>[0] = 'operatorDinkes', more = {}) =>
  findCases(world.ctx(member), { text, limit: 50, ...more })

const tickets = async (...given: Parameters<typeof found>) => (await found(...given)).items.map(({ ticket }) => ticket)

describe('search', () => {
  it('finds by the stem, by all the words, the latest first, and through slips of the pen', async () => {
    const served = await reported('Pelayanan di loket pendaftaran sangat lambat.')
    const lamp = await reported('Lampu penerangan di depan puskesmas mati.', { place: 'Jl. Kenanga Umpama' })
    world.at('2026-11-24T03:00:00Z')
    const later = await reported('Lampu kamar bersalin puskesmas berkedip.')
    assert.deepEqual(await tickets('melayani'), [served.ticket])
    assert.deepEqual(await tickets('lampu puskesmas'), [later.ticket, lamp.ticket])
    assert.deepEqual(await tickets('lampu loket'), [])
    assert.deepEqual(await tickets('jalan kenanga'), [lamp.ticket])
    const mistyped = await found('lmapu penernagan')
    assert.deepEqual(
      mistyped.items.map(({ ticket }) => ticket),
      [lamp.ticket],
    )
    assert.deepEqual(mistyped.read?.corrected[0], { word: 'lmapu', by: ['lampu'] })
  })

  it('finds by a ticket as people type it, a part of it, and the register number', async () => {
    const one = await reported('Antrean obat terlalu panjang.')
    const [, half = '', other = ''] = one.ticket.split('-')
    for (const typed of [half, other.toLowerCase(), `${half} ${other}`])
      assert.ok((await tickets(typed)).includes(one.ticket), typed)
    assert.deepEqual(await tickets(`${Number.parseInt(one.register, 10)} antrean`), [one.ticket])
  })

  it('holds nothing of another agency, and follows the case that goes there', async () => {
    const one = await reported('Ambulans terparkir menghalangi trotoar.')
    assert.deepEqual(await tickets('ambulans trotoar', 'operatorDishub'), [])
    assert.deepEqual(await tickets('ambulans trotoar', 'auditor'), [one.ticket])
    const passing = { ticket: one.ticket, agencyId: 'dishub', reason: 'Perkara perparkiran.', version: 1 }
    accepted(await passOnCase(world.ctx('operatorDinkes'), passing))
    assert.deepEqual(await tickets('ambulans trotoar', 'operatorDishub'), [one.ticket])
    assert.deepEqual(await tickets('ambulans trotoar'), [])
    assert.deepEqual(await tickets('ambulans', 'auditor', { agencyId: 'dinkes' }), [])
  })

  it('reads a further word of the citizen, and narrows by the other filters', async () => {
    const source = { channel: 'x', externalId: '1', conversationKey: 'u-1', accountId: null }
    const word = { agencyId: 'dinkes', channel: 'x', kind: 'inquiry' as const, receivedAt: world.now() }
    const first = await addCitizenMessage(world.system(), {
      ...word,
      text: 'Jam buka poli gigi?',
      source,
      reporter: {},
    })
    await addCitizenMessage(world.system(), {
      ...{ ...word, text: 'Maksud saya poli gigi anak, termasuk Sabtu.', reporter: {} },
      source: { ...source, externalId: '2' },
    })
    assert.ok('case' in first)
    assert.deepEqual(await tickets('gigi sabtu'), [first.case.ticket])
    assert.deepEqual(await tickets('gigi sabtu', 'operatorDinkes', { kind: 'complaint' }), [])
    assert.deepEqual(await tickets('gigi sabtu', 'operatorDinkes', { state: 'closed' }), [])
    assert.deepEqual(await tickets('gigi sabtu', 'operatorDinkes', { state: 'open', channel: 'x' }), [
      first.case.ticket,
    ])
  })

  it('looks up an @name for those who may open an identity, and nothing anonymous', async () => {
    const known = await reported('Vaksin habis.', { reporter: { handle: '@Warga_Umpama' } })
    await reported('Vaksin kosong.', { reporter: { handle: 'warga_umpama' }, anonymous: true })
    assert.deepEqual(await tickets('@warga_umpama'), [known.ticket])
    assert.deepEqual(await tickets('@warga_umpam'), [])
    assert.deepEqual(await tickets('@warga_umpama', 'operatorDishub'), [])
    const refused = await found('@warga_umpama', 'auditor')
    assert.deepEqual([refused.items, refused.read?.handleRefused], [[], true])
  })

  it('bears any text', async () => {
    for (const text of ["' | a:dishub", "\\'; --", 'yang', '!!!', '@', 'a & (b', '\u0000x', '😀', 'x'.repeat(5000)])
      await found(text.replaceAll('\u0000', ''))
    assert.deepEqual(await tickets("' | a:dishub"), [])
  })

  it('pages through, each once', async () => {
    for (let i = 0; i < 7; i += 1) await reported(`Saluran mampet nomor urut ${i}.`)
    const first = await found('saluran mampet', 'operatorDinkes', { limit: 4 })
    const second = await found('saluran mampet', 'operatorDinkes', { limit: 4, cursor: first.next ?? '' })
    const all = [...first.items, ...second.items].map(({ ticket }) => ticket)
    assert.equal(new Set(all).size, 7)
    assert.equal(second.next, null)
  })
})
