import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { type Person, until } from '../browser.ts'
import { type CityHall, openCityHall } from './city-hall.ts'

/** Issue 5: X lets an account answer from outside only whom it was called by; the others it answers in X itself. */
let hall: CityHall
before(async () => {
  hall = await openCityHall()
})
after(() => hall?.close())

const word = 'Lampu merah simpang Umpama padam sejak Senin.'
const answer = 'Lampu diperbaiki petugas kami sore ini.'

it('an answer given in X itself stops the clock', async () => {
  const citizen = await hall.citizen(360)
  await citizen.visit(hall.xUrl)
  await citizen.page.getByRole('link', { name: 'Balas kiriman @dishub_contoh' }).first().click()
  await citizen.write('Nama akun', 'warga_umpama')
  await citizen.write('Isi (sebut akun instansi dengan @)', word)
  await citizen.press('Kirim')

  const operator = await hall.signIn('operator@dishub.example')
  const look = async (): Promise<void> => {
    await operator.visit('/kanal')
    await operator.follow('@dishub_contoh')
    await operator.press('Periksa sekarang')
  }
  await look()
  await operator.visit('/kasus')
  await until(operator, word)
  await operator.follow(new RegExp(word.slice(0, 20)))
  const address = operator.page.url()
  await operator.write('Jawaban kepada warga (wajib)', answer)
  await operator.press('Kirim jawaban')
  const inX = operator.page.getByRole('link', { name: /Jawab di X|Tulis.*di X/i })
  await until(operator, inX)
  assert.equal(await kept(operator), 0, 'what X refused stops no clock')

  const writer = await hall.citizen()
  await writer.visit((await inX.first().getAttribute('href')) ?? '')
  assert.ok(writer.page.url().startsWith(hall.xUrl), 'it is answered in X itself')
  await writer.write('Nama akun', 'dishub_contoh')
  await writer.write('Isi (sebut akun instansi dengan @)', answer)
  await writer.press('Kirim')
  await look()
  await operator.visit(address)
  await until(operator, 'Sudah dijawab')
  assert.ok((await kept(operator)) >= 2, 'first reply and final answer came in time')
  assert.equal(await operator.page.locator('main').getByText(answer).count(), 1, 'the answer stands there once')
  assert.deepEqual(hall.barriers(), [])
})

/** How many clocks of the case stopped in time. */
async function kept({ page }: Person): Promise<number> {
  const told = await page.locator('details', { hasText: 'Batas waktu dan cara menghitungnya' }).last().textContent()
  return told?.match(/tepat waktu/g)?.length ?? 0
}
