import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import type { Evidence } from '../../monitoring/evidence.ts'
import { recordScan } from '../../monitoring/record-scan.ts'
import { registerWebsite } from '../../monitoring/register-website.ts'
import type { Website } from '../../monitoring/website.ts'
import { accepted } from '../../platform/refusal.ts'
import { contentPart } from '../parts/part-b-content.ts'
import { figuresOf } from '../report.ts'

let world: World
let site: Website
before(async () => {
  world = await openWorld()
  world.at('2026-08-20T01:00:00Z')
  const url = 'https://disdik.bekasikota.go.id/'
  site = accepted(await registerWebsite(world.ctx('commsOfficer'), { agencyId: 'disdik', url, monitored: true }))
})
after(() => world.close())

const item = (name: string, claimed: string): Evidence => ({
  tier: 'feed',
  item: `${site.url}berita/${name}/`,
  title: `Judul ${name}`,
  source: `${site.url}feed/`,
  snippet: claimed,
  claimed: new Date(claimed),
  fetchedAt: world.now(),
  status: 200,
  hash: '',
  fingerprint: null,
})

async function scan(at: string, outcome: 'up' | 'down', seen: Evidence[]): Promise<void> {
  world.at(at)
  const now = new Date(at)
  await recordScan(world.system(), site, {
    ...{ outcome, cause: outcome === 'up' ? null : 'timeout', detail: null, httpStatus: 200, ms: 100, cms: null },
    ...{ startedAt: now, finishedAt: now, findings: [], seen },
    verdict: { lastRealUpdate: null, confidence: 'none', evidence: seen, findings: [], words: '' },
  })
}

const published = async (month: string): Promise<number | null | undefined> => {
  const part = await contentPart.fill(world.system(), { agencyId: 'disdik', month })
  return figuresOf([part]).find(({ id }) => id === 'content.published')?.value
}

test('a site nobody looked at: its content is unknown, not none', async () => {
  assert.equal(await published('2026-07'), null)
})

test('content of a site elsewhere counts in the month it says, once, as seen by the end of that month', async () => {
  const old = item('lama', '2026-08-01T02:00:00Z')
  const september = item('september', '2026-09-10T02:00:00Z')
  const late = item('telat', '2026-09-29T02:00:00Z')
  await scan('2026-08-20T02:00:00Z', 'up', [old])
  await scan('2026-09-11T02:00:00Z', 'up', [september, old])
  await scan('2026-09-12T02:00:00Z', 'up', [september, old])
  assert.equal(await published('2026-08'), 0)
  assert.equal(await published('2026-09'), 1)
  await scan('2026-10-02T02:00:00Z', 'up', [late, september, old])
  assert.equal(await published('2026-09'), 1)
  const part = await contentPart.fill(world.system(), { agencyId: 'disdik', month: '2026-09' })
  assert.deepEqual(part.lists[0]?.rows, [['Judul september', '10 September 2026', september.item]])
})

test('a site that never answered in a month: unknown', async () => {
  await scan('2026-11-05T02:00:00Z', 'down', [])
  assert.equal(await published('2026-11'), null)
})
