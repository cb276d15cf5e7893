import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { accepted, isRefusal } from '../platform/refusal.ts'
import { addCitizenMessage } from './add-citizen-message.ts'
import { answerCase } from './answer-case.ts'
import { classifyCase } from './classify-case.ts'
import { closeCase } from './close-case.ts'
import { closeSilentCases } from './close-silent-cases.ts'
import { confirmAnswer, failAnswer } from './confirm-answer.ts'
import { findCase } from './find-case.ts'
import { followUpCase } from './follow-up-case.ts'
import { openCase } from './open-case.ts'
import { openReporter } from './open-reporter.ts'
import { passOnCase } from './pass-on-case.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

let nth = 0
/** A message on a channel whose adapter is this test; `conversation` is one citizen in one thread. */
const mention = (conversation: string, text = 'Puskesmas tutup sejak pagi.') => {
  nth += 1
  return {
    agencyId: 'dinkes',
    channel: 'test',
    kind: 'complaint' as const,
    text,
    reporter: { handle: '@warga' },
    receivedAt: world.now(),
    source: {
      channel: 'test',
      externalId: `post-${nth}`,
      url: `https://x.com/warga/status/${nth}`,
      accountId: 'account-1',
      conversationKey: conversation,
    },
  }
}
const onForm = async (text = 'Lampu jalan mati.') =>
  accepted(
    await openCase(world.system(), {
      agencyId: 'dinkes',
      channel: 'form',
      kind: 'complaint',
      text,
      receivedAt: world.now(),
      reporter: { contact: '0812-0000-0000' },
    }),
  )
