import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublishedPost } from '../../channels/post-count.ts'
import type { MessageFigures } from '../../figures/message-count.ts'
import { formatFigure } from '../figure.ts'
import { accountFacts, messagesTable, postsTable } from './part-f-channels.ts'

const none: MessageFigures = {
  received: 0,
  passedOn: 0,
  withoutAnswer: 0,
  answered: 0,
  inTime: 0,
  solved: 0,
  late: 0,
  openAtEnd: 0,
  medianMinutes: null,
  byChannel: [],
  list: [],
}

const cases: [name: string, messages: Partial<MessageFigures>, words: string[]][] = [
  ['nobody wrote', {}, ['0', '0', '0', '0', '0', '0', 'tidak ada', '0', 'tidak ada', '0']],
  [
    'some in time, one broken, one still open',
    { received: 8, answered: 4, passedOn: 2, withoutAnswer: 1, inTime: 3, late: 1, openAtEnd: 1, medianMinutes: 185.4 },
    ['8', '4', '2', '1', '4', '3', '75 %', '1', '185 menit', '1'],
  ],
  [
    'received, none due yet: nothing to measure',
    { received: 2, openAtEnd: 2 },
    ['2', '0', '0', '0', '0', '0', 'tidak ada', '0', 'tidak ada', '2'],
  ],
  [
    'answered at once: no minute passed',
    { received: 1, answered: 1, inTime: 1, medianMinutes: 0 },
    ['1', '1', '0', '0', '1', '1', '100 %', '0', '0 menit', '0'],
  ],
]
for (const [name, messages, words] of cases)
  test(`messages: ${name}`, () =>
    assert.deepEqual(
      messagesTable({ ...none, ...messages }).rows.map(({ cells }) => cells.map(formatFigure).join()),
      words,
    ))

test('posts by the three themes', () => {
  const at = new Date('2026-10-05T03:00:00Z')
  const post: PublishedPost = {
    postId: 'p',
    at,
    theme: 'community',
    platform: 'x',
    kind: 'thread',
    emergency: true,
    text: 'Posyandu',
    url: 'https://x.example/1',
    reach: { likes: null, comments: null, shares: null, views: null },
  }
  const { rows } = postsTable({
    published: { government: 0, development: 0, community: 1 },
    threads: 1,
    noted: 0,
    emergencies: 1,
    daysWithoutPost: 30,
    list: [post],
  })
  assert.deepEqual(
    rows.map(({ label, cells }) => [label, cells[0]?.value]),
    [
      ['Siaran bertema pemerintahan', 0],
      ['Siaran bertema pembangunan', 0],
      ['Siaran bertema kemasyarakatan', 1],
      ['Jumlah siaran', 1],
      ['Di antaranya utas', 1],
      ['Di antaranya dicatat dengan tangan', 0],
      ['Dikirim darurat tanpa persetujuan', 1],
      ['Tanpa siaran', 30],
    ],
  )
})

test('accounts and how they stood; none is said', () => {
  assert.deepEqual(accountFacts([]), [['Akun media sosial', 'Belum ada akun yang terdaftar']])
  assert.deepEqual(
    accountFacts([{ platform: 'instagram', handle: 'dinkes', standing: 'dormant', words: 'mati suri' }]),
    [['Akun Instagram', 'dinkes: mati suri']],
  )
})
