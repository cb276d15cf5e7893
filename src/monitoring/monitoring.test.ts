import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { accepted, isRefusal } from '../platform/refusal.ts'
import { type FakeSite, startFakeSite } from './fake/fake-site.ts'
import { fakePosts } from './fake/posts.ts'
import { availabilityFigures } from './figures.ts'
import { registerWebsite } from './register-website.ts'
import { scanWebsite } from './scan-website.ts'
import { startRound } from './start-round.ts'
import type { Website } from './website.ts'
import { websiteStates } from './website-states.ts'

let world: World
let site: FakeSite
let website: Website

before(async () => {
  world = await openWorld()
  site = await startFakeSite({ posts: fakePosts(new Date('2026-11-20T02:00:00Z')), clock: () => world.now() })
  const input = { agencyId: 'disdik', url: site.url, monitored: true }
  website = accepted(await registerWebsite(world.ctx('commsOfficer'), input))
})
after(async () => {
  await site.close()
  await world.close()
})
beforeEach(() => {
  site.behaviour = 'normal'
})

const scan = (at: string, behaviour: FakeSite['behaviour'] = 'normal') => {
  world.at(at)
  site.behaviour = behaviour
  return scanWebsite(world.system(), { websiteId: website.id })
}
const page = `/pemantauan/`

describe('the register of websites', () => {
  it('takes a site, and refuses one twice, none, and other roles', async () => {
    const again = await world.as('commsOfficer').post('/pemantauan/baru', { agencyId: 'disdik', url: `${site.url}/` })
    assert.equal(again.status, 422)
    assert.match(again.text, /sudah terdaftar/)
    assert.equal(again.$('input[name=url]').attr('value'), `${site.url}/`)
    for (const url of [
      '',
      'bukan alamat',
      'ftp://x.example/',
      'http://a:b@x.example/',
      'javascript:alert(1)',
      `https://x.example/${'a'.repeat(600)}`,
    ])
      assert.equal(
        (await world.as('commsOfficer').post('/pemantauan/baru', { agencyId: 'disdik', url })).status,
        422,
        url,
      )
    const refused = await world
      .as('operatorDinkes')
      .post('/pemantauan/baru', { agencyId: 'dinkes', url: 'https://x.example/' })
    assert.ok([403, 404].includes(refused.status))
  })

  it('escapes what people write', async () => {
    const { text } = await world
      .as('commsOfficer')
      .post('/pemantauan/baru', { agencyId: '', url: '"><script>x</script>' })
    assert.ok(!text.includes('<script>x'))
  })
})

describe('a scan', () => {
  it('stores what it saw, with time and proof', async () => {
    await scan('2026-11-21T00:20:00Z')
    const { status, text, $ } = await world.as('commsOfficer').get(page + website.id)
    assert.equal(status, 200)
    assert.match(text, /Terakhir diperbarui 20 November 2026, keyakinan tinggi/)
    assert.ok($('td:contains("umpan berita")').length > 0)
    assert.match($('table:contains("Hasil")').text(), /Dapat dibuka/)
  })

  it('that fails is not called stale, and keeps the last known update', async () => {
    await scan('2026-11-21T06:20:00Z', 'error-500')
    const { text } = await world.as('commsOfficer').get('/pemantauan')
    assert.match(text, /Belum pasti, gagal dibuka 1 kali: server menjawab dengan galat 500/)
    assert.match(text, /20 November 2026/)
  })

  it('is repeated an hour later until three tries failed', async () => {
    world.at('2026-11-21T06:21:00Z')
    site.behaviour = 'error-500'
    await world.runJobs()
    const scans = async () => (await world.api('commsOfficer').get(`/scans?siteId=${website.id}`)).body.items.length
    assert.equal(await scans(), 2)
    for (const at of ['07:21', '08:22', '09:23']) {
      world.at(`2026-11-21T${at}:00Z`)
      await world.runJobs()
    }
    assert.equal(await scans(), 4)
    const { text } = await world.as('commsOfficer').get('/pemantauan?keadaan=tidak-terbuka')
    assert.match(text, /Tidak dapat dibuka: server menjawab dengan galat 500/)
  })

  it('of a back-dated item tells the day it really came', async () => {
    await scan('2026-11-22T00:20:00Z')
    const [first] = fakePosts(new Date('2026-11-02T02:00:00Z'), 1)
    site.posts = [
      ...site.posts,
      { ...(first ?? assert.fail()), slug: 'terlambat', title: 'Berita yang ditanggali mundur' },
    ]
    await scan('2026-11-22T06:20:00Z')
    const states = await websiteStates(world.ctx('commsOfficer'), ['dinkes', 'dishub', 'disdik', 'diskominfostandi'])
    assert.equal(states.get('disdik')?.lastRealUpdate?.toISOString().slice(0, 10), '2026-11-22')
  })

  it('never asks a site that is not monitored', async () => {
    const input = { agencyId: 'dishub', url: 'http://tidak-dipantau.invalid/', monitored: false }
    const other = accepted(await registerWebsite(world.ctx('commsOfficer'), input))
    await scanWebsite(world.system(), { websiteId: other.id })
    const { status, text } = await world.as('commsOfficer').post(`${page}${other.id}/pindai`)
    assert.equal(status, 409)
    assert.match(text, /tidak dipantau/)
    const { body } = await world.api('commsOfficer').get(`/scans?siteId=${other.id}`)
    assert.deepEqual(body.items, [])
  })

  it('comes for every monitored site in a round, once', async () => {
    world.at('2026-11-23T00:20:00Z')
    await startRound(world.system())
    await startRound(world.system())
    const before = (await world.api('commsOfficer').get(`/scans?siteId=${website.id}`)).body.items.length
    await world.runJobs()
    const after = (await world.api('commsOfficer').get(`/scans?siteId=${website.id}`)).body.items.length
    assert.equal(after - before, 1)
  })

  it('can be asked for now, by those who may', async () => {
    world.at('2026-11-23T02:00:00Z')
    const { status, location } = await world.as('commsOfficer').post(`${page}${website.id}/pindai`)
    assert.deepEqual([status, location], [303, page + website.id])
    await world.runJobs()
    const { body } = await world.api('commsOfficer').get('/scans?limit=1')
    assert.equal(body.items[0].startedAt, '2026-11-23T02:00:00.000Z')
    assert.ok([403, 404].includes((await world.as('auditor').post(`${page}${website.id}/pindai`)).status))
    assert.equal((await world.as('operatorDinkes').post(`${page}${website.id}/pindai`)).status, 404)
  })
})

