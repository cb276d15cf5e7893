import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byKind, byTheme, type ContentEvent } from './part-b-content.ts'

const event = (contentId: string, action: string, kind = 'news', theme = 'community'): ContentEvent => ({
  contentId,
  action: `content.${action}`,
  at: new Date('2026-10-05T03:00:00Z'),
  told: {
    kind,
    theme,
    title: contentId,
    slug: contentId,
    url: `https://x.example/${contentId}`,
    author: 'Sari Contoh',
  },
})

const cases: [name: string, events: ContentEvent[], news: number[], sum: number[]][] = [
  ['nothing', [], [0, 0, 0], [0, 0, 0]],
  ['one of each', [event('a', 'published'), event('a', 'changed'), event('a', 'removed')], [1, 1, 1], [1, 1, 1]],
  ['changed three times counts once', [1, 2, 3].map(() => event('a', 'changed')), [0, 1, 0], [0, 1, 0]],
  ['other kinds are in the sum', [event('a', 'published'), event('b', 'published', 'event')], [1, 0, 0], [2, 0, 0]],
  ['a kind of a later release is in the sum', [event('a', 'published', 'gallery')], [0, 0, 0], [1, 0, 0]],
]
for (const [name, events, news, sum] of cases)
  test(`content by kind: ${name}`, () => {
    const { rows } = byKind(events, true)
    const values = (label: string) => rows.find((row) => row.label === label)?.cells.map(({ value }) => value)
    assert.deepEqual([values('Berita'), values('Jumlah')], [news, sum])
  })

test('the sum is the figure of the whole part only where it is the only source', () => {
  const sumId = (alone: boolean) => byKind([], alone).rows.at(-1)?.cells[0]?.id
  assert.deepEqual([sumId(true), sumId(false)], ['content.published', 'content.hosted.published'])
})

test('content by theme', () => {
  const { rows } = byTheme([event('a', 'published'), event('b', 'published', 'news', 'development')])
  assert.deepEqual(
    rows.map(({ label, cells }) => [label, cells[0]?.value]),
    [
      ['Pemerintahan', 0],
      ['Pembangunan', 1],
      ['Kemasyarakatan', 1],
    ],
  )
})
