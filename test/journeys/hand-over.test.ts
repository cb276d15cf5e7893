import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { examplePassword } from '../../src/example/people.ts'
import { dayInWib } from '../../src/platform/time.ts'
import type { Person } from '../browser.ts'
import { type CityHall, openCityHall } from './city-hall.ts'

const phone = 360
const password = 'gardu-ronda-malam-ini'

let hall: CityHall
before(async () => {
  hall = await openCityHall()
})
after(() => hall.close())

describe('people change, the work goes on', () => {
  it('a contributor without an account hands in from a phone, and the operator finds a draft', async () => {
    const operator = await hall.signIn('operator@dinkes.example')
    await operator.follow('Konten')
    await operator.follow('Kontributor')
    await operator.write('Nama kontributor', 'Rina Misal')
    await operator.write('Bidang atau seksi', 'Bidang Kesehatan Masyarakat')
    await operator.press('Buat tautan')
    const link = await operator.page.getByLabel('Tautan pribadi').inputValue()

    const rina = await hall.citizen(phone)
    const begun = performance.now()
    await rina.visit(link)
    await rina.write('Judul (wajib)', 'Kelas ibu hamil di Pekayon')
    await rina.press('Kirim')
    await rina.sees('Isi belum ditulis')
    await rina.write('Isi (wajib)', 'Dua puluh ibu hadir di Puskesmas Pekayon.')
    await choosePhoto(rina)
    await rina.press('Kirim')
    await rina.sees('Terima kasih, Rina Misal')
    await rina.sees('Diterima operator')
    const seconds = (performance.now() - begun) / 1000
    await operator.visit('/beranda')
    await operator.follow('Bahan dari kontributor yang belum disunting')
    await operator.follow('Kelas ibu hamil di Pekayon')
    await operator.sees('Sebelum mengajukan, periksa jenis dan temanya')
    await operator.visit('/konten/kontributor')
    await operator.press('Cabut')
    await rina.visit(link)
    await rina.sees('Tautan ini tidak berlaku')
    console.log(`contributor: handed in with 2 sent forms, one of them refused, ${seconds.toFixed(1)} s of the machine`)
    await leave(operator, rina)
  })

  it('an operator with open work hands over', async () => {
    const title = 'Jadwal vaksinasi lansia pekan depan'
    const report = 'Loket pendaftaran puskesmas tutup sebelum jamnya.'
    const leaver = await hall.signIn('operator@dinkes.example')
    await writeDraft(leaver, title)
    const citizen = await hall.citizen(phone)
    await citizen.visit('/lapor')
    await citizen.write(/Apa yang ingin Anda sampaikan/, report)
    await citizen.page.getByText('Pilihan lain').click()
    await citizen.choose('Untuk perangkat daerah', 'Dinas Kesehatan')
    await citizen.press('Kirim laporan')

    const head = await hall.signIn('kepala@dinkes.example', phone)
    const forms = countForms(head)
    const begun = performance.now()
    await head.visit('/perangkat-daerah/dinkes')
    await head.follow('Semua masa jabatan')
    await head.follow('Serah terima jabatan')
    await head.page.getByRole('radio', { name: 'Operator: Sari Contoh', exact: true }).check()
    await head.write('Nama pejabat baru', 'Gilang Teladan')
    await head.write('Alamat surel pejabat baru', 'gilang@dinkes.example')
    await head.press('Serah terimakan')
    const record = head.page.getByRole('table', { name: 'Keadaan saat serah terima' })
    for (const work of ['Konten yang belum terbit', 'Kasus yang belum selesai'])
      assert.ok((await numberIn(record, work)) >= 1, `${work} stands in the record`)
    for (const name of ['Sari Contoh', 'Gilang Teladan']) await head.sees(name)

    await leaver.visit('/beranda')
    assert.match(leaver.page.url(), /\/masuk\?/, 'the session of the leaver is dead')
    await giveOldPassword(leaver, 'operator@dinkes.example')
    await leaver.sees('masa jabatan sudah berakhir')

    const newcomer = await hall.citizen()
    const more = countForms(newcomer)
    await comeIn(newcomer, 'gilang@dinkes.example')
    await newcomer.sees('Kasus yang menunggu jawaban')
    console.log(
      `hand-over: ${forms() + more()} forms sent (head ${forms()}, newcomer ${more()}), ` +
        `${((performance.now() - begun) / 1000).toFixed(1)} s of the machine`,
    )
    assert.equal(forms() + more(), 2)
    await newcomer.follow('Konten')
    const row = newcomer.page.getByRole('row', { name: title })
    assert.match((await row.textContent()) ?? '', /Gilang Teladan/)
    await newcomer.follow(title)
    await newcomer.press('Ajukan untuk disetujui')
    await newcomer.visit('/kasus')
    await newcomer.follow(new RegExp(report.slice(0, 30)))
    await newcomer.write('Jawaban kepada warga (wajib)', 'Loket buka sampai pukul 14.00 mulai besok.')
    await newcomer.press('Kirim jawaban')
    await newcomer.sees('Loket buka sampai pukul 14.00')
    await leave(leaver, citizen, head, newcomer)
  })

  it('a head disappears: Diskominfostandi appoints an acting head alone, who approves', async () => {
    const title = 'Rekayasa lalu lintas Jalan Contoh'
    const gone = await hall.signIn('kepala@dishub.example')
    const operator = await hall.signIn('operator@dishub.example')
    await writeDraft(operator, title)
    await operator.press('Ajukan untuk disetujui')
    const address = operator.page.url()
    await gone.visit(address)
    await gone.page.getByRole('button', { name: 'Setujui dan terbitkan' }).waitFor()

    const officer = await hall.signIn('petugas@diskominfo.example')
    const forms = countForms(officer)
    await officer.follow('Perangkat daerah')
    await officer.follow('Dinas Perhubungan')
    await officer.follow('Semua masa jabatan')
    await appointActing(officer)
    await officer.sees('Akhiri masa jabatannya lebih dahulu')
    await officer.visit('/perangkat-daerah/dishub/jabatan')
    await officer.follow('Eko Andaikata')
    await officer.write('Sampai sebelum', dayInWib(new Date()))
    await officer.write('Alasan perubahan', 'Tidak hadir sejak awal bulan tanpa kabar.')
    await officer.press('Simpan perubahan')
    await officer.sees('Masa jabatan diperbarui')
    await officer.follow('Semua jabatan')
    await appointActing(officer)
    await officer.sees('Plt. Kepala perangkat daerah')
    console.log(`acting head: ${forms()} forms sent, one of them refused`)

    await gone.visit('/beranda')
    await gone.sees('Anda belum memegang tugas')
    await gone.visit(address)
    await gone.sees('Halaman tidak ditemukan')

    const acting = await hall.citizen(phone)
    await comeIn(acting, 'plt@dishub.example')
    await acting.follow('Konten menunggu persetujuan Anda')
    await acting.follow(title)
    await acting.press('Setujui dan terbitkan')
    await acting.sees('Konten sudah terbit')
    const reader = await hall.citizen(phone)
    await reader.visit('/situs/dishub')
    await reader.sees(title)
    await leave(gone, operator, officer, acting, reader)
  })

  it('meets no barrier on any page that was visited', () => assert.deepEqual(hall.barriers(), []))
})

