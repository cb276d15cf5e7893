import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import type { FakeState } from '../../src/channels/x/fake/fake-state.ts'
import { addMonths, formatMonth, monthInWib } from '../../src/platform/time.ts'
import { type Person, until } from '../browser.ts'
import { type CityHall, openCityHall } from './city-hall.ts'

const phone = 360

let hall: CityHall
before(async () => {
  hall = await openCityHall()
})
after(() => hall.close())

describe('a month in the life of one agency', () => {
  it('1. Diskominfostandi sees the register of agencies', async () => {
    const officer = await hall.signIn('petugas@diskominfo.example')
    await officer.follow('Perangkat daerah')
    const dinkes = (await cellsOf(officer, 'Dinas Kesehatan')).join(' ')
    const dispora = (await cellsOf(officer, 'Dinas Kepemudaan dan Olahraga')).join(' ')
    for (const shown of ['Dewi Misal', 'Sari Contoh', 'Mutakhir', 'X: tersambung']) assert.match(dinkes, RegExp(shown))
    for (const shown of ['Slamet Cerita', 'kosong']) assert.match(dispora, RegExp(shown))
    await officer.follow('Dinas Kesehatan')
    await officer.sees('Dewi Misal')
    await officer.leave()
  })

  it('2. Dinkes writes news with a picture, the secretary approves, and it is public at once', async () => {
    const title = 'Posyandu Melati menimbang 212 balita dalam sepekan'
    const operator = await hall.signIn('operator@dinkes.example')
    await operator.follow('Konten')
    await operator.follow('Tulis konten')
    await operator.page.getByRole('radio', { name: 'Kemasyarakatan' }).check()
    await operator.write('Judul (wajib)', title)
    await operator.write('Isi', 'Kader menimbang balita di sebelas RW.\n\nPekan depan giliran Posyandu Mawar.')
    await choosePicture(operator)
    await operator.press('Simpan draf')
    await operator.sees(/teks gambar|gambar ini/i)
    assert.equal(await operator.page.getByLabel('Judul (wajib)').inputValue(), title, 'the input is kept')
    await choosePicture(operator)
    await operator.write('Teks gambar', 'Kader menimbang balita di teras Posyandu Melati')
    await operator.press('Simpan draf')
    await operator.press('Ajukan untuk disetujui')
    const address = operator.page.url()

    const secretary = await hall.signIn('sekretaris@dinkes.example')
    await secretary.visit(address)
    await secretary.press('Setujui dan terbitkan')
    const reader = await hall.citizen(phone)
    await reader.visit('/situs/dinkes')
    await reader.follow(title)
    await reader.sees('Kader menimbang balita di sebelas RW.')
    await reader.page.getByRole('img', { name: 'Kader menimbang balita di teras Posyandu Melati' }).waitFor()
    const slug = new URL(reader.page.url()).pathname.split('/').at(-1) ?? '?'
    for (const file of ['feed.xml', 'atom.xml', 'sitemap.xml'])
      assert.match(await (await fetch(`${hall.app.url}/situs/dinkes/${file}`)).text(), new RegExp(slug), file)
    for (const page of ['berita', 'pengumuman', 'agenda', 'dokumen', 'profil', 'cari?q=posyandu'])
      await reader.visit(`/situs/dinkes/${page}`)
    await reader.sees(title)
    await leave(operator, secretary, reader)
  })

  it('3. the monitor reads a site elsewhere, and says when one cannot be reached', async () => {
    const officer = await hall.signIn('petugas@diskominfo.example')
    await officer.visit('/pemantauan')
    await officer.follow('Dinas Pendidikan')
    await officer.press('Pindai sekarang')
    await until(officer, /Pembaruan terakhir|Terakhir diperbarui/)
    await officer.sees('Keyakinan')
    await officer.visit('/pemantauan/baru')
    await officer.choose('Perangkat daerah (wajib)', 'Dinas Perhubungan')
    await officer.write(/Alamat situs/, 'http://127.0.0.1:9/')
    await officer.press('Daftarkan')
    await officer.press('Pindai sekarang')
    await until(officer, 'Situs tidak dapat dibuka: server menolak sambungan.')
    await officer.sees('Tidak dapat ditentukan')
    await officer.visit('/pemantauan')
    await leave(officer)
  })

  it('4. Disdik connects its X account and publishes a post that was approved', async () => {
    const operator = await hall.signIn('operator@disdik.example')
    await operator.follow('Kanal')
    await operator.follow('@disdik_contoh')
    await operator.press('Sambungkan ke X')
    assert.ok(operator.page.url().startsWith(hall.xUrl), 'X asks for consent')
    await operator.write('Akun lain (tanpa @)', 'disdik_contoh')
    await operator.press('Izinkan')
    await operator.sees('Tersambung')
    await operator.visit('/kanal/siaran/baru')
    await operator.write('Isi (wajib)', announcement)
    await operator.page.getByRole('radio', { name: 'Kemasyarakatan' }).check()
    await operator.press('Simpan draf')
    await operator.press('Ajukan persetujuan')

    const secretary = await hall.signIn('sekretaris@disdik.example', phone)
    await secretary.visit(operator.page.url())
    await secretary.press('Setujui dan kirim')
    await until(secretary, 'Terbit')
    assert.equal((await onX('disdik_contoh')).filter(({ text }) => text === announcement).length, 1)
    await leave(operator, secretary)
  })

  it('5. a mention becomes one case, is answered once, and its clock stops', async () => {
    const citizen = await hall.citizen(phone)
    await citizen.visit(hall.xUrl)
    await citizen.write('Nama akun', 'warga_jatiasih')
    await citizen.write('Isi (sebut akun instansi dengan @)', `@disdik_contoh ${question}`)
    await citizen.press('Kirim')

    const operator = await hall.signIn('operator@disdik.example')
    await operator.visit('/kanal')
    await operator.follow('@disdik_contoh')
    for (const _ of [1, 2, 3]) await operator.press('Periksa sekarang')
    await operator.visit('/kasus')
    await until(operator, question)
    assert.equal(await operator.page.getByRole('row', { name: question }).count(), 1)
    assert.match((await cellsOf(operator, question)).join(' '), /sisa .*(hari|menit|jam)/)
    await operator.follow(new RegExp(question.slice(0, 40)))
    await operator.write('Jawaban kepada warga (wajib)', answer)
    await operator.press('Kirim jawaban')
    await until(operator, 'Sudah dijawab')
    const replies = (await onX('disdik_contoh')).filter(({ text }) => text.includes(answer))
    assert.equal(replies.length, 1, 'the answer went out once')
    await operator.page.getByText('Jawaban sedang dikirim').waitFor({ state: 'detached' })
    await citizen.visit(hall.xUrl)
    await citizen.sees(answer)
    await leave(citizen, operator)
  })

  it('6. a citizen without X reports, follows the ticket, and reads the answer', async () => {
    const citizen = await hall.citizen(phone)
    await citizen.visit('/lapor')
    await citizen.write(/Apa yang ingin Anda sampaikan/, 'Atap ruang kelas SDN Contoh bocor sejak Senin.')
    await citizen.write(/Bagaimana menghubungi Anda/, '0812-0000-0000')
    await citizen.page.getByText('Pilihan lain').click()
    await citizen.choose('Untuk perangkat daerah', 'Dinas Pendidikan')
    await citizen.press('Kirim laporan')
    const [, ticket = ''] = /(KB-\w{4}-\w{4})/.exec(citizen.page.url()) ?? []
    await citizen.sees('Belum ada jawaban')

    const operator = await hall.signIn('operator@disdik.example', phone)
    await operator.visit(`/kasus/${ticket}`)
    await operator.write('Jawaban kepada warga (wajib)', 'Perbaikan atap dijadwalkan hari Kamis.')
    await operator.press('Kirim jawaban')
    await citizen.visit(`/lapor/${ticket}`)
    await citizen.sees('Perbaikan atap dijadwalkan hari Kamis.')
    const shown = await textOf(citizen.page.locator('main'))
    assert.doesNotMatch(shown, /0812|Maya|bocor/, 'no name, contact or report')
    await leave(citizen, operator)
  })

  it('7. the report is approved, returned, accepted, and stands in the recap the mayor reads', async () => {
    const month = addMonths(monthInWib(new Date()), -2)
    const report = `/laporan/disarpusda/${month}`
    const operator = await hall.signIn('operator@disarpusda.example')
    await operator.follow('Laporan')
    await operator.follow(formatMonth(month))
    for (const part of ['A. Identitas', 'B. Konten', 'E. ', 'F. ']) await operator.sees(part)
    await operator.page.getByLabel('Tidak ada bahan konten').check()
    await operator.write('Uraian kendala', 'Bidang belum menyerahkan bahan.')
    await operator.press('Simpan kendala dan rencana')
    await operator.press('Ajukan kepada kepala')
    const head = await hall.signIn('kepala@disarpusda.example', phone)
    await head.visit(report)
    await head.press('Setujui dan sampaikan')

    const officer = await hall.signIn('petugas@diskominfo.example')
    await officer.visit(report)
    await officer.press('Tandai diterima')
    await officer.write('Alasan pengembalian (wajib)', 'Rencana belum diisi.')
    await officer.press('Kembalikan')
    await operator.visit(report)
    await operator.sees('Rencana belum diisi.')
    await operator.write(/^Rencana/, 'Setiap bidang menyerahkan bahan tiap Senin.')
    await operator.press('Simpan kendala dan rencana')
    await operator.press('Ajukan kepada kepala')
    await head.visit(report)
    await head.press('Setujui dan sampaikan')
    await officer.visit(report)
    await officer.press('Tandai diterima')
    await officer.press('Sahkan laporan')
    await sameFigures(officer, `${report}/laporan`)

    const chief = await hall.signIn('kepala@diskominfo.example')
    await chief.visit(`/rekapitulasi/${month}`)
    await chief.press('Teruskan ke Wali Kota')
    const mayor = await hall.signIn('wali@kantor.example', phone)
    await mayor.visit('/rekapitulasi')
    await mayor.follow(formatMonth(month))
    await mayor.sees('Lima angka bulan ini')
    const missing = mayor.page.getByRole('region', { name: 'Belum menyampaikan laporan' })
    assert.match(await textOf(missing), /Dinas Kepemudaan dan Olahraga/)
    assert.doesNotMatch(await textOf(missing), /Arsip dan Perpustakaan/)
    await sameFigures(mayor, `/rekapitulasi/${month}/rekapitulasi`)
    await leave(operator, head, officer, chief, mayor)
  })

  it('shows the auditor every room, wide and narrow', async () => {
    const wide = await hall.signIn('auditor@inspektorat.example')
    const menu = wide.page.getByRole('navigation', { name: 'Utama' }).getByRole('link')
    const rooms = await menu.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    assert.ok(rooms.length > 5)
    for (const room of rooms) await wide.visit(room)
    const narrow = await hall.signIn('auditor@inspektorat.example', phone)
    for (const room of rooms) await narrow.visit(room)
    await leave(wide, narrow)
  })

  it('meets no barrier on any page that was visited', () => assert.deepEqual(hall.barriers(), []))
})