describe('who sees what', () => {
  it('an agency sees its own sites only', async () => {
    const list = await world.as('operatorDinkes').get('/pemantauan')
    assert.equal(list.status, 200)
    assert.ok(!list.text.includes(site.url))
    assert.equal((await world.as('operatorDinkes').get(page + website.id)).status, 404)
    assert.equal((await world.as('commsOfficer').get(`${page}entah`)).status, 404)
    assert.equal((await world.anyone.get('/pemantauan')).status, 303)
  })

  it('through the API too', async () => {
    assert.equal((await world.api('operatorDinkes').get(`/sites/${website.id}`)).status, 404)
    assert.deepEqual((await world.api('operatorDinkes').get('/scans')).body.items, [])
    assert.equal((await world.api('operatorDinkes').get(`/scans?siteId=${website.id}`)).status, 404)
    const { status } = await world
      .api('operatorDinkes')
      .post('/sites', { agencyId: 'dinkes', url: 'https://x.example/' })
    assert.ok([403, 404].includes(status))
  })

  it('the register of agencies shows the state of each site', async () => {
    const { $ } = await world.as('mayorOffice').get('/perangkat-daerah')
    assert.match($('tr:contains("Dinas Pendidikan")').text(), /Mutakhir/)
  })
})

describe('the API', () => {
  it('lists sites with their state, registers one, and scans now', async () => {
    const { body } = await world.api('commsOfficer').get('/sites')
    const found = body.items.find(({ id }: { id: string }) => id === website.id)
    assert.equal(found.alive, 'up')
    assert.equal(found.status, 'current')
    const made = await world
      .api('commsOfficer')
      .post('/sites', { agencyId: 'dinkes', url: 'https://dinkes.example/', monitored: false })
    assert.equal(made.status, 201)
    assert.equal(made.body.alive, 'not-monitored')
    const wrong = await world.api('commsOfficer').post('/sites', { agencyId: 'tidak-ada', url: 'x' })
    assert.equal(wrong.status, 422)
    assert.deepEqual(Object.keys(wrong.body.errors).sort(), ['agencyId', 'url'])
    const queued = await world.api('commsOfficer').post('/scans', { siteId: website.id })
    assert.deepEqual([queued.status, queued.body.state], [201, 'queued'])
  })

  it('pages through scans without losing or doubling one', async () => {
    const all = (await world.api('commsOfficer').get('/scans')).body.items.map(({ id }: { id: string }) => id)
    const paged: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await world.api('commsOfficer').get(`/scans?limit=2${cursor && `&cursor=${cursor}`}`)
      paged.push(...body.items.map(({ id }: { id: string }) => id))
      if (body.next === null) break
      cursor = body.next
    }
    assert.deepEqual(paged, all)
  })
})

describe('figures of a month', () => {
  it('count known days, keep unknown ones apart, and stay the same', async () => {
    world.at('2026-12-03T03:00:00Z')
    const figures = await availabilityFigures(world.ctx('commsOfficer'), 'disdik', '2026-11')
    const { up, down, unknown, upPercent, outages, lastRealUpdate } = figures
    assert.deepEqual({ up, down, unknown, upPercent }, { up: 2, down: 1, unknown: 27, upPercent: 66.7 })
    assert.equal(outages.length, 1)
    assert.equal(figures.list.length, figures.checks)
    assert.equal(lastRealUpdate?.toISOString().slice(0, 10), '2026-11-22')
    await scan('2026-12-03T04:00:00Z', 'error-500')
    world.at('2026-12-20T03:00:00Z')
    assert.deepEqual(await availabilityFigures(world.ctx('commsOfficer'), 'disdik', '2026-11'), figures)
  })

  it('are empty, not zero per cent, for an agency nobody scanned', async () => {
    const { checks, upPercent, confidence } = await availabilityFigures(world.ctx('commsOfficer'), 'dinkes', '2026-11')
    assert.deepEqual({ checks, upPercent, confidence }, { checks: 0, upPercent: null, confidence: 'none' })
  })
})

describe('switching the monitoring', () => {
  it('needs the form one saw', async () => {
    const path = `${page}${website.id}/pengaturan`
    assert.equal((await world.as('commsOfficer').post(path, { monitored: 'no', version: '1' })).status, 303)
    const stale = await world.as('commsOfficer').post(path, { monitored: 'yes', version: '1' })
    assert.equal(stale.status, 409)
    assert.match(stale.text, /sudah diubah orang lain/)
    assert.ok(!isRefusal(website))
  })
})
