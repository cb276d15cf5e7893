import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { monthRange } from '../platform/time.ts'
import { countMessages, listBehind } from './message-count.ts'
import type { CountedEvent } from './turns.ts'

const wib = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+07:00`)
const json = (text: string): string => wib(text).toISOString()
const clocks = (due: string) => [
  { step: 'first-reply', dueAt: null },
  { step: 'final-answer', dueAt: json(due) },
]

const opened = (caseId: string, at: string, due: string, channel = 'x'): CountedEvent => ({
  caseId,
  agencyId: 'dinkes',
  at: wib(at),
  action: 'case.opened',
  after: { kind: 'complaint', channel, clocks: clocks(due) },
})
const answered = (caseId: string, at: string, due: string, workingMinutes: number): CountedEvent => ({
  caseId,
  agencyId: 'dinkes',
  at: wib(at),
  action: 'case.answer-published',
  after: {
    final: true,
    at: json(at),
    stopped: [{ step: 'final-answer', dueAt: json(due), inTime: wib(at) <= wib(due), workingMinutes }],
  },
})
const reopened = (caseId: string, at: string, due: string): CountedEvent => ({
  caseId,
  agencyId: 'dinkes',
  at: wib(at),
  action: 'case.reopened',
  after: { clocks: clocks(due) },
})
const moved = (caseId: string, at: string, due: string): CountedEvent => ({
  caseId,
  agencyId: 'dinkes',
  at: wib(at),
  action: 'case.due-changed',
  after: { clocks: [{ step: 'final-answer', dueAt: json(due) }] },
})

const october = monthRange('2026-10')
const november = monthRange('2026-11')
const tickets = (events: CountedEvent[], month: typeof october, name: Parameters<typeof listBehind>[1]) =>
  listBehind(countMessages(events, 'dinkes', month), name).map(({ caseId }) => caseId)

describe('messages of a month', () => {
  const log = [
    opened('A', '2026-10-01 09:00', '2026-10-08 16:00'),
    answered('A', '2026-10-02 09:00', '2026-10-08 16:00', 450),
    opened('B', '2026-10-05 09:00', '2026-10-12 16:00', 'form'),
    opened('C', '2026-10-30 09:00', '2026-11-06 16:30'),
    answered('B', '2026-11-03 09:00', '2026-10-12 16:00', 9000),
    answered('C', '2026-11-09 09:00', '2026-11-06 16:30', 2400),
    opened('D', '2026-11-20 09:00', '2026-11-27 16:30', 'form'),
  ]

  it('counts each in the month it belongs to; a breach in the month of its due date', () => {
    const { list, ...first } = countMessages(log, 'dinkes', october)
    assert.deepEqual(first, {
      received: 3,
      answered: 1,
      passedOn: 0,
      withoutAnswer: 0,
      inTime: 1,
      solved: 0,
      late: 1,
      openAtEnd: 2,
      medianMinutes: 450,
      byChannel: [
        { channel: 'form', received: 1, answered: 0, late: 1 },
        { channel: 'x', received: 2, answered: 1, late: 0 },
      ],
    })
    const second = countMessages(log, 'dinkes', november)
    assert.deepEqual([second.received, second.answered, second.inTime, second.late, second.openAtEnd], [1, 2, 0, 2, 1])
    assert.equal(second.medianMinutes, 5700)
    assert.equal(first.openAtEnd + second.received - second.answered, second.openAtEnd)
  })

  it('opens the list behind each number', () => {
    assert.deepEqual(tickets(log, october, 'late'), ['B'])
    assert.deepEqual(tickets(log, november, 'late'), ['C', 'D'])
    assert.deepEqual(tickets(log, october, 'openAtEnd'), ['B', 'C'])
    assert.deepEqual(tickets(log, november, 'answered'), ['B', 'C'])
  })

  it('is the same whatever happened later', () => {
    const then = log.filter(({ at }) => at < october.to)
    assert.deepEqual(countMessages(then, 'dinkes', october), countMessages(log, 'dinkes', october))
  })

  it('a case opened again is owed a second answer', () => {
    const again = [
      opened('A', '2026-10-01 09:00', '2026-10-08 16:00'),
      answered('A', '2026-10-02 09:00', '2026-10-08 16:00', 450),
      reopened('A', '2026-10-05 09:00', '2026-10-12 16:00'),
    ]
    const figures = countMessages(again, 'dinkes', october)
    assert.deepEqual([figures.received, figures.answered, figures.late, figures.openAtEnd], [2, 1, 1, 1])
  })

  it('a due date that moved counts where it moved to', () => {
    const log = [
      opened('A', '2026-10-26 09:00', '2026-10-30 16:30'),
      moved('A', '2026-10-27 09:00', '2026-11-02 16:00'),
    ]
    assert.equal(countMessages(log, 'dinkes', october).late, 0)
    assert.equal(countMessages(log, 'dinkes', november).late, 1)
  })

  it('what is passed on is owed by who holds it, and late with who held it when it was due', () => {
    const passedOn = (caseId: string, at: string): CountedEvent => ({
      caseId,
      agencyId: 'dishub',
      at: wib(at),
      action: 'case.passed-on',
      after: { agencyId: 'dishub', clocks: [] },
    })
    const log = [
      opened('A', '2026-10-05 09:00', '2026-10-12 16:00'),
      opened('B', '2026-10-05 09:00', '2026-10-12 16:00'),
      passedOn('A', '2026-10-06 09:00'),
      passedOn('B', '2026-10-13 09:00'),
      { ...answered('A', '2026-10-14 09:00', '2026-10-12 16:00', 3000), agencyId: 'dishub' },
    ]
    const of = (agencyId: string) => {
      const { received, answered, passedOn, late, openAtEnd } = countMessages(log, agencyId, october)
      return [received, answered, passedOn, late, openAtEnd]
    }
    assert.deepEqual(of('dinkes'), [2, 0, 2, 1, 0])
    assert.deepEqual(of('dishub'), [2, 1, 0, 1, 1])
  })

  it('what is closed without an answer is neither answered nor open, but late if it was', () => {
    const closed = (caseId: string, at: string): CountedEvent => ({
      caseId,
      agencyId: 'dinkes',
      at: wib(at),
      action: 'case.closed',
      after: { ground: 'not-a-matter', reason: 'Iklan' },
    })
    const log = [
      opened('A', '2026-10-05 09:00', '2026-10-12 16:00'),
      opened('B', '2026-10-05 09:00', '2026-10-12 16:00'),
      closed('A', '2026-10-06 09:00'),
      closed('B', '2026-10-13 09:00'),
    ]
    const { received, answered, withoutAnswer, late, openAtEnd } = countMessages(log, 'dinkes', october)
    assert.deepEqual([received, answered, withoutAnswer, late, openAtEnd], [2, 0, 2, 1, 0])
  })

  it('is nothing where nothing happened', () =>
    assert.deepEqual(countMessages([], 'dinkes', october), {
      received: 0,
      answered: 0,
      passedOn: 0,
      withoutAnswer: 0,
      inTime: 0,
      solved: 0,
      late: 0,
      openAtEnd: 0,
      medianMinutes: null,
      byChannel: [],
      list: [],
    }))
})

describe('how a case ended', () => {
  const closed = (at: string, after: object): CountedEvent => ({
    caseId: 'A',
    agencyId: 'dinkes',
    at: wib(at),
    action: 'case.closed',
    after,
  })
  const begun = [
    opened('A', '2026-10-01 09:00', '2026-10-08 16:00'),
    answered('A', '2026-10-02 09:00', '2026-10-08 16:00', 450),
  ]
  for (const [what, after, solved] of [
    ['done', { outcome: 'done', solved: true }, 1],
    ['planned', { outcome: 'planned', solved: false }, 0],
    ['as it was written before outcomes', { ground: null, reason: null }, 1],
    ['without a matter, as it was written before', { ground: 'not-a-matter' }, 0],
  ] as const)
    it(what, () =>
      assert.equal(countMessages([...begun, closed('2026-10-05 09:00', after)], 'dinkes', october).solved, solved),
    )

  it('thanks after the end do not solve it twice', () => {
    const log = [
      ...begun,
      closed('2026-10-05 09:00', { outcome: 'done', solved: true }),
      reopened('A', '2026-10-06 09:00', '2026-10-13 16:00'),
      closed('2026-10-07 09:00', { outcome: 'no-answer-needed', solved: true }),
    ]
    const { solved, withoutAnswer, openAtEnd, late } = countMessages(log, 'dinkes', october)
    assert.deepEqual([solved, withoutAnswer, openAtEnd, late], [1, 1, 0, 0])
  })

  it('what was merged is owed no more, until the merge is undone', () => {
    const merge = (action: string, at: string): CountedEvent => ({
      ...closed(at, { outcome: 'duplicate', solved: false }),
      action,
    })
    const log = [begun[0] ?? merge('', ''), merge('case.merged', '2026-10-02 09:00')]
    assert.equal(countMessages(log, 'dinkes', october).openAtEnd, 0)
    assert.equal(countMessages([...log, merge('case.unmerged', '2026-10-03 09:00')], 'dinkes', october).openAtEnd, 1)
  })
})