const leave = (...people: Person[]): Promise<unknown> => Promise.all(people.map((person) => person.leave()))

/** Counts what this person sends from now on. */
function countForms({ page }: Person): () => number {
  let sent = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') sent++
  })
  return () => sent
}

async function writeDraft(person: Person, title: string): Promise<void> {
  await person.visit('/konten/baru')
  await person.page.getByRole('radio', { name: 'Kemasyarakatan' }).check()
  await person.write('Judul (wajib)', title)
  await person.write('Isi', 'Mulai Senin, pukul 08.00 sampai 12.00.')
  await person.press('Simpan draf')
}

const numberIn = async (table: ReturnType<Person['page']['getByRole']>, name: string): Promise<number> =>
  Number(await table.getByRole('row', { name }).getByRole('cell').textContent())

async function giveOldPassword(person: Person, email: string): Promise<void> {
  await person.visit('/masuk')
  await person.write('Alamat surel dinas', email)
  await person.write('Kata sandi', examplePassword)
  await person.press('Masuk')
}

/** Follows the invitation from the mail, which lies in the outbox, and chooses a password. */
async function comeIn(person: Person, email: string): Promise<void> {
  const admin = await hall.signIn('admin@diskominfo.example')
  await admin.visit('/pengaturan/surat-keluar')
  const mail = admin.page.getByRole('row').filter({ hasText: email }).getByRole('link').first()
  await admin.visit((await mail.getAttribute('href')) ?? '')
  const link = await admin.page.locator('.letter').getByRole('link').getAttribute('href')
  await admin.leave()
  await person.visit(link ?? '')
  await person.write('Alamat surel dinas', email)
  await person.write('Kata sandi baru', password)
  await person.press('Buat kata sandi dan masuk')
}

async function appointActing(officer: Person): Promise<void> {
  await officer.page.getByLabel('Jabatan', { exact: true }).selectOption({ label: 'Kepala perangkat daerah' })
  await officer.write('Nama lengkap', 'Tika Sementara')
  await officer.write('Alamat surel dinas', 'plt@dishub.example')
  await officer.write('Nomor keputusan', '800.1.11/12-Contoh')
  await officer.page.getByLabel('Pelaksana Tugas (Plt.)').check()
  await officer.press('Angkat')
}

async function choosePhoto({ page }: Person): Promise<void> {
  const buffer = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#8fb996' } })
    .jpeg()
    .toBuffer()
  await page.getByLabel('Foto', { exact: true }).setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer })
}
