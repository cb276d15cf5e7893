import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { type Behaviour, type FakeSite, startFakeSite } from '../fake/fake-site.ts'
import { fakePosts } from '../fake/posts.ts'
import { openFetcher } from './fetch-page.ts'
import { isPublicAddress } from './public-address.ts'

const clock = () => new Date('2026-11-23T03:00:00Z')
let site: FakeSite
before(async () => {
  site = await startFakeSite({ posts: fakePosts(new Date('2026-11-20T02:00:00Z')), clock })
})
after(() => site.close())

async function ask(url: string, settings: { allowPrivate?: boolean; timeout?: number; etag?: string } = {}) {
  const { fetchPage, close } = openFetcher({ allowPrivate: true, clock, timeout: 1500, ...settings })
  try {
    return await fetchPage(url, settings.etag ? { etag: settings.etag } : {})
  } finally {
    await close()
  }
}

describe('fetching a page', () => {
  it('gives status, headers, text and time', async () => {
    site.behaviour = 'normal'
    const outcome = await ask(`${site.url}/`)
    assert.equal(outcome.kind, 'answered')
    assert.equal(outcome.kind === 'answered' && outcome.status, 200)
    assert.match(outcome.kind === 'answered' ? outcome.body : '', /Dinas Pendidikan/)
    assert.deepEqual(outcome.fetchedAt, clock())
  })

  it('asks for nothing again when the ETag is known', async () => {
    site.behaviour = 'normal'
    const first = await ask(`${site.url}/feed/`)
    const etag = first.kind === 'answered' ? (first.headers.etag ?? '') : ''
    const again = await ask(`${site.url}/feed/`, { etag })
    assert.equal(again.kind === 'answered' && again.status, 304)
  })

  const unreachable: [Behaviour, string][] = [
    ['hangs', 'timeout'],
    ['drips', 'timeout'],
    ['resets', 'reset'],
    ['redirect-loop', 'redirects'],
    ['redirect-to-file', 'bad-address'],
  ]
  for (const [behaviour, cause] of unreachable)
    it(`calls a site that ${behaviour} unreachable: ${cause}`, async () => {
      site.behaviour = behaviour
      const outcome = await ask(`${site.url}/`, { timeout: 600 })
      assert.deepEqual(outcome.kind === 'unreachable' && outcome.cause, cause)
      assert.ok(outcome.ms < 2500)
    })

  for (const behaviour of ['endless', 'gzip-bomb'] as const)
    it(`stops reading after 2 MB when the body is ${behaviour}`, async () => {
      site.behaviour = behaviour
      const before = process.memoryUsage().rss
      const outcome = await ask(`${site.url}/`, { timeout: 10_000 })
      assert.equal(outcome.kind === 'answered' && outcome.truncated, true)
      assert.ok(outcome.kind === 'answered' && outcome.body.length <= 2_000_000)
      assert.ok(process.memoryUsage().rss - before < 400_000_000)
    })

  it('tells apart a refused connection, a missing name, a wrong address and broken TLS', async () => {
    const plain = createServer((socket) => socket.on('error', () => {}).end('hello\r\n\r\n'))
    await new Promise<void>((listening) => plain.listen(0, '127.0.0.1', listening))
    const address = plain.address()
    const port = typeof address === 'object' ? address?.port : 0
    const causes = await Promise.all(
      [
        'http://127.0.0.1:9/',
        'http://tidak-ada.invalid/',
        'ftp://127.0.0.1/',
        'bukan alamat',
        `https://127.0.0.1:${port}/`,
      ].map(async (url) => {
        const outcome = await ask(url)
        return outcome.kind === 'unreachable' ? outcome.cause : outcome.status
      }),
    )
    plain.close()
    assert.deepEqual(causes, ['refused', 'dns', 'bad-address', 'bad-address', 'tls'])
  })

  for (const url of [
    '',
    'http://localhost:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://2130706433:PORT/',
  ])
    it(`does not ask a private address, however written: ${url || 'literal'}`, async () => {
      site.behaviour = 'normal'
      const asked = site.requests.length
      const outcome = await ask(url.replace('PORT', new URL(site.url).port) || site.url, { allowPrivate: false })
      assert.equal(outcome.kind === 'unreachable' && outcome.cause, 'private-address')
      assert.equal(site.requests.length, asked)
    })
})

describe('public addresses', () => {
  const cases: [string, boolean][] = [
    ['103.28.12.1', true],
    ['2001:4860:4860::8888', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['::1', false],
    ['[::1]', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['fc00::1', false],
    ['fe80::1', false],
    ['not an address', false],
  ]
  for (const [address, allowed] of cases)
    it(`${address}: ${allowed ? 'public' : 'refused'}`, () => assert.equal(isPublicAddress(address), allowed))
})
