import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Member } from '../../test/city.ts'
import { openWorld, type World } from '../../test/world.ts'
import { handOverPost } from '../appointments/hand-over-post.ts'
import { accepted, isRefusal, type Refusal } from '../platform/refusal.ts'
import { addCitizenMessage } from './add-citizen-message.ts'
import { addCitizenMessages } from './add-citizen-messages.ts'
import { setApproval } from './answer-approval.ts'
import { answerCase } from './answer-case.ts'
import { answerTopic } from './answer-topic.ts'
import { assignCase } from './assign-case.ts'
import { closeCase } from './close-case.ts'
import { closeSilentCases } from './close-silent-cases.ts'
import { confirmAnswer } from './confirm-answer.ts'
import { lastClosure } from './data/closure-rows.ts'
import { findCase } from './find-case.ts'
import { findCaseWork } from './find-case-work.ts'
import { findTasks } from './find-tasks.ts'
import { findTopic } from './find-topics.ts'
import { followUpCase } from './follow-up-case.ts'
import { keepDraft } from './keep-draft.ts'
import { labelCase, labelsOf, unlabelCase } from './label-case.ts'
import { mergeCase, partCase } from './merge-case.ts'
import { noteCase } from './note-case.ts'
import { openCase } from './open-case.ts'
import { openReporter } from './open-reporter.ts'
import { passOnCase } from './pass-on-case.ts'
import { approveAnswer, handInAnswer, rejectAnswer } from './propose-answer.ts'
import { rateCase } from './rate-case.ts'
import { reopenCase, reopenForWork } from './reopen-case.ts'
import { splitCase } from './split-case.ts'
import { leaveTopic, putUnderTopic } from './topic-case.ts'
import { triageCase } from './triage-case.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const refused = (result: unknown): Refusal['refusal'] | 'accepted' => (isRefusal(result) ? result.refusal : 'accepted')
const wib = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+07:00`).toISOString()

const reported = async (more: Partial<Parameters<typeof openCase>[1]> = {}) =>
  accepted(
    await openCase(world.system(), {
      agencyId: 'dinkes',
      channel: 'form',
      kind: 'complaint',
      text: 'Lampu puskesmas mati sejak Senin.',
      receivedAt: world.now(),
      ...more,
    }),
  )
/** Two things never happen at the same instant outside of tests. */
const later = (): void => world.at(new Date(world.now().getTime() + 60_000).toISOString())
const seen = (ticket: string, by: Member = 'operatorDinkes') => findCase(world.ctx(by), ticket)
const versionOf = async (ticket: string): Promise<number> => (await findCase(world.system(), ticket)).version
const answered = async (ticket: string, text = 'Sudah diperbaiki.', final = true) =>
  accepted(await answerCase(world.ctx('operatorDinkes'), { ticket, text, final, version: await versionOf(ticket) }))
const proof = { kind: 'link', text: 'Lampu diganti.', link: 'https://dinkes.example/lampu', uploads: [] }

describe('notes', () => {
  it('wait for whom they name until the case was opened, and are never the citizen’s', async () => {
    const { ticket } = await reported()
    const note = { ticket, text: 'Mohon dilihat, @Budi dan @Wulan.', mention: '' }
    const { mentioned } = accepted(await noteCase(world.ctx('operatorDinkes'), note))
    assert.deepEqual(mentioned, ['Budi Umpama', 'Wulan Andai'])
    assert.match((await world.as('reviewerDinkes').get('/beranda')).text, /Catatan kasus yang menyebut Anda/)
    assert.match((await world.as('reviewerDinkes').get('/kasus/tugas-saya')).text, /Mohon dilihat/)
    assert.match((await world.as('reviewerDinkes').get(`/kasus/${ticket}`)).text, /Mohon dilihat/)
    assert.equal((await findTasks(world.ctx('reviewerDinkes'))).mentions.length, 0)
    assert.equal((await findTasks(world.ctx('commsOfficer'))).mentions.length, 1)
    assert.doesNotMatch((await world.anyone.get(`/lapor/${ticket}`)).text, /Mohon dilihat/)
    const { body } = await world.api('operatorDinkes').get(`/cases/${ticket}`)
    assert.ok(!JSON.stringify(body).includes('Mohon dilihat'))
    assert.equal(refused(await noteCase(world.ctx('operatorDinkes'), { ...note, text: '' })), 'invalid')
    assert.equal(refused(await noteCase(world.ctx('auditor'), note)), 'forbidden')
    await assert.rejects(noteCase(world.ctx('operatorDishub'), note), /case/)
  })
})

describe('an assignment', () => {
  it('is given to who holds a role of the agency, and taken back', async () => {
    const { ticket } = await reported()
    const { colleagues } = await findCaseWork(world.ctx('operatorDinkes'), ticket)
    const idOf = (name: string): string => colleagues.find((one) => one.name === name)?.personId ?? ''
    const give = (personId: string) => assignCase(world.ctx('headDinkes'), { ticket, personId, note: 'Segera' })
    assert.deepEqual(accepted(await give(idOf('Sari Contoh'))), { assignee: 'Sari Contoh' })
    assert.deepEqual(
      (await findTasks(world.ctx('operatorDinkes'))).assigned.map(({ ticket, words }) => [ticket, words]),
      [[ticket, 'Segera']],
    )
    assert.match((await world.as('operatorDinkes').get('/beranda')).text, /Kasus yang ditugaskan kepada Anda/)
    assert.equal(refused(await give(idOf('Wulan Andai'))), 'invalid')
    accepted(await give(''))
    assert.equal((await findTasks(world.ctx('operatorDinkes'))).assigned.length, 0)
    accepted(await give(idOf('Sari Contoh')))
    const passage = { ticket, agencyId: 'dishub', reason: 'Wewenang Dishub', version: await versionOf(ticket) }
    accepted(await passOnCase(world.ctx('operatorDinkes'), passage))
    assert.equal((await findCaseWork(world.ctx('operatorDishub'), ticket)).assignee, null)
  })

  it('goes over to the newcomer when the post does', async () => {
    const { ticket } = await reported({ agencyId: 'dishub' })
    const { colleagues } = await findCaseWork(world.ctx('operatorDishub'), ticket)
    const personId = colleagues.find(({ agencyId }) => agencyId === 'dishub')?.personId ?? ''
    accepted(await assignCase(world.ctx('operatorDishub'), { ticket, personId, note: '' }))
    const newcomer = { name: 'Tuti Pengganti', email: 'tuti@dishub.example', decree: 'SK 9', note: '', absent: false }
    accepted(
      await handOverPost(world.ctx('commsHead'), {
        agencyId: 'dishub',
        post: 'operator',
        day: '2026-11-23',
        ...newcomer,
      }),
    )
    const { assignee } = await findCaseWork(world.system(), ticket)
    assert.equal(assignee?.name, 'Tuti Pengganti')
  })
})

describe('labels', () => {
  it('are put on and taken off, and gone when no case wears them', async () => {
    const found = await reported()
    const ctx = world.ctx('operatorDinkes')
    const label = accepted(await labelCase(ctx, { ticket: found.ticket, name: ' Musim  Hujan ' }))
    accepted(await labelCase(ctx, { ticket: found.ticket, name: 'musim hujan' }))
    assert.deepEqual(
      (await labelsOf(ctx, found.id)).map(({ name }) => name),
      ['musim hujan'],
    )
    accepted(await unlabelCase(ctx, { ticket: found.ticket, labelId: label.id }))
    assert.deepEqual((await findCaseWork(ctx, found.ticket)).agencyLabels, [])
    assert.equal(refused(await labelCase(ctx, { ticket: found.ticket, name: '' })), 'invalid')
  })
})

describe('a draft', () => {
  it('is one’s own, says who writes, and is gone when it was sent', async () => {
    const { ticket } = await reported()
    const draft = { ticket, text: 'Kami sedang', final: false }
    accepted(await keepDraft(world.ctx('operatorDinkes'), draft))
    const own = await world.as('operatorDinkes').get(`/kasus/${ticket}`)
    assert.match(own.$('textarea[name=text]').first().text(), /Kami sedang/)
    const other = await world.as('reviewerDinkes').get(`/kasus/${ticket}`)
    assert.ok(!other.text.includes('Kami sedang'))
    assert.match(other.text, /Sari Contoh sedang menulis jawaban/)
    await answered(ticket, 'Kami sedang memperbaikinya.', false)
    assert.equal((await findCaseWork(world.ctx('operatorDinkes'), ticket)).draft, null)
  })

  it('is kept by an island as data, and by a button as a form', async () => {
    const { ticket } = await reported()
    const operator = world.as('operatorDinkes')
    const saved = await operator.post(`/kasus/${ticket}/draf`, { text: 'Setengah', final: 'ya' })
    assert.equal(saved.status, 303)
    accepted(await keepDraft(world.ctx('operatorDinkes'), { ticket, text: '', final: true }))
    assert.equal((await findCaseWork(world.ctx('operatorDinkes'), ticket)).draft, null)
    assert.equal((await operator.post(`/kasus/${ticket}/draf`, { text: 'a'.repeat(40_000) })).status, 422)
  })
})

describe('saved answers', () => {
  it('are found, filled in, and inserted under what was typed', async () => {
    const { ticket } = await reported()
    const operator = world.as('operatorDinkes')
    const wrong = await operator.post('/kasus/jawaban-tersimpan', { title: 'Salam', text: 'Yth. {nama}' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /tidak dikenal/)
    const text = 'Laporan {tiket} kami terima. {perangkat-daerah}'
    assert.equal((await operator.post('/kasus/jawaban-tersimpan', { title: 'Tanda terima', text })).status, 303)
    assert.match((await operator.get('/kasus/jawaban-tersimpan?cari=TANDA')).text, /Tanda terima/)
    assert.match((await operator.get('/kasus/jawaban-tersimpan?cari=banjir')).text, /Tidak ada yang cocok/)
    assert.doesNotMatch((await world.as('operatorDishub').get('/kasus/jawaban-tersimpan')).text, /Tanda terima/)
    const [saved] = (await findCaseWork(world.ctx('operatorDinkes'), ticket)).savedAnswers
    await operator.post(`/kasus/${ticket}/draf`, { text: 'Yth. warga,', insert: 'ya', saved: saved?.id ?? '' })
    const typed = (await operator.get(`/kasus/${ticket}`)).$('textarea[name=text]').first().text()
    assert.equal(typed.trim(), `Yth. warga,\n\nLaporan ${ticket} kami terima. Dinas Kesehatan`)
    assert.equal((await operator.post(`/kasus/jawaban-tersimpan/${saved?.id}/penghapusan`)).status, 303)
    assert.equal((await operator.get(`/kasus/jawaban-tersimpan/${saved?.id}`)).status, 404)
  })
})

describe('numbers of people in an answer', () => {
  it('wait for a decision; a NIK is never sent', async () => {
    const { ticket } = await reported()
    const operator = world.as('operatorDinkes')
    const send = (text: string, privacy = '') =>
      operator.post(`/kasus/${ticket}/jawaban`, { text, privacy, final: 'belum', version: '1' })
    const asked = await send('Hubungi 0812-3456-7890.')
    assert.equal(asked.status, 422)
    assert.equal(asked.$('input[name=privacy]').length, 2)
    assert.equal((await send('NIK 3275010101900001 tercatat.', 'own-contact')).status, 422)
    assert.equal((await send('NIK 3275010101900001 tercatat.', 'mask')).status, 303)
    assert.match((await operator.get(`/kasus/${ticket}`)).text, /NIK dihapus/)
  })
})

describe('an answer that needs approval', () => {
  const rule = (required: boolean) => ({ agencyId: 'dinkes', required, from: '2026-11-23' })

  it('goes out when a second person agrees, never by its author', async () => {
    assert.equal(refused(await setApproval(world.ctx('operatorDinkes'), rule(true))), 'forbidden')
    assert.equal(refused(await setApproval(world.ctx('headDinkes'), { ...rule(true), from: '2026-11-22' })), 'invalid')
    accepted(await setApproval(world.ctx('headDinkes'), rule(true)))
    const { ticket } = await reported()
    const answer = { ticket, text: 'Besok diperbaiki.', final: false, version: 1 }
    assert.equal(refused(await answerCase(world.ctx('operatorDinkes'), answer)), 'conflict')
    const first = accepted(await handInAnswer(world.ctx('reviewerDinkes'), answer))
    assert.equal(refused(await approveAnswer(world.ctx('reviewerDinkes'), { ticket, ...first })), 'conflict')
    const second = accepted(await handInAnswer(world.ctx('reviewerDinkes'), { ...answer, text: 'Lusa diperbaiki.' }))
    assert.equal(refused(await approveAnswer(world.ctx('headDinkes'), { ticket, ...first })), 'conflict')
    assert.equal(refused(await approveAnswer(world.ctx('operatorDinkes'), { ticket, ...second })), 'forbidden')
    assert.equal((await findTasks(world.ctx('headDinkes'))).proposals.length, 1)
    const back = { ticket, ...second, reason: 'Sebutkan harinya' }
    accepted(await rejectAnswer(world.ctx('headDinkes'), back))
    const page = await world.as('reviewerDinkes').get(`/kasus/${ticket}`)
    assert.match(page.text, /Sebutkan harinya/)
    assert.match(page.$('textarea[name=text]').first().text(), /Lusa diperbaiki/)
    const third = accepted(await handInAnswer(world.ctx('reviewerDinkes'), { ...answer, text: 'Kamis diperbaiki.' }))
    accepted(await approveAnswer(world.ctx('headDinkes'), { ticket, ...third }))
    const found = await seen(ticket)
    assert.deepEqual(
      found.messages.filter(({ author }) => author === 'agency').map(({ text, authorName }) => [text, authorName]),
      [['Kamis diperbaiki.', 'Budi Umpama']],
    )
    accepted(await setApproval(world.ctx('headDinkes'), rule(false)))
  })
})

describe('triage', () => {
  const decision = {
    kind: 'complaint',
    class: 'plain',
    theme: '',
    districtId: '',
    subdistrictId: '',
    text: '',
    reason: '',
  }
  const decide = async (ticket: string, more: object) =>
    triageCase(world.ctx('operatorDinkes'), {
      ticket,
      version: await versionOf(ticket),
      outcome: '',
      ...decision,
      ...more,
    })

  it('processes, and says what it is', async () => {
    const { ticket } = await reported()
    accepted(await decide(ticket, { outcome: 'process', kind: 'suggestion', theme: 'community' }))
    const found = await seen(ticket)
    assert.deepEqual(
      [found.triage, found.kind, found.theme, found.state],
      ['process', 'suggestion', 'community', 'open'],
    )
    assert.ok(found.clocks.every(({ step, stoppedAt }) => step !== 'triage' || stoppedAt !== null))
    assert.equal(refused(await decide(ticket, { outcome: 'process', districtId: 'dinkes' })), 'invalid')
  })

  it('holds: the citizen is asked, and the clocks stand still until they write', async () => {
    const { ticket } = await reported()
    later()
    assert.equal(refused(await decide(ticket, { outcome: 'hold' })), 'invalid')
    accepted(await decide(ticket, { outcome: 'hold', text: 'Di puskesmas mana lampunya mati?' }))
    const held = await seen(ticket)
    assert.deepEqual(
      [held.triage, held.state, held.messages.at(-1)?.text],
      ['hold', 'replied', 'Di puskesmas mana lampunya mati?'],
    )
    assert.ok(held.clocks.some(({ step, pauses }) => step === 'final-answer' && pauses.some(({ to }) => to === null)))
  })

  it('is not ours: the citizen is told, it closes and is not solved', async () => {
    const { ticket, id } = await reported()
    accepted(await decide(ticket, { outcome: 'not-ours', text: 'Ini wewenang provinsi; kami teruskan.' }))
    assert.equal((await seen(ticket)).state, 'closed')
    assert.deepEqual(await lastClosure(world.system(), id), { outcome: 'not-ours', solved: false })
    assert.equal(refused(await decide(ticket, { outcome: 'process' })), 'conflict')
  })

  it('on a channel closes when the channel has confirmed the answer', async () => {
    const source = { channel: 'test', externalId: 'triage-1', conversationKey: 'triage', accountId: 'account-1' }
    const input = { agencyId: 'dinkes', channel: 'test', kind: 'complaint' as const, text: 'Tol macet.' }
    const { case: found } = accepted(
      await addCitizenMessage(world.system(), { ...input, receivedAt: world.now(), source }),
    )
    accepted(await decide(found.ticket, { outcome: 'not-ours', text: 'Ini wewenang pengelola tol.' }))
    const waiting = await seen(found.ticket)
    assert.equal(waiting.state, 'open')
    const answerId = waiting.messages.at(-1)?.id ?? ''
    accepted(await confirmAnswer(world.system(), { answerId, at: world.now(), url: null }))
    accepted(await confirmAnswer(world.system(), { answerId, at: world.now(), url: null }))
    assert.equal((await seen(found.ticket)).state, 'closed')
  })
})

describe('closing', () => {
  it('needs the words and the details of its outcome, and only what is done counts as solved', async () => {
    const { ticket, id } = await reported()
    const close = async (more: object) =>
      closeCase(world.ctx('operatorDinkes'), { ticket, version: await versionOf(ticket), ...more })
    assert.equal(refused(await close({ outcome: 'impossible', detail: { reason: 'Belum ada dana' } })), 'conflict')
    assert.equal(
      refused(await close({ outcome: 'planned', detail: { year: '27' }, text: 'Kami anggarkan.' })),
      'invalid',
    )
    assert.equal(
      refused(await close({ outcome: 'duplicate', detail: { ticket: 'KB-2222-2222' }, text: 'Sama.' })),
      'invalid',
    )
    const detail = { year: '2027', budget: 'Pemeliharaan gedung' }
    accepted(await close({ outcome: 'planned', detail, text: 'Dianggarkan tahun 2027.' }))
    assert.deepEqual(await lastClosure(world.system(), id), { outcome: 'planned', solved: false })
    assert.equal((await seen(ticket)).messages.at(-1)?.final, true)
  })

  it('by itself is honest about missing proof', async () => {
    world.at(wib('2026-10-05 09:00'))
    const [bare, proven] = [await reported(), await reported()]
    accepted(await followUpCase(world.ctx('operatorDinkes'), { ticket: proven.ticket, ...proof }))
    for (const { ticket } of [bare, proven]) await answered(ticket)
    world.at('2026-11-23T03:00:00Z')
    await closeSilentCases(world.system())
    assert.deepEqual(await lastClosure(world.system(), bare.id), { outcome: 'unproven', solved: false })
    assert.deepEqual(await lastClosure(world.system(), proven.id), { outcome: 'done', solved: true })
  })

  it('may be undone by the citizen in time and by an officer with a reason', async () => {
    const { ticket } = await reported({ kind: 'inquiry' })
    assert.equal(refused(await reopenCase(world.system(), { ticket, text: 'Belum' })), 'conflict')
    later()
    await answered(ticket)
    later()
    accepted(await closeCase(world.ctx('operatorDinkes'), { ticket, version: await versionOf(ticket) }))
    later()
    accepted(await reopenCase(world.system(), { ticket, text: 'Belum menyala juga.' }))
    assert.equal((await seen(ticket)).state, 'open')
    later()
    await answered(ticket)
    later()
    const reopen = async (reason: string, by: Member = 'operatorDinkes') =>
      reopenForWork(world.ctx(by), { ticket, version: await versionOf(ticket), reason })
    assert.equal(refused(await reopen('')), 'invalid')
    assert.equal(refused(await reopen('Tertukar kasus', 'commsOfficer')), 'forbidden')
    accepted(await reopen('Tertukar kasus'))
    const { state, clocks } = await seen(ticket)
    assert.equal(state, 'open')
    assert.ok(clocks.some(({ step, stoppedAt }) => step === 'final-answer' && stoppedAt === null))
  })
})

describe('a rating', () => {
  it('is given once, after the final answer', async () => {
    const { ticket } = await reported()
    const rate = (score: number) => rateCase(world.system(), { ticket, score, text: 'Cepat.' })
    assert.equal(refused(await rate(5)), 'conflict')
    await answered(ticket)
    assert.equal(refused(await rate(6)), 'invalid')
    accepted(await rate(4))
    assert.equal(refused(await rate(1)), 'conflict')
    assert.match((await world.as('operatorDinkes').get(`/kasus/${ticket}`)).text, /Warga menilai jawaban: 4 dari 5/)
  })
})

describe('a topic', () => {
  it('answers each citizen once, counts people, and leaves alone what has changed', async () => {
    const anna = { contact: '0812-0000-0001' }
    const cases = [
      await reported({ reporter: anna }),
      await reported({ reporter: anna }),
      await reported({ reporter: { contact: 'warga@surel.example' } }),
      await reported(),
    ]
    const ctx = world.ctx('operatorDinkes')
    const [first, second, third, fourth] = cases.map(({ ticket }) => ticket) as [string, string, string, string]
    const topic = accepted(await putUnderTopic(ctx, { ticket: first, topicId: '', name: 'Lampu puskesmas' }))
    accepted(await putUnderTopic(ctx, { ticket: second, topicId: topic.id, name: '' }))
    accepted(await putUnderTopic(ctx, { ticket: third, topicId: '', name: '', with: first }))
    accepted(await putUnderTopic(ctx, { ticket: fourth, topicId: topic.id, name: '' }))
    const { people, all } = await findTopic(ctx, topic.id)
    assert.deepEqual([people, all], [3, 4])
    await answered(second, 'Lebih dahulu.', false)
    const asked = { topicId: topic.id, text: 'Untuk {tiket}: lampu diganti.', final: true }
    const chosen = cases.map(({ ticket }) => ({ ticket, version: 1 }))
    assert.equal(refused(await answerTopic(ctx, { ...asked, cases: [] })), 'invalid')
    const done = accepted(await answerTopic(ctx, { ...asked, cases: chosen }))
    assert.deepEqual([done.answered, done.left.map(({ ticket }) => ticket)], [[first, third, fourth].sort(), [second]])
    assert.equal((await seen(third)).messages.at(-1)?.text, `Untuk ${third}: lampu diganti.`)
    const again = accepted(await answerTopic(ctx, { ...asked, cases: chosen }))
    assert.deepEqual(again.answered, [])
    accepted(await leaveTopic(ctx, fourth))
    assert.equal((await findTopic(ctx, topic.id)).all, 3)
    await assert.rejects(findTopic(world.ctx('operatorDishub'), topic.id), /topic/)
  })
})

describe('merging', () => {
  it('leads the later to the earlier, shows both, and can be undone with the clocks as they were', async () => {
    const reporter = { contact: '0813-0000-0002' }
    world.at(wib('2026-11-16 09:00'))
    const earlier = await reported({ reporter })
    world.at(wib('2026-11-17 09:00'))
    const later = await reported({ reporter, text: 'Lampu itu masih mati.' })
    const stranger = await reported({ reporter: { contact: 'lain@surel.example' } })
    const ctx = world.ctx('operatorDinkes')
    const merge = async (ticket: string, into: string) =>
      mergeCase(ctx, { ticket, into, version: await versionOf(ticket) })
    assert.equal(refused(await merge(earlier.ticket, later.ticket)), 'invalid')
    assert.equal(refused(await merge(stranger.ticket, earlier.ticket)), 'invalid')
    const dueBefore = (await seen(later.ticket)).clocks.map(({ dueAt }) => dueAt?.getTime())
    accepted(await merge(later.ticket, earlier.ticket))
    const both = await seen(earlier.ticket)
    assert.ok(both.messages.some(({ text, from }) => text === 'Lampu itu masih mati.' && from === later.ticket))
    assert.deepEqual(await lastClosure(world.system(), later.id), { outcome: 'duplicate', solved: false })
    assert.match((await world.as('operatorDinkes').get(`/kasus/${later.ticket}`)).text, /Kasus ini sudah digabung/)
    const led = await world.anyone.get(`/lapor/${later.ticket}`)
    assert.equal(led.$(`a[href="/lapor/${earlier.ticket}"]`).length, 1)
    accepted(await partCase(ctx, { ticket: later.ticket, version: await versionOf(later.ticket) }))
    const parted = await seen(later.ticket)
    assert.equal(parted.state, 'open')
    assert.deepEqual(
      parted.clocks.filter(({ stoppedAt }) => !stoppedAt).map(({ dueAt }) => dueAt?.getTime()),
      dueBefore,
    )
    assert.equal((await seen(earlier.ticket)).messages.length, 1)
    world.at('2026-11-23T03:00:00Z')
  })

  it('takes further words from the channel along, to where they went in the end', async () => {
    const reporter = { contact: '0813-0000-0003' }
    world.at(wib('2026-11-16 09:00'))
    const [first, second] = [await reported({ reporter }), await reported({ reporter, text: 'Masih mati juga.' })]
    const said = (id: string, text: string) => ({
      ...{ agencyId: 'dinkes', channel: 'test', kind: 'complaint' as const, text, receivedAt: world.now(), reporter },
      source: { channel: 'test', externalId: id, conversationKey: 'led', accountId: 'account-1' },
    })
    const third = accepted(await addCitizenMessage(world.system(), said('led-1', 'Lampu masih mati.'))).case
    const ctx = world.ctx('operatorDinkes')
    for (const [from, into] of [
      [third.ticket, second.ticket],
      [second.ticket, first.ticket],
    ] as const)
      accepted(await mergeCase(ctx, { ticket: from, into, version: await versionOf(from) }))
    world.at(wib('2026-11-17 09:00'))
    const joined = accepted(await addCitizenMessage(world.system(), said('led-2', 'Tiga malam sudah.')))
    assert.deepEqual([joined.outcome, joined.case.ticket], ['joined', first.ticket])
    assert.equal((await seen(first.ticket)).messages.at(-1)?.text, 'Tiga malam sudah.')
    world.at(wib('2026-11-18 09:00'))
    const [again] = await addCitizenMessages(world.system(), [
      said('led-3', 'Empat malam.'),
      said('led-2', 'Dua kali.'),
    ])
    assert.equal(again && accepted(again).case.ticket, first.ticket)
    assert.equal((await seen(first.ticket)).messages.at(-1)?.text, 'Empat malam.')
    assert.equal((await seen(third.ticket)).state, 'closed')
    world.at('2026-11-23T03:00:00Z')
  })

  it('of one citizen at two agencies is for Diskominfostandi; the first agency keeps the matter', async () => {
    const reporter = { contact: '0813-0000-0004' }
    world.at(wib('2026-11-16 09:00'))
    const first = await reported({ reporter })
    world.at(wib('2026-11-17 09:00'))
    const second = await reported({ reporter, agencyId: 'dishub', text: 'Lampu itu juga kami lapor ke sini.' })
    const nameless = await reported({ agencyId: 'dishub' })
    const into = first.ticket
    const at = { ticket: second.ticket, into, version: second.version }
    await assert.rejects(mergeCase(world.ctx('operatorDinkes'), at), /case/)
    assert.equal(refused(await mergeCase(world.ctx('mayorOffice'), at)), 'forbidden')
    const comms = world.ctx('commsOfficer')
    assert.equal(refused(await mergeCase(comms, { ticket: nameless.ticket, into, version: 1 })), 'invalid')
    const page = await world.as('commsOfficer').get(`/kasus/${second.ticket}`)
    assert.equal(page.$('input[name=into]').length, 1)
    const sent = await world.as('commsOfficer').post(`/kasus/${second.ticket}/penggabungan`, { into, version: '1' })
    assert.equal(sent.status, 303, sent.text)
    const kept = await seen(into)
    assert.deepEqual([kept.agencyId, kept.tookIn], ['dinkes', [second.ticket]])
    assert.ok(kept.messages.some(({ from }) => from === second.ticket))
    const { version } = await findCase(comms, second.ticket)
    assert.equal(accepted(await partCase(comms, { ticket: second.ticket, version })).state, 'open')
    world.at('2026-11-23T03:00:00Z')
  })

  it('is the other way for a message about another matter', async () => {
    const word = (id: string, text: string, at: string) => ({
      agencyId: 'dinkes',
      channel: 'test',
      kind: 'complaint' as const,
      text,
      receivedAt: new Date(wib(at)),
      source: { channel: 'test', externalId: id, conversationKey: 'split', accountId: 'account-1' },
    })
    const { case: found } = accepted(
      await addCitizenMessage(world.system(), word('s-1', 'Lampu mati.', '2026-11-18 09:00')),
    )
    accepted(await addCitizenMessage(world.system(), word('s-2', 'Jalan juga berlubang.', '2026-11-19 09:00')))
    const ctx = world.ctx('operatorDinkes')
    const [first, second] = (await seen(found.ticket)).messages
    const version = await versionOf(found.ticket)
    const split = (messageId = '') => splitCase(ctx, { ticket: found.ticket, messageId, version })
    assert.equal(refused(await split(first?.id)), 'conflict')
    const { ticket } = accepted(await split(second?.id))
    const own = await seen(ticket)
    assert.deepEqual(
      own.messages.map(({ text, at }) => [text, at.toISOString()]),
      [['Jalan juga berlubang.', wib('2026-11-19 09:00')]],
    )
    assert.ok(own.clocks.every(({ startedAt }) => startedAt.toISOString() === wib('2026-11-19 09:00')))
    assert.equal((await seen(found.ticket)).messages.length, 1)
    const known = accepted(
      await addCitizenMessage(world.system(), word('s-2', 'Jalan juga berlubang.', '2026-11-19 09:00')),
    )
    assert.equal(known.outcome, 'known')
  })
})

describe('who reported anonymously', () => {
  it('is never opened by the agency, only by the head of Diskominfostandi', async () => {
    const { ticket } = await reported({ anonymous: true, reporter: { contact: '0812-0000-0009' } })
    const open = (by: Member) => openReporter(world.ctx(by), { ticket, reason: 'Permintaan pengadilan' })
    for (const by of ['operatorDinkes', 'reviewerDinkes', 'headDinkes', 'commsOfficer'] as const)
      assert.equal(refused(await open(by)), 'forbidden', by)
    assert.equal(accepted(await open('commsHead')).contact, '0812-0000-0009')
    const page = await world.as('operatorDinkes').get(`/kasus/${ticket}`)
    assert.match(page.text, /Pelapor anonim/)
    assert.equal(page.$('form[action$=pelapor]').length, 0)
  })
})
