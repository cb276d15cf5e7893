import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { type Person, sitDownWithoutScript } from '../browser.ts'
import { type CityHall, openCityHall } from './city-hall.ts'

/** Issue 4: a citizen on a phone of 360 px without script, from the report to the reopening. */
const phone = 360

describe('a citizen on a cheap phone, without script', () => {
  let hall: CityHall
  let citizen: Person
  let own = ''
  let ticket = ''
  before(async () => {
    hall = await openCityHall()
    citizen = await sitDownWithoutScript(hall.browser, hall.app.url, phone)
  })
  after(async () => {
    await citizen?.leave()
    await hall?.close()
  })

  it('1. reports with a place and a photo', async () => {
    await citizen.visit('/')
    await citizen.visit('/lapor')
    await citizen.write(/Apa yang ingin Anda sampaikan/, 'Lampu jalan di depan gapura padam sejak Senin malam.')
    await citizen.choose('Di kelurahan mana?', 'Kelurahan Bintara')
    await citizen.write('Di mana tepatnya?', 'Depan gapura, -6.2383, 106.9756')
    await citizen.write('Bagaimana menghubungi Anda?', 'warga.contoh@surel.example')
    await citizen.page.getByLabel(/Kirim kabar ke surel/).check()
    const bytes = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#26303f' } })
      .jpeg()
      .toBuffer()
    await citizen.page
      .getByLabel('Foto atau PDF')
      .setInputFiles({ name: 'lampu.jpg', mimeType: 'image/jpeg', buffer: bytes })
    await citizen.page.getByText('Pilihan lain').click()
    await citizen.choose('Untuk perangkat daerah', 'Dinas Kesehatan')
    await citizen.press('Kirim laporan')
    own = new URL(citizen.page.url()).pathname
    ticket = /(KB-\w{4}-\w{4})/.exec(own)?.[1] ?? ''
    await citizen.sees(`Nomor tiket Anda ${ticket}`)
    await citizen.sees('Lampu jalan di depan gapura')
    assert.equal(await citizen.page.locator('.files img').count(), 1)
  })

  it('2. is warned of a telephone number in the text, and sends it masked', async () => {
    await citizen.visit('/lapor')
    await citizen.write(/Apa yang ingin Anda sampaikan/, 'Telepon saya 0812-0000-0000, air keran keruh.')
    await citizen.press('Kirim laporan')
    await citizen.sees('Periksa laporan Anda')
    await citizen.press('Kirim seperti usul ini')
    await citizen.sees('[nomor telepon dihapus], air keran keruh.')
  })

  it('3. follows by the secret link and adds a word; the ticket alone shows neither', async () => {
    await citizen.visit(own)
    await citizen.write(/Apa yang perlu ditambahkan/, 'Semalam hampir ada yang jatuh.')
    await citizen.press('Kirim tambahan')
    await citizen.sees('Semalam hampir ada yang jatuh.')
    await citizen.visit(`/lapor/${ticket}`)
    const shown = (await citizen.page.locator('main').textContent()) ?? ''
    assert.doesNotMatch(shown, /gapura|jatuh|surel\.example/)
  })

  it('4. is answered, rates the answer and opens the case again', async () => {
    const operator = await hall.signIn('operator@dinkes.example')
    await operator.visit(`/kasus/${ticket}`)
    await operator.write('Jawaban kepada warga (wajib)', 'Lampu sudah diganti pagi ini.')
    await operator.press('Kirim jawaban')
    await operator.leave()

    await citizen.visit(own)
    await citizen.sees('Lampu sudah diganti pagi ini.')
    await citizen.page.getByLabel('4, baik').check()
    await citizen.write('Satu kalimat', 'Cepat, terima kasih.')
    await citizen.press('Kirim penilaian')
    await citizen.sees('4 dari 5: Cepat, terima kasih.')
    await citizen.write(/Apa yang belum selesai/, 'Malam ini padam lagi.')
    await citizen.press('Buka kembali laporan')
    await citizen.sees('Laporan Anda dibuka kembali.')
  })

  it('5. reads what others were answered, and has the contact forgotten', async () => {
    await citizen.visit('/lapor/terjawab')
    await citizen.sees('Laporan yang sudah dijawab')
    await citizen.follow(/Baca seluruhnya|Buka laporan ini/)
    await citizen.visit(own)
    await citizen.press('Hapus kontak saya')
    await citizen.sees('Tidak ada kontak Anda yang tersimpan')
  })

  it('met no barrier, nor does somebody with script on the same pages', async () => {
    assert.deepEqual(citizen.barriers, [])
    const seeing = await hall.citizen(phone)
    for (const page of ['/lapor', own, `/lapor/${ticket}`, '/lapor/terjawab']) await seeing.visit(page)
    await seeing.visit('/lapor')
    await seeing.write(/Apa yang ingin Anda sampaikan/, 'NIK 3275014101900001')
    await seeing.press('Kirim laporan')
    await seeing.leave()
    assert.deepEqual(hall.barriers(), [])
  })
})
