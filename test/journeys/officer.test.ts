import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Person } from '../browser.ts'
import { type CityHall, openCityHall } from './city-hall.ts'

/** Issue 4: officers at the inbox by keyboard alone, two at one case, and a line that is lost. */
describe('officers at the inbox', () => {
  let hall: CityHall
  let operator: Person
  let ticket = ''
  before(async () => {
    hall = await openCityHall()
    operator = await hall.signIn('operator@dinkes.example')
  })
  after(async () => {
    await hall?.close()
  })

  const rows = (person: Person) => person.page.locator('live-list tbody tr')
  const focused = (person: Person): Promise<string> =>
    person.page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.tagName ?? '')
  const picture = async (person: Person, name: string): Promise<void> => {
    const folder = process.env.SCREENSHOTS
    if (folder) await person.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  }

  it('1. goes through the list, takes a case on, searches and opens by keys alone', async () => {
    await operator.visit('/kasus')
    await picture(operator, 'inbox')
    const { keyboard } = operator.page
    await keyboard.press('j')
    const first = await focused(operator)
    assert.match(first, /^\/kasus\/KB-/)
    await keyboard.press('j')
    assert.notEqual(await focused(operator), first)
    await keyboard.press('k')
    assert.equal(await focused(operator), first)
    await keyboard.press('a')
    await operator.sees('Kasus ditugaskan kepada Anda.')
    await keyboard.press('/')
    assert.equal(await focused(operator), 'INPUT')
    await keyboard.type('jokar?')
    assert.equal(await operator.page.getByLabel(/Cari kata/).inputValue(), 'jokar?')
    await keyboard.press('Escape')
    await operator.visit('/kasus?petugas=saya')
    await operator.page.keyboard.press('j')
    ticket = (await focused(operator)).replace('/kasus/', '')
    await Promise.all([operator.page.waitForURL(`**/kasus/${ticket}`), operator.page.keyboard.press('o')])
    await operator.page.keyboard.press('r')
    assert.equal(await focused(operator), 'TEXTAREA')
    await operator.page.keyboard.type('jawaban r?')
    assert.match(await operator.page.locator('keep-draft textarea[name=text]').inputValue(), /jawaban r\?$/)
    await picture(operator, 'case')
  })

  it('2. sees that a colleague has the same case open, and writes', async () => {
    const colleague = await hall.signIn('sekretaris@dinkes.example', 360)
    await colleague.visit(`/kasus/${ticket}`)
    await colleague.page.locator('case-presence', { hasText: /sedang (membuka|menulis)/ }).waitFor()
    await picture(colleague, 'case-360')
    await colleague.visit('/kasus')
    await picture(colleague, 'inbox-360')
    await colleague.visit('/kasus?kanal=form')
    await colleague.visit('/kasus?cari=tidakadasatupun')
  })

  it('3. picks two, and reads what became of each', async () => {
    await operator.visit('/kasus')
    const boxes = operator.page.locator('live-list input[type=checkbox]')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await operator.press('Lanjutkan dengan yang dipilih')
    await operator.page.locator('summary', { hasText: 'Beri label' }).click()
    await picture(operator, 'bulk')
    await operator.write('Label', 'perlu dicek')
    await operator.press(/^Beri label/)
    await operator.sees('2 kasus berhasil, 0 kasus dilewati.')
    await picture(operator, 'bulk-result')
  })

  it('4. is told of new cases without losing the place, that the line is lost, and that it is back', async () => {
    await operator.visit('/kasus')
    await operator.page.keyboard.press('j')
    const place = await focused(operator)
    const citizen = await hall.citizen()
    await citizen.visit('/lapor')
    await citizen.write(/Apa yang ingin Anda sampaikan/, 'Ruang tunggu puskesmas bocor bila hujan.')
    await citizen.page.getByText('Pilihan lain').click()
    await citizen.choose('Untuk perangkat daerah', 'Dinas Kesehatan')
    await citizen.press('Kirim laporan')
    const before = await rows(operator).count()
    await operator.page.evaluate(() => document.querySelector('live-list')?.dispatchEvent(new Event('renew')))
    await operator.sees('1 kasus baru.')
    assert.equal(await rows(operator).count(), before + 1)
    assert.equal(await focused(operator), place)
    await operator.page.context().setOffline(true)
    await operator.page.evaluate(() => document.querySelector('live-list')?.dispatchEvent(new Event('renew')))
    await operator.sees(/Sambungan terputus/)
    await operator.page.context().setOffline(false)
    await operator.sees('Tersambung lagi.')
  })

  it('5. prints the list without its boxes, and tables as wide as the paper', async () => {
    const { page } = await hall.signIn('petugas@diskominfo.example', 794)
    await page.emulateMedia({ media: 'print' })
    await page.goto('/kasus')
    assert.ok(await page.locator('.table tbody tr').first().isVisible())
    assert.equal(await page.locator('.pick-row input').first().isVisible(), false)
    for (const path of ['/kasus', '/kasus/terlambat', '/kasus/angka']) {
      await page.goto(path)
      const over = await page.evaluate(() => {
        document.body.style.width = '17cm' // what is left of A4 between its margins
        const edge = document.body.getBoundingClientRect().right + 1
        return [...document.querySelectorAll('.table')].filter(
          (table) => table.getBoundingClientRect().right > edge || table.scrollWidth > table.clientWidth + 1,
        ).length
      })
      assert.equal(over, 0, path)
    }
  })

  it('met no barrier', () =>
    assert.deepEqual(
      hall.barriers().filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line)),
      [],
    ))
})
