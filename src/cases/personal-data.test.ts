import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPersonalData, maskPersonalData } from './personal-data.ts'

const masked = (text: string): string => maskPersonalData(text, findPersonalData(text))

for (const [text, expected] of [
  ['NIK saya 3275014101900001 tolong', 'NIK saya [NIK dihapus] tolong'],
  ['3275 0141 0190 0001', '[NIK dihapus]'],
  ['NIK saya 3275012345678901 salah ketik', 'NIK saya [NIK dihapus] salah ketik'],
  ['No. KK: 9999 9999 9999 9999', 'No. KK: [nomor KK dihapus]'],
  ['3275.0141.0190.0001', '[NIK dihapus]'],
  ['No. KK 3275011203150007', 'No. KK [nomor KK dihapus]'],
  ['Kartu Keluarga nomor: 3275011203150007', 'Kartu Keluarga nomor: [nomor KK dihapus]'],
  ['nomor pesanan 9999998899990001', 'nomor pesanan 9999998899990001'],
  ['hubungi 081234567890.', 'hubungi [nomor telepon dihapus].'],
  ['hubungi 0812-3456-7890 ya', 'hubungi [nomor telepon dihapus] ya'],
  ['+62 812 3456 7890', '[nomor telepon dihapus]'],
  ['(+62) 812-3456-789', '[nomor telepon dihapus]'],
  ['wa.me/6281234567890', 'wa.me/[nomor telepon dihapus]'],
  ['WA: 81234567890', '[nomor telepon dihapus]'],
  ['telepon (021) 8890 1234', 'telepon [nomor telepon dihapus]'],
  ['telepon 021-88901234', 'telepon [nomor telepon dihapus]'],
  ['telepon 02188901234', 'telepon [nomor telepon dihapus]'],
  ['Panggilan darurat 112 atau 1500444 atau 14045', 'Panggilan darurat 112 atau 1500444 atau 14045'],
  ['gratis di 0800-1-500-444', 'gratis di 0800-1-500-444'],
  ['tulis ke warga.contoh@mail.example', 'tulis ke [surel dihapus]'],
  ['tulis ke dinkes@bekasikota.go.id', 'tulis ke dinkes@bekasikota.go.id'],
  ['kartu 4111 1111 1111 1111 dipotong', 'kartu [nomor kartu dihapus] dipotong'],
  ['rekening BCA 1234567890 atas', '[nomor rekening dihapus] atas'],
  ['angkot B 1234 XYZ ugal-ugalan', 'angkot [nomor kendaraan dihapus] ugal-ugalan'],
  ['rumah no. 12 di RT 03/RW 05 banjir', '[alamat dihapus] di [alamat dihapus] banjir'],
  ['Blok C2 No. 15', '[alamat dihapus]'],
  ['lubang di Jl. Contoh, Kelurahan Bintara', 'lubang di Jl. Contoh, Kelurahan Bintara'],
  ['nama saya Budi Contoh Umpama, warga', 'nama saya [nama dihapus], warga'],
  ['nama saya budi contoh', 'nama saya [nama dihapus]'],
  ['Nama saya adalah Siti Rekaan.', 'Nama saya adalah [nama dihapus].'],
  ['Bapak Agus Rekaan dan Ibu Siti Misal datang', 'Bapak [nama dihapus] dan Ibu [nama dihapus] datang'],
  ['Sdr. Andi tidak ada', 'Sdr. [nama dihapus] tidak ada'],
  [
    'Bapak Camat dan Ibu Lurah, juga Pak RT dan Bapak Wali Kota',
    'Bapak Camat dan Ibu Lurah, juga Pak RT dan Bapak Wali Kota',
  ],
  ['terima kasih @warga_contoh sudah lapor', 'terima kasih [nama akun dihapus] sudah lapor'],
  ['Terjadi 16-03-2026 pukul 07.30-12.00, Rp1.250.000', 'Terjadi 16-03-2026 pukul 07.30-12.00, Rp1.250.000'],
  ['2026/03/16 sampai 2027/04/17, 100.000 orang', '2026/03/16 sampai 2027/04/17, 100.000 orang'],
  ['tiket KB-7F3K-9QX2', 'tiket KB-7F3K-9QX2'],
  ['', ''],
] as const)
  test(`masks: ${text || 'nothing'}`, () => assert.equal(masked(text), expected))

test('spans are in order and never overlap', () => {
  const text = 'Bapak Budi Contoh 081234567890, 3275014101900001, a@b.example, @akun_contoh RT 01/02'
  const found = findPersonalData(text)
  for (const [i, { from, to }] of found.entries()) assert.ok(from < to && from >= (found[i - 1]?.to ?? 0))
  assert.ok(found.length >= 5)
})

for (const [what, unit] of [
  ['digits', '1'],
  ['digits and gaps', '0 8 '],
  ['plus signs', '+62 '],
  ['letters', 'a'],
  ['at signs', 'a@'],
  ['dots', 'a.'],
  ['spaces', ' '],
  ['names', 'Bapak Budi '],
  ['titles', 'nama saya '],
  ['streets', 'jl. a '],
  ['brackets', '(021) '],
  ['rekening', 'rek '],
] as const)
  test(`a megabyte of ${what} is read in time`, () => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    const began = performance.now()
    findPersonalData(text)
    const took = performance.now() - began
    assert.ok(took < 2_000, `${took} ms`)
  })
