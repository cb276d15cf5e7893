import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { accepted } from '../platform/refusal.ts'
import { answerCase } from './answer-case.ts'
import { escalate } from './escalate.ts'
import { explainLateness } from './explain-lateness.ts'
import { openCase } from './open-case.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const wib = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+07:00`).toISOString()
const mails = async () => {
  const rows = await world.platform.db.selectFrom('mail').select(['recipient', 'body']).orderBy('recipient').execute()
  await world.platform.db.deleteFrom('mail').execute()
  return rows
}
async function opened(): Promise<string> {
  const input = { agencyId: 'dinkes', channel: 'form', kind: 'complaint', text: 'Puskesmas tutup.' } as const
  return accepted(await openCase(world.system(), { ...input, receivedAt: world.now() })).ticket
}

describe('who is told of a clock that runs out', () => {
  it('each level once, in one mail a person, and only while the office is open', async () => {
    world.at(wib('2026-11-02 07:30'))
    await mails()
    const [first, second] = [await opened(), await opened()]
    world.at(wib('2026-11-02 12:30'))
    assert.equal(await escalate(world.system()), 0)
    world.at(wib('2026-11-02 15:30'))
    assert.equal(await escalate(world.system()), 0)
    world.at(wib('2026-11-02 20:00'))
    assert.equal(await escalate(world.system()), 0)
    assert.equal((await mails()).length, 0)
    world.at(wib('2026-11-03 08:00'))
    assert.equal(await escalate(world.system()), 2)
    const halfway = await mails()
    assert.deepEqual(
      halfway.map(({ recipient }) => recipient),
      ['operator@dinkes.example'],
    )
    assert.ok(halfway[0]?.body.includes(first) && halfway[0].body.includes(second))
    assert.match(halfway[0]?.body ?? '', /balasan publik pertama, 50 % waktu terpakai/)
    assert.equal(await escalate(world.system()), 0)
    world.at(wib('2026-11-04 08:00'))
    assert.ok((await escalate(world.system())) > 0)
    const late = await mails()
    assert.ok(late.length >= 2)
    assert.ok(late.every(({ body }) => /batas waktu habis/.test(body)))
    world.at(wib('2026-11-05 08:00'))
    await escalate(world.system())
    assert.ok((await mails()).some(({ recipient }) => recipient.startsWith('petugas@diskominfo')))
  })
})

describe('/kasus/terlambat', () => {
  it('says what is late and why, with what the agency says; others see their own', async () => {
    world.at(wib('2026-10-05 09:00'))
    const ticket = await opened()
    const inTime = await opened()
    accepted(await answerCase(world.ctx('operatorDinkes'), { ticket: inTime, text: 'Sudah.', final: true, version: 1 }))
    world.at(wib('2026-10-20 09:00'))
    const page = await world.as('commsOfficer').get('/kasus/terlambat')
    assert.match(page.text, /Belum diverifikasi\. Belum ada petugas yang ditunjuk\. Belum ada tindak lanjut tercatat/)
    assert.ok(page.text.includes(ticket) && !page.text.includes(inTime))
    assert.ok(!(await world.as('operatorDishub').get('/kasus/terlambat')).text.includes(ticket))
    const client = world.as('operatorDinkes')
    const short = await client.post(`/kasus/${ticket}/sebab-terlambat`, { text: 'x' })
    assert.equal(short.status, 422)
    assert.equal(
      (await client.post(`/kasus/${ticket}/sebab-terlambat`, { text: 'Menunggu suku cadang dari provinsi.' })).status,
      303,
    )
    const file = await world.as('auditor').get('/kasus/terlambat.csv')
    assert.match(file.text, /Menunggu suku cadang dari provinsi/)
    const refused = await world
      .as('auditor')
      .post(`/kasus/${ticket}/sebab-terlambat`, { text: 'Menunggu suku cadang.' })
    assert.equal(refused.status, 403)
    const early = await explainLateness(world.ctx('operatorDinkes'), { ticket: inTime, text: 'Tidak terlambat kok.' })
    assert.match(JSON.stringify(early), /conflict/)
    assert.equal((await world.as('auditor').get('/kasus/terlambat?mulai=nonsense')).status, 404)
  })
})