const wib = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+07:00`).toISOString()
const runningOf = async (ticket: string) =>
  (await findCase(world.ctx('operatorDinkes'), ticket)).clocks.filter(
    ({ step, stoppedAt }) => !stoppedAt && (step === 'first-reply' || step === 'final-answer'),
  )

describe('a case is opened', () => {
  it('with ticket, register number and both clocks', async () => {
    world.at(wib('2026-03-16 16:40'))
    const first = await onForm()
    const second = await onForm()
    assert.match(first.ticket, /^KB-/)
    assert.notEqual(first.ticket, second.ticket)
    const numbers = [first, second].map(({ register }) => Number(register.split('/')[0]))
    assert.equal(numbers[1], (numbers[0] ?? 0) + 1)
    assert.match(first.register, /^\d{6}\/DINKES\/2026$/)
    const clocks = await runningOf(first.ticket)
    assert.deepEqual(
      clocks.map(({ step, dueAt }) => [step, dueAt?.toISOString()]),
      [
        ['final-answer', wib('2026-03-31 16:00')],
        ['first-reply', wib('2026-03-25 16:00')],
      ].sort((a, b) => clocks.findIndex((c) => c.step === a[0]) - clocks.findIndex((c) => c.step === b[0])),
    )
    assert.equal(first.nextStep, 'first-reply')
  })

  it('exactly once for a message, also when it is brought by eight at a time', async () => {
    const input = mention('once')
    const taken = await Promise.all(Array.from({ length: 8 }, () => addCitizenMessage(world.system(), input)))
    const tickets = new Set(taken.map((one) => accepted(one).case.ticket))
    assert.equal(tickets.size, 1)
    assert.equal(taken.filter((one) => accepted(one).outcome === 'opened').length, 1)
    const again = await Promise.all(Array.from({ length: 4 }, () => openCase(world.system(), input)))
    assert.deepEqual(new Set(again.map((one) => accepted(one).ticket)), tickets)
  })

  it('register numbers have no gaps when many are opened at a time', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => onForm()))
    const numbers = cases.map(({ register }) => Number(register.split('/')[0])).sort((a, b) => a - b)
    assert.deepEqual(
      numbers,
      numbers.map((_, i) => (numbers[0] ?? 0) + i),
    )
  })

  it('also in a year without decree: the end is unknown, and said so', async () => {
    world.at(wib('2027-12-30 09:00'))
    const found = await findCase(world.system(), (await onForm()).ticket)
    assert.deepEqual(
      found.clocks.filter(({ step }) => step === 'final-answer').map(({ dueAt, unknownYear }) => [dueAt, unknownYear]),
      [[null, 2028]],
    )
    assert.match(found.clocks.map(({ explanation }) => explanation).join(), /tahun 2028 belum ditetapkan/)
  })

  it('by nobody who may not, for no agency that is not', async () => {
    const input = { ...mention('x'), receivedAt: world.now() }
    const byOthers = await openCase(world.ctx('operatorDishub'), input)
    assert.equal(isRefusal(byOthers) && byOthers.refusal, 'forbidden')
    const noAgency = await openCase(world.ctx('commsOfficer'), { ...mention('y'), agencyId: 'nowhere' })
    assert.equal(isRefusal(noAgency) && noAgency.refusal, 'invalid')
    const tooLong = await openCase(world.system(), { ...mention('z'), text: 'a'.repeat(200_000) })
    assert.equal(isRefusal(tooLong) && tooLong.refusal, 'invalid')
  })
})

describe('an answer on a channel', () => {
  it('waits until the channel confirms it, and the clock stops at the instant it was published', async () => {
    world.at(wib('2026-11-02 09:00'))
    const { case: found } = accepted(await addCitizenMessage(world.system(), mention('answered')))
    world.at(wib('2026-11-03 10:00'))
    const answer = accepted(
      await answerCase(world.ctx('operatorDinkes'), {
        ticket: found.ticket,
        text: 'Buka lagi.',
        final: true,
        version: 1,
      }),
    )
    assert.equal(answer.public, false)
    assert.equal((await runningOf(found.ticket)).length, 2)
    const second = await answerCase(world.ctx('reviewerDinkes'), {
      ticket: found.ticket,
      text: 'Juga saya.',
      final: true,
      version: 2,
    })
    assert.match(JSON.stringify(second), /conflict.*Sari Contoh masih dikirim/)
    world.at(wib('2026-11-03 11:00'))
    const confirmed = { answerId: answer.answerId, at: new Date(wib('2026-11-03 10:05')), url: 'https://x.com/d/1' }
    for (const _ of [1, 2]) accepted(await confirmAnswer(world.system(), confirmed))
    const after = await findCase(world.ctx('operatorDinkes'), found.ticket)
    assert.equal(after.state, 'answered')
    assert.equal(after.nextDueAt, null)
    assert.deepEqual(
      after.clocks.map(({ step, stoppedAt }) => [step, stoppedAt?.toISOString()]),
      [
        ['first-reply', wib('2026-11-03 10:05')],
        ['final-answer', wib('2026-11-03 10:05')],
        ['citizen-wait', wib('2026-11-03 10:05')],
        ['triage', wib('2026-11-03 10:05')],
        ['follow-up', wib('2026-11-03 10:05')],
        ['closing', undefined],
      ],
    )
    const published = await world.platform.db
      .selectFrom('event')
      .select('after')
      .where('action', '=', 'case.answer-published')
      .where('agency_id', '=', 'dinkes')
      .execute()
    assert.equal(published.length, 1)
    const late = await failAnswer(world.system(), { answerId: answer.answerId, reason: 'terlambat' })
    assert.equal(isRefusal(late) && late.refusal, 'conflict')
  })

  it('that fails says why, the clock goes on, and the officer may try again', async () => {
    const { case: found } = accepted(await addCitizenMessage(world.system(), mention('failed')))
    const operator = world.ctx('operatorDinkes')
    const first = accepted(await answerCase(operator, { ticket: found.ticket, text: 'Baik.', final: true, version: 1 }))
    for (const _ of [1, 2])
      accepted(await failAnswer(world.system(), { answerId: first.answerId, reason: 'X menolak balasan ini.' }))
    const after = await findCase(operator, found.ticket)
    assert.equal(after.state, 'open')
    assert.deepEqual(
      after.messages.filter(({ author }) => author === 'agency').map(({ state, failure }) => [state, failure]),
      [['failed', 'X menolak balasan ini.']],
    )
    accepted(await answerCase(operator, { ticket: found.ticket, text: 'Baik.', final: true, version: after.version }))
  })
})

describe('on the form', () => {
  it('an answer is public at once; of two officers the second is told who was first', async () => {
    world.at(wib('2026-11-04 09:00'))
    const found = await onForm()
    const [a, b] = await Promise.all([
      answerCase(world.ctx('operatorDinkes'), { ticket: found.ticket, text: 'Satu.', final: true, version: 1 }),
      answerCase(world.ctx('reviewerDinkes'), { ticket: found.ticket, text: 'Dua.', final: true, version: 1 }),
    ])
    assert.deepEqual([a, b].map(isRefusal).sort(), [false, true])
    const conflict = [a, b].find(isRefusal)
    assert.match(JSON.stringify(conflict), /diubah oleh (Sari Contoh|Budi Umpama)/)
    const after = await findCase(world.ctx('operatorDinkes'), found.ticket)
    assert.equal(after.state, 'answered')
    assert.equal(after.messages.filter(({ author }) => author === 'agency').length, 1)
  })

  it('a reply that is not final stops the first clock alone', async () => {
    const found = await onForm()
    accepted(
      await answerCase(world.ctx('operatorDinkes'), {
        ticket: found.ticket,
        text: 'Kami cek.',
        final: false,
        version: 1,
      }),
    )
    const after = await findCase(world.ctx('operatorDinkes'), found.ticket)
    assert.equal(after.state, 'replied')
    assert.equal(after.nextStep, 'final-answer')
  })

  it('others may neither see nor answer it', async () => {
    const found = await onForm()
    const input = { ticket: found.ticket, text: 'Bukan saya.', final: true, version: 1 }
    await assert.rejects(answerCase(world.ctx('operatorDishub'), input), { name: 'Missing' })
    for (const reader of ['auditor', 'mayorOffice', 'commsOfficer'] as const) {
      const refused = await answerCase(world.ctx(reader), input)
      assert.equal(isRefusal(refused) && refused.refusal, 'forbidden', reader)
    }
  })
})

describe('a further word of the same citizen', () => {
  const answerAll = async (ticket: string) => {
    const operator = world.ctx('operatorDinkes')
    const { version } = await findCase(operator, ticket)
    const { answerId } = accepted(await answerCase(operator, { ticket, text: 'Selesai.', final: true, version }))
    accepted(await confirmAnswer(world.system(), { answerId, at: world.now(), url: null }))
  }

  it('joins the open case, reopens a settled one in time, and is a linked case later', async () => {
    world.at(wib('2026-10-01 09:00'))
    const { case: found } = accepted(await addCitizenMessage(world.system(), mention('again')))
    const joined = accepted(await addCitizenMessage(world.system(), mention('again', 'Masih tutup.')))
    assert.deepEqual([joined.outcome, joined.case.ticket], ['joined', found.ticket])
    const other = accepted(await addCitizenMessage(world.system(), mention('somebody else')))
    assert.equal(other.outcome, 'opened')

    await answerAll(found.ticket)
    world.at(wib('2026-10-05 09:00'))
    const reopened = accepted(await addCitizenMessage(world.system(), mention('again', 'Belum buka!')))
    assert.deepEqual([reopened.outcome, reopened.case.ticket], ['reopened', found.ticket])
    assert.equal(reopened.case.state, 'open')
    assert.equal((await runningOf(found.ticket)).length, 2)
    assert.deepEqual(
      (await findCase(world.system(), found.ticket)).clocks
        .filter(({ stoppedAt }) => !stoppedAt)
        .map(({ step }) => step),
      ['first-reply', 'final-answer', 'citizen-wait'],
    )

    await answerAll(found.ticket)
    const { version } = await findCase(world.system(), found.ticket)
    const unproven = await closeCase(world.ctx('operatorDinkes'), { ticket: found.ticket, version })
    assert.equal(isRefusal(unproven) && unproven.refusal, 'conflict')
    const proof = { kind: 'link', text: 'Loket dibuka lagi.', link: 'https://dinkes.example/loket', uploads: [] }
    accepted(await followUpCase(world.ctx('operatorDinkes'), { ticket: found.ticket, ...proof }))
    accepted(await closeCase(world.ctx('operatorDinkes'), { ticket: found.ticket, version }))
    world.at(wib('2026-10-19 15:59'))
    const inTime = accepted(await addCitizenMessage(world.system(), mention('again', 'Tutup lagi.')))
    assert.equal(inTime.outcome, 'reopened')

    await answerAll(found.ticket)
    const { version: later } = await findCase(world.system(), found.ticket)
    accepted(await closeCase(world.ctx('operatorDinkes'), { ticket: found.ticket, version: later }))
    world.at(wib('2026-11-20 09:00'))
    const linked = accepted(await addCitizenMessage(world.system(), mention('again', 'Sebulan kemudian.')))
    assert.equal(linked.outcome, 'linked')
    assert.equal((await findCase(world.system(), linked.case.ticket)).follows, found.ticket)
  })

  it('that asks nothing is closed without a new answer; its clocks are dropped, the next word begins anew', async () => {
    world.at(wib('2026-11-02 09:00'))
    const { case: found } = accepted(await addCitizenMessage(world.system(), mention('thanks')))
    const operator = () => world.ctx('operatorDinkes')
    const close = async (more: object) => {
      const { version } = await findCase(operator(), found.ticket)
      return closeCase(operator(), { ticket: found.ticket, version, ...more })
    }
    const needless = (reason: string) => close({ outcome: 'no-answer-needed', detail: { reason } })
    const early = await needless('Terima kasih saja')
    assert.equal(isRefusal(early) && early.refusal, 'conflict')
    await answerAll(found.ticket)
    world.at(wib('2026-11-03 09:00'))
    accepted(await addCitizenMessage(world.system(), mention('thanks', 'Terima kasih!')))
    const without = await needless('')
    assert.equal(isRefusal(without) && without.refusal, 'invalid')
    accepted(await needless('Ucapan terima kasih'))
    const closed = await findCase(operator(), found.ticket)
    assert.deepEqual([closed.state, closed.nextDueAt, (await runningOf(found.ticket)).length], ['closed', null, 0])
    world.at(wib('2026-11-04 09:00'))
    accepted(await addCitizenMessage(world.system(), mention('thanks', 'Tutup lagi.')))
    const running = await runningOf(found.ticket)
    assert.deepEqual(
      running.map(({ startedAt }) => startedAt.toISOString()),
      [wib('2026-11-04 09:00'), wib('2026-11-04 09:00')],
    )
  })

  it('closes by itself ten working days after the final answer', async () => {
    world.at(wib('2026-11-02 09:00'))
    const { case: found } = accepted(await addCitizenMessage(world.system(), mention('silent')))
    await answerAll(found.ticket)
    world.at(wib('2026-11-16 15:59'))
    await closeSilentCases(world.system())
    assert.equal((await findCase(world.system(), found.ticket)).state, 'answered')
    world.at(wib('2026-11-16 16:00'))
    assert.ok((await closeSilentCases(world.system())) > 0)
    assert.equal((await findCase(world.system(), found.ticket)).state, 'closed')
  })
})

describe('what a case is can change', () => {
  it('then its clocks are computed anew, and the former kept with the reason', async () => {
    world.at(wib('2026-11-02 09:00'))
    const found = await onForm()
    const operator = world.ctx('operatorDinkes')
    const change = { ticket: found.ticket, kind: 'complaint', class: 'supervisory', version: 1 }
    assert.equal(accepted(await classifyCase(operator, change)).class, 'supervisory')
    const stale = await classifyCase(world.ctx('reviewerDinkes'), { ...change, class: 'not-supervisory' })
    assert.match(JSON.stringify(stale), /conflict.*Sari Contoh/)
    const after = await findCase(operator, found.ticket)
    const ends = after.clocks.filter(({ step }) => step === 'final-answer')
    assert.deepEqual(
      ends.map(({ amount, former }) => [amount, former.map(({ reason }) => reason)]),
      [[60, ['Diubah menjadi Pengaduan, berkadar pengawasan.']]],
    )
    const inquiry = { ticket: found.ticket, kind: 'inquiry', class: 'supervisory', version: 2 }
    assert.equal(accepted(await classifyCase(operator, inquiry)).class, 'plain')
  })

  it('only closed when it was answered', async () => {
    const found = await onForm()
    const refused = await closeCase(world.ctx('operatorDinkes'), { ticket: found.ticket, version: 1 })
    assert.equal(isRefusal(refused) && refused.refusal, 'conflict')
  })
})

describe('a case that belongs elsewhere', () => {
  it('is passed on, and the citizen does not wait anew', async () => {
    world.at(wib('2026-11-02 09:00'))
    const found = await onForm('Lampu lalu lintas mati.')
    const before = await runningOf(found.ticket)
    world.at(wib('2026-11-04 09:00'))
    const input = { ticket: found.ticket, agencyId: 'dishub', reason: 'Wewenang Dinas Perhubungan', version: 1 }
    const byReader = await passOnCase(world.ctx('auditor'), input)
    assert.equal(isRefusal(byReader) && byReader.refusal, 'forbidden')
    for (const wrong of [{ agencyId: 'dinkes' }, { agencyId: 'nowhere' }, { reason: '' }]) {
      const refused = await passOnCase(world.ctx('operatorDinkes'), { ...input, ...wrong })
      assert.equal(isRefusal(refused) && refused.refusal, 'invalid')
    }
    assert.equal(accepted(await passOnCase(world.ctx('commsOfficer'), input)).agencyId, 'dishub')
    await assert.rejects(findCase(world.ctx('operatorDinkes'), found.ticket), { name: 'Missing' })
    const after = await findCase(world.ctx('operatorDishub'), found.ticket)
    assert.deepEqual(
      after.clocks
        .filter(({ step }) => step === 'first-reply' || step === 'final-answer')
        .map(({ step, startedAt, dueAt }) => [step, startedAt, dueAt]),
      before.map(({ step, startedAt, dueAt }) => [step, startedAt, dueAt]),
    )
    assert.equal(after.register, found.register)
    const late = await passOnCase(world.ctx('operatorDishub'), { ...input, agencyId: 'dinkes' })
    assert.match(JSON.stringify(late), /conflict.*Wulan Andai/)
  })
})

describe('who reported', () => {
  it('is sealed, opened with a reason, and the opening is recorded without what was read', async () => {
    const found = await onForm()
    const rows = await world.platform.db.selectFrom('reporter').select('sealed').execute()
    assert.ok(rows.every(({ sealed }) => !sealed.includes('0812')))
    const operator = world.ctx('operatorDinkes')
    const without = await openReporter(operator, { ticket: found.ticket, reason: '' })
    assert.equal(isRefusal(without) && without.refusal, 'invalid')
    const opened = accepted(await openReporter(operator, { ticket: found.ticket, reason: 'Menanyakan letak lampu' }))
    assert.deepEqual(opened, { name: null, contact: '0812-0000-0000', handle: null })
    const refused = await openReporter(world.ctx('auditor'), { ticket: found.ticket, reason: 'Ingin tahu saja' })
    assert.equal(isRefusal(refused) && refused.refusal, 'forbidden')
    const events = await world.platform.db.selectFrom('event').selectAll().where('thing', '=', 'case').execute()
    assert.ok(events.some(({ action }) => action === 'reporter.opened'))
    assert.ok(!JSON.stringify(events).includes('0812'))
    assert.ok(!JSON.stringify(events).includes('Lampu jalan'))
  })
})
