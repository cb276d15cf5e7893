import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { examplePassword } from '../../src/example/people.ts'
import type { Person } from '../browser.ts'
import { type CityHall, openCityHall } from './city-hall.ts'

/** Issue 4: an answer by keyboard alone, two officers who answer at once, and a line that is lost while one writes. */
describe('officers answer', () => {
  let hall: CityHall
  let operator: Person
  before(async () => {
    hall = await openCityHall()
  })
  after(() => hall?.close())

  it('1. by keyboard alone, from signing in to sending, with the focus seen at every stop', async () => {
    const { page } = await hall.citizen()
    const { keyboard } = page
    await page.goto('/masuk')
    await tabTo(page, 'Alamat surel dinas')
    await keyboard.type('operator@dinkes.example')
    await keyboard.press('Tab')
    await keyboard.type(examplePassword)
    await arrive(page, 'Enter')
    assert.match(page.url(), /\/beranda$/)
    await tabTo(page, 'Kasus')
    await arrive(page, 'Enter')
    await keyboard.press('?')
    assert.equal(await page.locator('desk-keys details[open]').count(), 1)
    await keyboard.press('j')
    await keyboard.press('a')
    await page.getByText('Kasus ditugaskan kepada Anda.').waitFor()
    await keyboard.press('r')
    await page.waitForURL('**/kasus/KB-*')
    await page.locator('keep-draft textarea[name=text]:focus').waitFor()
    await keyboard.type('Sudah kami tindak lanjuti pagi ini.')
    await tabTo(page, 'Kirim jawaban')
    await arrive(page, 'Enter')
    await page
      .getByText(/Jawaban tersimpan/)
      .first()
      .waitFor()
    await page.context().close()
  })

  it('2. two at once: each sees the other, the second is told who was first and keeps the text', async () => {
    const ticket = await reported('Pintu pagar belakang posyandu lepas dari engselnya.')
    operator = await hall.signIn('operator@dinkes.example')
    const colleague = await hall.signIn('sekretaris@dinkes.example', 360)
    await operator.visit(`/kasus/${ticket}`)
    await colleague.visit(`/kasus/${ticket}`)
    await seen(colleague, 'Sari Contoh')
    await seen(operator, 'Budi Umpama')
    await operator.write('Jawaban kepada warga (wajib)', 'Engsel dipasang hari ini.')
    await colleague.write('Jawaban kepada warga (wajib)', 'Tukang datang besok.')
    await operator.press('Kirim jawaban')
    await operator.sees('Engsel dipasang hari ini.')
    await colleague.press('Kirim jawaban')
    await colleague.sees(/baru saja diubah oleh Sari Contoh/)
    assert.equal(await answerOf(colleague).inputValue(), 'Tukang datang besok.')
    await colleague.visit(`/lapor/${ticket}`)
    await colleague.sees('Engsel dipasang hari ini.')
    assert.equal(await colleague.page.getByText('Tukang datang besok.').count(), 0)
    await colleague.leave()
  })

  it('3. the line is lost while one writes: nothing typed is lost, and it is sent once', async () => {
    const ticket = await reported('Kipas angin ruang imunisasi berputar terbalik.')
    const { page } = operator
    const line = page.context()
    await operator.visit(`/kasus/${ticket}`)
    await line.setOffline(true)
    await answerOf(operator).fill('Kipas diperbaiki')
    await operator.sees(/Sambungan terputus\. Tulisan Anda disimpan di perangkat ini/)
    await line.setOffline(false)
    await operator.sees(/Draf tersimpan pukul/)

    await line.setOffline(true)
    await answerOf(operator).fill('Kipas diperbaiki Kamis.')
    await page.goto('about:blank')
    await line.setOffline(false)
    await operator.visit(`/kasus/${ticket}`)
    assert.equal(await answerOf(operator).inputValue(), 'Kipas diperbaiki Kamis.')
    await operator.sees(/dipulihkan dari perangkat ini|Draf tersimpan pukul/)

    await answerOf(operator).fill('Kipas diperbaiki Kamis pagi.')
    await line.setOffline(true)
    await page.getByRole('button', { name: 'Kirim jawaban' }).press('Enter')
    await page.waitForURL(/chrome-error|jawaban/)
    await line.setOffline(false)
    await operator.visit(`/kasus/${ticket}`)
    assert.equal(await answerOf(operator).inputValue(), 'Kipas diperbaiki Kamis pagi.')
    await operator.press('Kirim jawaban')
    await operator.sees(/Jawaban tersimpan/)
    await operator.visit(`/lapor/${ticket}`)
    assert.equal(await page.getByText('Kipas diperbaiki Kamis pagi.').count(), 1)
  })

  it('met no barrier', () =>
    assert.deepEqual(
      hall.barriers().filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line)),
      [],
    ))

  async function reported(text: string): Promise<string> {
    const citizen = await hall.citizen(360)
    await citizen.visit('/lapor')
    await citizen.write(/Apa yang ingin Anda sampaikan/, text)
    await citizen.page.getByText('Pilihan lain').click()
    await citizen.choose('Untuk perangkat daerah', 'Dinas Kesehatan')
    await citizen.press('Kirim laporan')
    const [ticket] = /KB-\w{4}-\w{4}/.exec(citizen.page.url()) ?? []
    await citizen.leave()
    assert.ok(ticket, 'the report has a ticket')
    return ticket
  }
})

const answerOf = ({ page }: Person) => page.locator('keep-draft textarea[name=text]')

/** The line of presence is renewed every 15 s. */
const seen = ({ page }: Person, name: string): Promise<void> =>
  page.locator('case-presence', { hasText: name }).waitFor({ timeout: 45_000 })

type Page = Person['page']

const arrive = (page: Page, key: string): Promise<unknown> =>
  Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])

/** Goes from stop to stop until the one with this name; fails where the focus cannot be seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 120; stops++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null
      const { outlineStyle, outlineWidth } = getComputedStyle(at ?? document.body)
      const words = at?.labels?.[0]?.textContent ?? at?.textContent ?? ''
      return { words: words.trim(), ring: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth) }
    })
    assert.ok(stop.ring >= 2, `the focus is not seen at "${stop.words}" of ${page.url()}`)
    if (stop.words.startsWith(name)) return
  }
  assert.fail(`${page.url()}: no way by keyboard to "${name}"`)
}