const announcement = 'Pendaftaran murid pindahan dibuka Senin depan di semua SMP negeri. Bawa rapor terakhir.'
const question = 'kapan jadwal pengambilan ijazah paket C di Jatiasih?'
const answer = 'Setiap Selasa dan Kamis pukul 08.00 sampai 12.00 di kantor dinas.'

const leave = (...people: Person[]): Promise<unknown> => Promise.all(people.map((person) => person.leave()))

const textOf = async (shown: Locator): Promise<string> => (await shown.textContent()) ?? ''

/** Cells of the table row whose heading is this. */
const cellsOf = ({ page }: Person, name: string): Promise<string[]> =>
  page.getByRole('row', { name }).first().getByRole('cell').allTextContents()

async function choosePicture({ page }: Person): Promise<void> {
  const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#8fb996' } })
    .jpeg()
    .toBuffer()
  await page
    .getByLabel('Gambar', { exact: true })
    .setInputFiles({ name: 'posyandu.jpg', mimeType: 'image/jpeg', buffer })
}

async function onX(handle: string): Promise<FakeState['tweets']> {
  const { users, tweets } = (await (await fetch(`${hall.xUrl}/fake/state`)).json()) as FakeState
  const author = users.find(({ username }) => username === handle)
  return tweets.filter(({ authorId }) => authorId === author?.id)
}

/** PDF, XLSX and JSON are real files of their kind; JSON is read by machines, so it is looked into. */
async function sameFigures({ page }: Person, address: string): Promise<void> {
  const take = async (format: string): Promise<Buffer> => {
    const answer = await page.request.get(`${hall.app.url}${address}.${format}`)
    assert.equal(answer.status(), 200, format)
    return answer.body()
  }
  assert.equal((await take('pdf')).subarray(0, 5).toString(), '%PDF-')
  assert.equal((await take('xlsx')).subarray(0, 2).toString(), 'PK')
  assert.ok(Object.keys(JSON.parse((await take('json')).toString())).length > 3)
}
