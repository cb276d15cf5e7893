import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { openWorld, type World } from '../../test/world.ts'
import { accepted } from '../platform/refusal.ts'
import type { Case } from './case.ts'
import { findSimilar, findSimilarInPublic } from './find-similar.ts'
import { openCase } from './open-case.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

/** Reports in groups: those of one group tell of one matter. All invented. */
const matters = [
  [
    'Lampu penerangan Jalan Kenanga Umpama padam sejak tiga malam, warga takut lewat.',
    'Tolong PJU di Jl Kenanga Umpama mati total, gelap sekali kalau malam.',
    'Sudah 3 malam lampu jalan Kenanga Umpama tidak menyala.',
  ],
  [
    'Lampu penerangan Jalan Melati Contoh padam, gelap bila malam.',
    'Lampu di Jalan Melati Contoh mati dari kemarin malam.',
  ],
  [
    'Sampah menumpuk di depan Pasar Rekaan, sudah seminggu tidak diangkut.',
    'Tumpukan sampah Pasar Rekaan tidak diangkut petugas, baunya menyengat.',
    'Bau sampah di Pasar Rekaan, mohon segera diangkut.',
  ],
  [
    'Banjir setinggi lutut di Perumahan Andai Permai setiap hujan deras.',
    'Perumahan Andai Permai kebanjiran lagi, air masuk rumah setinggi lutut.',
  ],
  [
    'Lubang besar di aspal depan SDN Percobaan, motor sering jatuh.',
    'Aspal depan SDN Percobaan berlubang dalam, tolong ditambal.',
  ],
  ['Antrean pendaftaran puskesmas sangat lambat, hanya satu loket yang buka.'],
  ['Sampah berserakan di Taman Khayal setelah acara musik.'],
  ['Jalan Anggrek Fiktif berlubang setelah galian kabel.'],
  ['Pohon besar di Jalan Kamboja Umpama hampir tumbang menimpa kabel.'],
  ['Bagaimana cara mengurus kartu keluarga yang hilang?'],
  ['Air PDAM di Perumahan Misal Indah keruh dan berbau sejak pagi.'],
  ['Parkir liar di depan Pasar Rekaan membuat macet setiap pagi.'],
] as const

const reported = async (text: string, more: Partial<Parameters<typeof openCase>[1]> = {}): Promise<Case> =>
  accepted(
    await openCase(world.system(), {
      ...{ agencyId: 'dinkes', channel: 'form', kind: 'complaint' as const, text, receivedAt: world.now() },
      ...more,
    }),
  )

describe('findSimilar', () => {
  it('finds the same matter and little else', async () => {
    const groupOf = new Map<string, number>()
    for (const [group, texts] of matters.entries())
      for (const text of texts) groupOf.set((await reported(text)).ticket, group)
    await sql`analyze case_search`.execute(world.system().db)
    let right = 0
    let wrong = 0
    let missed = 0
    for (const [ticket, group] of groupOf) {
      const found = await findSimilar(world.ctx('operatorDinkes'), ticket)
      const same = found.filter((one) => groupOf.get(one.ticket) === group).length
      right += same
      wrong += found.length - same
      missed += [...groupOf.values()].filter((other) => other === group).length - 1 - same
    }
    const [precision, recall] = [right / (right + wrong), right / (right + missed)]
    assert.ok(precision >= 0.8, `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`)
    assert.ok(recall >= 0.5, `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`)
  })

  it('shows nothing of what the actor may not see, and in public neither words nor what is secret', async () => {
    const text = 'Jembatan gantung Kampung Khayalan putus talinya.'
    const secret = await reported(text, { secret: true })
    const hidden = await reported(text, { agencyId: 'dishub' })
    const seen = await findSimilar(world.ctx('operatorDinkes'), secret.ticket)
    assert.deepEqual(seen, [])
    const all = await findSimilar(world.ctx('auditor'), secret.ticket)
    assert.deepEqual(
      all.map(({ ticket }) => ticket),
      [hidden.ticket],
    )
    const nowhere = { districtId: null, subdistrictId: null, latitude: null, longitude: null }
    const told = await findSimilarInPublic(world.system(), {
      text: 'Jembatan gantung di Kampung Khayalan putus',
      ...nowhere,
    })
    assert.deepEqual(
      told.map(({ agencyId }) => agencyId),
      ['dishub'],
    )
    assert.deepEqual(Object.keys(told[0] ?? {}).sort(), [
      'agencyId',
      'id',
      'kind',
      'likeness',
      'receivedAt',
      'state',
      'subdistrictId',
      'theme',
    ])
  })

  it('holds two known and different places apart', async () => {
    const where = (latitude: number) => ({ where: { latitude, longitude: 107 } })
    const text = 'Saluran air di gang buntu mampet parah.'
    const one = await reported(text, where(-6.2))
    const near = await reported(text, where(-6.2001))
    await reported('Saluran air dekat terminal mampet, gang di belakangnya becek dan bau.', where(-6.3))
    const found = await findSimilar(world.ctx('operatorDinkes'), one.ticket)
    assert.equal(found[0]?.ticket, near.ticket)
    assert.equal(found.length, 1)
  })
})
