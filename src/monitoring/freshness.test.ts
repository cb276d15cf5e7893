import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Evidence, Known, Tier } from './evidence.ts'
import { judgeFreshness } from './freshness.ts'

const now = new Date('2026-11-23T03:00:00Z')
const at = (day: string) => new Date(`${day}T03:00:00Z`)

const evidence = (tier: Tier, item: string, claimed: string | null, more: Partial<Evidence> = {}): Evidence => ({
  ...{
    tier,
    item,
    title: `Judul ${item}`,
    source: 'https://x.example/',
    snippet: claimed ?? '',
    fetchedAt: now,
    status: 200,
  },
  ...{ claimed: claimed ? at(claimed) : null, hash: 'h', fingerprint: '=1', ...more },
})

const known = (
  tier: Tier,
  item: string,
  firstSeen: string,
  claimed: string | null,
  more: Partial<Known> = {},
): Known => ({
  ...{ tier, item, firstSeen: at(firstSeen), lastChanged: at(firstSeen), claimed: claimed ? at(claimed) : null },
  ...{ fingerprint: '=1', appeared: false, ...more },
})

const cases: [string, Evidence[], Known[], string | null, string][] = [
  ['nothing seen', [], [], null, 'none'],
  ['items without dates, first scan', [evidence('visible-date', 'a', null)], [], null, 'none'],
  ['one source, first scan', [evidence('feed', 'a', '2026-11-20')], [], '2026-11-20', 'low'],
  [
    'two sources agree',
    [evidence('feed', 'a', '2026-11-20'), evidence('visible-date', 'a', '2026-11-18')],
    [],
    '2026-11-20',
    'high',
  ],
  [
    'two sources far apart',
    [evidence('feed', 'a', '2026-11-20'), evidence('visible-date', 'b', '2026-10-01')],
    [],
    '2026-11-20',
    'low',
  ],
  ['our own publishing', [evidence('publish-event', 'a', '2026-11-21')], [], '2026-11-21', 'high'],
  [
    'we saw it come',
    [evidence('feed', 'b', '2026-11-22')],
    [known('feed', 'a', '2026-11-01', '2026-11-01')],
    '2026-11-22',
    'medium',
  ],
  [
    'we saw it come, earlier',
    [evidence('feed', 'b', '2026-11-12')],
    [known('feed', 'b', '2026-11-13', '2026-11-12', { appeared: true })],
    '2026-11-12',
    'medium',
  ],
  [
    'new without a date: the day we saw it',
    [evidence('visible-date', 'b', null)],
    [known('visible-date', 'a', '2026-11-01', null)],
    '2026-11-23',
    'medium',
  ],
  ['in the future', [evidence('feed', 'a', '2027-01-01')], [], null, 'none'],
  ['sample content', [evidence('feed', 'a', '2026-11-20', { title: 'Hello world!' })], [], null, 'none'],
  [
    're-dated without change',
    [evidence('feed', 'a', '2026-11-22')],
    [known('feed', 'a', '2026-09-01', '2026-09-01')],
    '2026-09-01',
    'low',
  ],
  [
    'edited',
    [evidence('feed', 'a', '2026-09-01', { fingerprint: '=2' })],
    [known('feed', 'a', '2026-09-02', '2026-09-01')],
    '2026-11-23',
    'medium',
  ],
  [
    'edited some scans ago',
    [evidence('feed', 'a', '2026-09-01')],
    [known('feed', 'a', '2026-09-02', '2026-09-01', { lastChanged: at('2026-10-10') })],
    '2026-10-10',
    'medium',
  ],
  [
    'back-dated: the day we saw it',
    [evidence('feed', 'b', '2026-10-20')],
    [known('feed', 'a', '2026-10-01', '2026-10-01')],
    '2026-11-23',
    'medium',
  ],
  [
    'an older item slid into the list',
    [evidence('feed', 'b', '2026-08-01')],
    [known('feed', 'a', '2026-10-01', '2026-10-01')],
    '2026-08-01',
    'low',
  ],
]

describe('freshness', () => {
  for (const [name, seen, history, expected, confidence] of cases)
    it(name, () => {
      const verdict = judgeFreshness(seen, history, now)
      assert.equal(verdict.lastRealUpdate?.toISOString().slice(0, 10) ?? null, expected)
      assert.equal(verdict.confidence, confidence)
      assert.equal(verdict.evidence.length > 0, expected !== null)
    })

  it('says in words what it rests on', () => {
    const seen = [evidence('visible-date', 'a', '2026-11-20'), evidence('feed', 'a', '2026-11-20')]
    const { words } = judgeFreshness(seen, [], now)
    assert.equal(
      words,
      'Terakhir diperbarui 20 November 2026, keyakinan tinggi, menurut umpan berita (RSS/Atom) dan tanggal yang tampak di halaman.',
    )
  })

  it('reports what it did not count', () => {
    const seen = [evidence('feed', 'a', '2026-11-22'), evidence('feed', 'b', '2027-02-02')]
    const codes = judgeFreshness(seen, [known('feed', 'a', '2026-09-01', '2026-09-01')], now).findings.map(
      ({ code }) => code,
    )
    assert.deepEqual(codes, ['touched', 'forward-dated'])
  })
})
