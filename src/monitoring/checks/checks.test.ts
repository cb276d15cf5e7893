import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answered } from '../fetching/outcome.ts'
import type { Visit } from '../visit-site.ts'
import { runChecks } from './checks.ts'

const at = new Date('2026-11-23T03:00:00Z')

const page = (body: string, more: Partial<Answered> = {}): Answered => ({
  ...{ kind: 'answered', url: 'https://x.example/', status: 200, headers: { 'content-type': 'text/html' }, body },
  ...{ truncated: false, ms: 80, fetchedAt: at, certificate: null, ...more },
})
const visit = (more: Partial<Visit>): Visit => ({
  ...{
    address: 'https://x.example/',
    at,
    home: page('<p>halo</p>'),
    feed: null,
    posts: null,
    listings: [],
    articles: [],
    ...more,
  },
})
const valid = (day: string) => ({ validTo: new Date(`${day}T00:00:00Z`), issuer: 'CA' })
const named = page('<link href="/feed/">')

describe('checks', () => {
  const cases: [string, Partial<Visit>, string[]][] = [
    ['a sound home page', { home: page('x', { certificate: valid('2027-03-01') }) }, []],
    ['no encryption', { home: page('x', { url: 'http://x.example/' }) }, ['no-https']],
    ['a certificate about to end', { home: page('x', { certificate: valid('2026-11-30') }) }, ['certificate-ends']],
    ['a home page too large', { home: page('x', { truncated: true }) }, ['too-large']],
    ['a home page that is a picture', { home: page('x', { headers: { 'content-type': 'image/png' } }) }, ['not-html']],
    ['a slow home page', { home: page('x', { ms: 9000 }) }, ['slow']],
    [
      'a promised feed that is none',
      { home: named, feed: page('<html>', { url: 'https://x.example/feed/' }) },
      ['feed-not-xml'],
    ],
    ['a guessed feed that is none', { feed: page('<html>', { url: 'https://x.example/feed/' }) }, []],
    ['a home page elsewhere', { home: page('x', { url: 'https://portal.example/' }) }, ['elsewhere']],
    [
      'a hijacked home page',
      { home: page('<div style="display:none"><a href="/slot-gacor">daftar</a> togel maxwin hari ini</div>') },
      ['hijack'],
    ],
    [
      'news about gambling',
      { home: page('<h2>Polisi menutup situs judi slot online, bandar togel ditangkap</h2>') },
      [],
    ],
    ['posts that are none', { posts: page('<html>') }, []],
    ['nothing fetched at all', { home: null }, []],
  ]
  for (const [name, given, codes] of cases)
    it(`${name}: ${codes.join() || 'nothing to report'}`, () =>
      assert.deepEqual(
        runChecks(visit(given)).findings.map(({ code }) => code),
        codes,
      ))

  it('go on when a page is beyond one of them', () => {
    const deep = page('<div>'.repeat(300_000))
    const { findings } = runChecks(visit({ listings: [deep], articles: [deep], home: page('x', { ms: 9000 }) }))
    assert.ok(findings.some(({ code }) => code === 'slow'))
  })
})
