import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { accepted, isRefusal } from '../platform/refusal.ts'
import { answerCase } from './answer-case.ts'
import { endPauses } from './end-pauses.ts'
import { findCase } from './find-case.ts'
import { openCase } from './open-case.ts'
import { pauseClock, resumeClock } from './pause-clock.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const wib = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+07:00`).toISOString()
const operator = () => world.ctx('operatorDinkes')
const found = (ticket: string) => findCase(operator(), ticket)
const dueOf = async (ticket: string) =>
  (await found(ticket)).clocks.find(({ step }) => step === 'final-answer')?.dueAt?.toISOString()

async function opened(): Promise<string> {
  world.at(wib('2026-11-02 09:00'))
  const input = { agencyId: 'dinkes', channel: 'form', kind: 'complaint', text: 'Puskesmas tutup.' } as const
  return accepted(await openCase(world.system(), { ...input, receivedAt: world.now() })).ticket
}

const pause = async (ticket: string, reason = 'institution') =>
  pauseClock(operator(), { ticket, reason, note: 'Surat ke provinsi', version: (await found(ticket)).version })

describe('a pause', () => {
  it('moves the end by the working time inside it, and the former end is kept with the reason', async () => {
    const ticket = await opened()
    assert.equal(await dueOf(ticket), wib('2026-11-09 16:00'))
    world.at(wib('2026-11-03 10:00'))
    accepted(await pause(ticket))
    const twice = await pause(ticket)
    assert.match(JSON.stringify(twice), /conflict.*sedang dijeda/)
    world.at(wib('2026-11-04 08:30'))
    accepted(await resumeClock(operator(), { ticket, version: (await found(ticket)).version }))
    // 5 h on the 3rd and 1 h on the 4th: 6 h of the 10th
    assert.equal(await dueOf(ticket), wib('2026-11-10 14:30'))
    const after = await found(ticket)
    const clock = after.clocks.find(({ step }) => step === 'final-answer')
    assert.deepEqual(
      clock?.former.map(({ reason }) => reason),
      ['Dijeda: menunggu jawaban instansi di luar pemerintah kota.', 'Jeda diakhiri.'],
    )
    assert.match(clock?.explanation ?? '', /Dijeda 6 jam karena menunggu jawaban instansi/)
    assert.equal(after.pauses[0]?.how, 'resumed')
    assert.equal(after.clocks.find(({ step }) => step === 'first-reply')?.pauses.length, 0)
  })

  it('goes on by itself at its limit, which a job only notes; the same reason is not used again', async () => {
    const ticket = await opened()
    accepted(await pause(ticket, 'inspection'))
    const due = await dueOf(ticket)
    world.at(wib('2026-11-09 15:59'))
    assert.equal(await endPauses(world.system()), 0)
    world.at(wib('2026-11-09 16:00'))
    assert.equal((await found(ticket)).pauses[0]?.how, 'limit')
    assert.ok((await endPauses(world.system())) > 0)
    assert.equal(await endPauses(world.system()), 0)
    assert.equal(await dueOf(ticket), due)
    const again = await pause(ticket, 'inspection')
    assert.match(JSON.stringify(again), /sudah dipakai/)
  })

  it('for the citizen begins after they were asked, and ends with their word or the answer', async () => {
    const ticket = await opened()
    assert.match(JSON.stringify(await pause(ticket, 'citizen')), /Tanyakan dahulu/)
    const { version } = await found(ticket)
    accepted(await answerCase(operator(), { ticket, text: 'Puskesmas yang mana?', final: false, version }))
    world.at(wib('2026-11-02 10:00'))
    accepted(await pause(ticket, 'citizen'))
    world.at(wib('2026-11-03 10:00'))
    const now = await found(ticket)
    accepted(await answerCase(operator(), { ticket, text: 'Sudah kami buka.', final: true, version: now.version }))
    assert.deepEqual(
      (await found(ticket)).pauses.map(({ how, endedAt }) => [how, endedAt?.toISOString()]),
      [['answered', wib('2026-11-03 10:00')]],
    )
  })

  it('heals no lateness, needs words, and is for those who answer', async () => {
    const ticket = await opened()
    const { version } = await found(ticket)
    const input = { ticket, reason: 'institution', note: 'Surat ke provinsi', version }
    const byReader = await pauseClock(world.ctx('commsOfficer'), input)
    assert.equal(isRefusal(byReader) && byReader.refusal, 'forbidden')
    await assert.rejects(pauseClock(world.ctx('operatorDishub'), input), { name: 'Missing' })
    assert.match(JSON.stringify(await pauseClock(operator(), { ...input, note: '' })), /invalid.*note/)
    assert.match(JSON.stringify(await pauseClock(operator(), { ...input, reason: 'holiday' })), /Pilih alasan/)
    world.at(wib('2026-11-20 10:00'))
    assert.match(JSON.stringify(await pauseClock(operator(), input)), /Batas waktu sudah lewat/)
  })
})
