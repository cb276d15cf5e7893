import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { openWorld, type World } from '../../../test/world.ts'
import { answerCase } from '../../cases/answer-case.ts'
import { findCase } from '../../cases/find-case.ts'
import { accepted, Missing } from '../../platform/refusal.ts'
import { open } from '../../platform/secrets.ts'
import { findHeldFiles } from '../held-files.ts'
import { mindTheDesk } from './mind-the-desk.ts'

describe('each morning', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  const hour = 60 * 60_000
  const from = (instant: Date, hours: number): string => new Date(instant.getTime() + hours * hour).toISOString()

  /** The subjects of mails to citizens that the job has written at this time. */
  async function told(at: string) {
    world.at(at)
    const count = async () => world.platform.db.selectFrom('mail').selectAll().where('sealed', '=', true).execute()
    const known = new Set((await count()).map(({ id }) => id))
    await mindTheDesk.run(world.system(), {})
    return (await count()).filter(({ id }) => !known.has(id))
  }

  /** A report whose citizen wants mails, answered for good. */
  async function answered(text: string) {
    const fields = { text, contact: 'warga.contoh@mail.example', mails: 'on', agencyId: 'dinkes', pilihan: 'kirim' }
    const own = (await world.passerBy.post('/lapor', fields)).location ?? ''
    const { ticket, version } = await findCase(world.ctx('operatorDinkes'), own.split('/')[2] ?? '')
    accepted(await answerCase(world.ctx('operatorDinkes'), { ticket, text: 'Sudah.', final: true, version }))
    const { closes_at } = await world.platform.db
      .selectFrom('cases')
      .select('closes_at')
      .where('ticket', '=', ticket)
      .executeTakeFirstOrThrow()
    assert.ok(closes_at)
    return { own, ticket, closesAt: closes_at }
  }

  it('tells a citizen once, two days before, that the answered report closes by itself; not who wants no mails', async () => {
    world.at('2026-11-23T03:00:00Z')
    const { own, ticket, closesAt } = await answered('Selokan rekaan mampet.')
    const silent = await answered('Taman rekaan gelap.')
    assert.equal((await world.passerBy.post(`${silent.own}/kabar`, { mails: 'tidak' })).status, 303)
    assert.deepEqual(await told(from(closesAt, -49)), [])
    const [mail, ...others] = await told(from(closesAt, -47))
    assert.deepEqual([mail?.subject, others], [`Laporan ${ticket} segera ditutup`, []])
    const body = open(world.platform.config.secretKey, mail?.body ?? '')
    assert.ok(body.includes(own) && !body.includes('Selokan'))
    assert.deepEqual(await told(from(closesAt, -23)), [], 'told already')
    assert.deepEqual(await told(from(closesAt, 1)), [], 'too late')
  })

  it('throws away files held for more than a day, and no others', async () => {
    const hold = async (at: string, filename: string) => {
      world.at(at)
      const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#1f4788' } })
        .jpeg()
        .toBuffer()
      const refused = await world.passerBy.post('/lapor', { text: '' }, { files: { filename, bytes } })
      return refused.$('input[name=held]').attr('value') ?? ''
    }
    const old = await hold('2026-11-23T03:00:00Z', 'lama.jpg')
    const young = await hold('2026-11-23T05:00:00Z', 'baru.jpg')
    const stored = `tahan-${old}.webp`
    assert.ok((await world.platform.files.get(stored)).length > 0)
    await told('2026-11-24T04:00:00Z')
    const left = await findHeldFiles(world.system(), [old, young])
    assert.deepEqual(
      left.map(({ token }) => token),
      [young],
    )
    assert.ok(left[0]?.bytes.length)
    await assert.rejects(world.platform.files.get(stored), Missing)
  })
})
