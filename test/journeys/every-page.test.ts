import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Person } from '../browser.ts'
import { type CityHall, openCityHall } from './city-hall.ts'

/**
 * Every page that links lead to from a first one, one of each kind, with all that is folded opened, at 1280 and at 360
 * pixels. A kind that one role has seen is not looked at again as another.
 */
describe('every page that links lead to', () => {
  let hall: CityHall
  const seen = new Set<string>()
  before(async () => {
    hall = await openCityHall()
  })
  after(() => hall?.close())

  it('has no barrier for a citizen', async () => walk(await hall.citizen(), ['/', '/lapor', '/lapor/terjawab']))

  it('has no barrier for the operator of an agency', async () =>
    walk(await hall.signIn('operator@dinkes.example'), ['/kasus', '/kasus/baru', '/kasus/tugas-saya']))

  it('has no barrier for the officer of the communications agency', async () =>
    walk(await hall.signIn('petugas@diskominfo.example'), [
      '/kasus/impor',
      '/kanal/biaya',
      '/pengaturan',
      '/kasus/terlambat',
      '/kasus/angka',
    ]))

  async function walk(person: Person, first: string[]): Promise<void> {
    const { page } = person
    const wrong: string[] = []
    page.on('response', (response) => {
      if (response.request().isNavigationRequest() && response.status() >= 400)
        wrong.push(`${response.status()} ${response.url()}`)
    })
    const begun = seen.size
    const waiting = [...first, ...(await linksOn(page))]
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const kind = kindOf(address)
      if (seen.has(kind)) continue
      seen.add(kind)
      await person.visit(address)
      waiting.push(...(await linksOn(page)))
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true
      })
      await page.setViewportSize({ width: 360, height: 740 })
      await person.look()
      await page.setViewportSize({ width: 1280, height: 900 })
      if (await page.locator('details').count()) await person.look()
    }
    console.log(`${seen.size - begun} kinds of pages: ${[...seen].slice(begun).join(' ')}`)
    assert.deepEqual([...wrong, ...person.barriers], [])
  }
})

/** Paths of our pages; files and what ends a session are none. */
const linksOn = async (page: Person['page']): Promise<string[]> => {
  const paths = await page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
  return paths.filter((path) => !/\.\w+$|^\/(keluar|berkas|aset|api)|\/(berkas|ekspor)|\/gambar\//.test(path))
}

/** The address without what names one thing of many. */
const kindOf = (address: string): string =>
  address
    .split('/')
    .map((part, i, all) => {
      const after = all[i - 1] ?? ''
      const names = /\d/.test(part) || /^(perangkat-daerah|situs|berita|pengumuman|dokumen|laporan|agenda)$/.test(after)
      return names ? ':' : part
    })
    .join('/')
