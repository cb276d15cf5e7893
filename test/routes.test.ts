import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { areas } from '../src/areas.ts'
import type { Route } from '../src/platform/http/route.ts'
import { everyone, oneOfEach, type Someone, secret } from './one-of-each.ts'
import { openWorld, type World } from './world.ts'

const staff = 'operator contributor reviewer head'
const desk = 'operator reviewer head'
const comms = 'comms-officer comms-head'
const readers = `${comms} mayor-office auditor`

/** Who may: everybody, everybody who signed in, or these roles of the agency at hand and these of the city. */
type May = 'anyone' | 'signed-in' | readonly [own: string, city: string]

/**
 * The whole of what is asked of the policy, route by route. Written by hand and apart from `policy.ts` on purpose: a
 * change there that opens or closes a route has to be written here a second time.
 */
const table: Readonly<Record<string, May>> = {
  'GET /': 'anyone',
  'GET /beranda': 'signed-in',
  'GET /pengaturan': 'signed-in',

  'GET /masuk': 'anyone',
  'POST /masuk': 'anyone',
  'GET /masuk/kode': 'anyone',
  'POST /masuk/kode': 'anyone',
  'GET /masuk/siapkan': 'anyone',
  'POST /masuk/siapkan': 'anyone',
  'POST /keluar': 'anyone',
  'POST /keluar/semua': 'signed-in',
  'POST /masuk/kunci-sandi/tantangan': 'anyone',
  'POST /masuk/kunci-sandi': 'anyone',
  'GET /masuk/sso': 'anyone',
  'GET /masuk/sso/kembali': 'anyone',
  'GET /undangan/:token': 'anyone',
  'POST /undangan/:token': 'anyone',
  'GET /masuk/lupa': 'anyone',
  'POST /masuk/lupa': 'anyone',
  'GET /masuk/atur-ulang/:token': 'anyone',
  'POST /masuk/atur-ulang/:token': 'anyone',
  'POST /pengaturan/akun/kunci-sandi/tantangan': 'signed-in',
  'POST /pengaturan/akun/kunci-sandi': 'signed-in',
  'POST /pengaturan/akun/kunci-sandi/penghapusan': 'signed-in',
  'GET /pengaturan/akun': 'signed-in',
  'GET /pengaturan/akun/kata-sandi': 'signed-in',
  'POST /pengaturan/akun/kata-sandi': 'signed-in',
  'GET /pengaturan/akun/faktor-kedua': 'signed-in',
  'POST /pengaturan/akun/faktor-kedua/konfirmasi': 'signed-in',
  'GET /pengaturan/akun/faktor-kedua/penghentian': 'signed-in',
  'POST /pengaturan/akun/faktor-kedua/penghentian': 'signed-in',
  'GET /pengaturan/akun/kode-pemulihan': 'signed-in',
  'POST /pengaturan/akun/kode-pemulihan': 'signed-in',
  'POST /pengaturan/akun/sesi/:id/penutupan': 'signed-in',
  'GET /pengaturan/surat-keluar': ['', 'comms-head system-admin'],
  'GET /pengaturan/surat-keluar/:id': ['', 'comms-head system-admin'],

  'GET /pengaturan/data-saya': 'signed-in',
  'GET /pengaturan/data-saya/ekspor': 'signed-in',
  'GET /pengaturan/jejak': ['', 'auditor'],
  'GET /pengaturan/jejak/ekspor': ['', 'auditor'],

  'GET /perangkat-daerah': [staff, `${readers} system-admin`],
  'GET /perangkat-daerah/:id': [staff, `${readers} system-admin`],
  'GET /perangkat-daerah/ekspor': [staff, `${readers} system-admin`],
  'GET /perangkat-daerah/impor': ['', comms],
  'POST /perangkat-daerah/impor': ['', comms],
  'GET /perangkat-daerah/impor/:import': ['', comms],
  'POST /perangkat-daerah/impor/:import': ['', comms],
  'GET /perangkat-daerah/baru': ['', comms],
  'POST /perangkat-daerah/baru': ['', comms],
  'GET /perangkat-daerah/:id/perubahan': ['', comms],
  'POST /perangkat-daerah/:id/perubahan': ['', comms],
  'GET /perangkat-daerah/:id/penutupan': ['', comms],
  'POST /perangkat-daerah/:id/penutupan': ['', comms],
  'GET /perangkat-daerah/:id/pembetulan-akhir': ['', comms],
  'POST /perangkat-daerah/:id/pembetulan-akhir': ['', comms],
  'GET /perangkat-daerah/:id/penggabungan': ['', comms],
  'POST /perangkat-daerah/:id/penggabungan': ['', comms],
  'GET /perangkat-daerah/:id/pemekaran': ['', comms],
  'POST /perangkat-daerah/:id/pemekaran': ['', comms],
  'GET /perangkat-daerah/:id/pembetulan': ['', comms],
  'POST /perangkat-daerah/:id/pembetulan': ['', comms],
  'POST /perangkat-daerah/:id/pencabutan': ['', comms],
  'POST /api/v1/agencies': ['', comms],
  'PATCH /api/v1/agencies/:id': ['', comms],
  'POST /api/v1/agencies/:id/closure': ['', comms],
  'GET /api/v1/agencies': [staff, `${readers} system-admin`],
  'GET /api/v1/agencies/:id': [staff, `${readers} system-admin`],
  'GET /api/v1/people': [staff, `${readers} system-admin`],
  'GET /api/v1/appointments': [staff, `${readers} system-admin`],

  'GET /perangkat-daerah/:agency/jabatan': [staff, `${readers} system-admin`],
  'POST /perangkat-daerah/:agency/jabatan': ['head', comms],
  'GET /jabatan/:id': [staff, `${readers} system-admin`],
  'POST /jabatan/:id': ['head', comms],
  'GET /perangkat-daerah/:agency/serah-terima': ['head', comms],
  'POST /perangkat-daerah/:agency/serah-terima': ['head', comms],
  'GET /serah-terima/:id': [staff, `${readers} system-admin`],
  'POST /perangkat-daerah/:agency/delegasi': ['head', ''],
  'POST /delegasi/:id/pengakhiran': ['head', ''],
  'GET /perangkat-daerah/peringatan': ['head', comms],
  'POST /jabatan/:id/undangan': ['head', comms],
  'POST /jabatan/:id/pembukaan': ['head', comms],
  'POST /jabatan/:id/penghapusan': ['', 'comms-head system-admin'],

  'GET /konten': [staff, readers],
  'GET /konten/baru': ['operator contributor reviewer', ''],
  'POST /konten/baru': ['operator contributor reviewer', ''],
  'GET /konten/:id': [staff, readers],
  'GET /konten/:id/ubah': ['operator contributor reviewer', ''],
  'POST /konten/:id/ubah': ['operator contributor reviewer', ''],
  'POST /konten/:id/pengajuan': ['operator contributor reviewer', ''],
  'POST /konten/:id/persetujuan': ['reviewer head', ''],
  'POST /konten/:id/pengembalian': ['reviewer head', ''],
  'POST /konten/:id/penarikan': ['operator contributor reviewer', ''],
  'GET /konten/kontributor': [desk, ''],
  'POST /konten/kontributor': [desk, ''],
  'POST /konten/kontributor/:id/pencabutan': [desk, ''],
  'POST /konten/kontributor/:id/penggantian': [desk, ''],
  'POST /konten/kontributor/:id/perpanjangan': [desk, ''],
  'GET /titip/:token': 'anyone',
  'POST /titip/:token': 'anyone',
  'GET /titip/:token/terima-kasih': 'anyone',
  'GET /api/v1/contents': [staff, readers],
  'GET /api/v1/contents/:id': [staff, readers],
  'POST /api/v1/contents': ['operator contributor reviewer', ''],
  'POST /api/v1/contents/:id/submission': ['operator contributor reviewer', ''],
  'POST /api/v1/contents/:id/approval': ['reviewer head', ''],
  'GET /situs': [staff, readers],
  'POST /situs': ['', comms],
  'POST /situs/:agency/penutupan': ['', comms],
  'GET /situs/:agency': 'anyone',
  'GET /situs/:agency/berita': 'anyone',
  'GET /situs/:agency/pengumuman': 'anyone',
  'GET /situs/:agency/dokumen': 'anyone',
  'GET /situs/:agency/agenda': 'anyone',
  'GET /situs/:agency/profil': 'anyone',
  'GET /situs/:agency/berita/:slug': 'anyone',
  'GET /situs/:agency/pengumuman/:slug': 'anyone',
  'GET /situs/:agency/agenda/:slug': 'anyone',
  'GET /situs/:agency/dokumen/:slug': 'anyone',
  'GET /situs/:agency/profil/:slug': 'anyone',
  'GET /situs/:agency/cari': 'anyone',
  'GET /situs/:agency/feed.xml': 'anyone',
  'GET /situs/:agency/atom.xml': 'anyone',
  'GET /situs/:agency/sitemap.xml': 'anyone',
  'GET /situs/:agency/robots.txt': 'anyone',
  'GET /media/:file': 'anyone',

  'GET /pemantauan': [staff, readers],
  'GET /pemantauan/baru': ['', comms],
  'POST /pemantauan/baru': ['', comms],
  'GET /pemantauan/:website': [staff, readers],
  'POST /pemantauan/:website/pindai': [desk, comms],
  'POST /pemantauan/:website/pengaturan': ['', comms],
  'GET /api/v1/sites': [staff, readers],
  'GET /api/v1/sites/:id': [staff, readers],
  'POST /api/v1/sites': ['', comms],
  'GET /api/v1/scans': [staff, readers],
  'POST /api/v1/scans': [desk, comms],

  'GET /open311/v2/:resource': 'anyone',
  'GET /open311/v2/:resource/:item': 'anyone',
  'POST /open311/v2/:resource': 'anyone',

  'GET /kasus': [desk, readers],
  'GET /kasus/daftar': [desk, readers],
  'POST /kasus/saringan': [desk, readers],
  'POST /kasus/saringan/:id/penghapusan': [desk, readers],
  'GET /kasus/massal': [desk, comms],
  'POST /kasus/massal': [desk, comms],
  'GET /kasus/massal/:id': [desk, comms],
  'POST /kasus/:ticket/kehadiran': [desk, readers],
  'GET /kasus/baru': [desk, comms],
  'POST /kasus/baru': [desk, comms],
  'GET /kasus/impor': ['', comms],
  'POST /kasus/impor': ['', comms],
  'GET /kasus/impor/:import': ['', comms],
  'POST /kasus/impor/:import': ['', comms],
  'GET /kasus/:ticket/jawaban/:answer/terkirim': [desk, ''],
  'POST /kasus/:ticket/jawaban/:answer/terkirim': [desk, ''],
  'GET /kasus/angka': [desk, readers],
  'GET /kasus/angka/daftar': [desk, readers],
  'GET /kasus/angka/daftar.csv': [desk, readers],
  'GET /kasus/terlambat': [desk, readers],
  'GET /kasus/terlambat.csv': [desk, readers],
  'GET /kasus/:ticket': [desk, readers],
  'POST /kasus/:ticket/jeda': [desk, ''],
  'POST /kasus/:ticket/jeda/akhir': [desk, ''],
  'POST /kasus/:ticket/sebab-terlambat': [desk, ''],
  'POST /kasus/:ticket/jawaban': [desk, ''],
  'POST /kasus/:ticket/klasifikasi': [desk, ''],
  'POST /kasus/:ticket/penerusan': [desk, comms],
  'POST /kasus/:ticket/penutupan': [desk, ''],
  'POST /kasus/:ticket/pelapor': [desk, 'comms-head'],
  'POST /kasus/:ticket/pembukaan-kembali': [desk, ''],
  'POST /kasus/:ticket/tindak-lanjut': [desk, ''],
  'POST /kasus/:ticket/verifikasi': [desk, ''],
  'POST /kasus/:ticket/topik': [desk, comms],
  'POST /kasus/:ticket/topik/keluar': [desk, comms],
  'POST /kasus/:ticket/penggabungan': [desk, comms],
  'POST /kasus/:ticket/penggabungan/pembatalan': [desk, comms],
  'POST /kasus/:ticket/pemisahan': [desk, ''],
  'GET /kasus/topik/:id': [desk, readers],
  'POST /kasus/topik/:id/jawaban': [desk, ''],
  'POST /kasus/:ticket/draf': [desk, ''],
  'POST /kasus/:ticket/usul': [desk, ''],
  'POST /kasus/:ticket/usul/:proposal/persetujuan': ['reviewer head', ''],
  'POST /kasus/:ticket/usul/:proposal/penolakan': ['reviewer head', ''],
  'POST /kasus/:ticket/catatan': [desk, comms],
  'POST /kasus/:ticket/penugasan': [desk, comms],
  'POST /kasus/:ticket/label': [desk, comms],
  'POST /kasus/:ticket/label/:label/penghapusan': [desk, comms],
  'GET /kasus/tugas-saya': [desk, comms],
  'GET /kasus/jawaban-tersimpan': [desk, comms],
  'POST /kasus/jawaban-tersimpan': ['operator reviewer', comms],
  'GET /kasus/jawaban-tersimpan/:id': ['operator reviewer', comms],
  'POST /kasus/jawaban-tersimpan/:id': ['operator reviewer', comms],
  'POST /kasus/jawaban-tersimpan/:id/penghapusan': ['operator reviewer', comms],
  'GET /pengaturan/persetujuan-jawaban': [desk, ''],
  'POST /pengaturan/persetujuan-jawaban': ['head', ''],
  'GET /kasus/:ticket/berkas/:id': [desk, readers],
  'GET /lapor': 'anyone',
  'POST /lapor': 'anyone',
  'GET /lapor/terjawab': 'anyone',
  'GET /lapor/terjawab/:id': 'anyone',
  'GET /kasus/:ticket/publikasi': ['reviewer head', ''],
  'POST /kasus/:ticket/publikasi': ['reviewer head', ''],
  'POST /kasus/:ticket/publikasi/penarikan': ['reviewer head', ''],
  'GET /lapor/:ticket': 'anyone',
  'GET /lapor/:ticket/:key': 'anyone',
  'GET /lapor/:ticket/:key/berkas/:id': 'anyone',
  'POST /lapor/:ticket/:key/pesan': 'anyone',
  'POST /lapor/:ticket/:key/pembukaan-kembali': 'anyone',
  'POST /lapor/:ticket/:key/penilaian': 'anyone',
  'POST /lapor/:ticket/:key/kabar': 'anyone',
  'POST /lapor/:ticket/:key/kontak': 'anyone',
  'GET /pengaturan/kalender': [staff, `${readers} system-admin`],
  'POST /pengaturan/kalender/libur': ['', comms],
  'GET /pengaturan/kalender/keputusan': [staff, `${readers} system-admin`],
  'POST /pengaturan/kalender/keputusan': ['', comms],
  'GET /pengaturan/kalender/keputusan/:id': ['', comms],
  'POST /pengaturan/kalender/keputusan/:id': ['', comms],
  'POST /pengaturan/kalender/keputusan/:id/penetapan': ['', comms],
  'POST /pengaturan/kalender/keputusan/:id/pembuangan': ['', comms],
  'GET /pengaturan/kalender/jam-kerja': [staff, `${readers} system-admin`],
  'POST /pengaturan/kalender/jam-kerja': ['', comms],
  'GET /pengaturan/kalender/jam-kerja/:calendar': [staff, `${readers} system-admin`],
  'POST /pengaturan/kalender/jam-kerja/:calendar': ['', comms],
  'POST /pengaturan/kalender/jam-kerja/:calendar/:id/pencabutan': ['', comms],
  'POST /pengaturan/kalender/perangkat-daerah': ['', comms],
  'GET /pengaturan/kalender/batas-waktu': [staff, `${readers} system-admin`],
  'POST /pengaturan/kalender/batas-waktu': ['', comms],
  'POST /pengaturan/kalender/batas-waktu/jeda': ['', comms],
  'POST /pengaturan/kalender/batas-waktu/peringatan': ['', comms],
  'POST /pengaturan/kalender/batas-waktu/bukti': ['', comms],
  'GET /api/v1/cases': [desk, readers],
  'GET /api/v1/cases/:ticket': [desk, readers],
  'POST /api/v1/cases': [desk, comms],
  'POST /api/v1/cases/:ticket/answers': [desk, ''],
  'POST /api/v1/cases/:ticket/follow-ups': [desk, ''],
  'POST /api/v1/cases/:ticket/closure': [desk, ''],
  'GET /api/v1/holidays': [staff, `${readers} system-admin`],
  'POST /api/v1/holidays': ['', comms],
  'POST /api/v1/holidays/:id/withdrawal': ['', comms],
  'GET /api/v1/sla-rules': [staff, `${readers} system-admin`],
  'POST /api/v1/sla-rules': ['', comms],

  'GET /kanal': [staff, readers],
  'POST /kanal': ['operator head', comms],
  'GET /kanal/x/dorongan': 'anyone',
  'POST /kanal/x/dorongan': 'anyone',
  'GET /kanal/biaya': ['head', comms],
  'GET /kanal/biaya/rincian': ['head', comms],
  'POST /kanal/biaya/anggaran': ['', 'comms-head'],
  'GET /kanal/x/kembali': ['operator head', comms],
  'POST /kanal/x/pelanjutan': ['operator head', comms],
  'GET /kanal/:id': [staff, readers],
  'POST /kanal/:id/sambungan': ['operator head', comms],
  'POST /kanal/:id/pemeriksaan': ['operator head', comms],
  'POST /kanal/:id/kehilangan-akses': ['operator head', comms],
  'POST /kanal/:id/token': ['operator head', comms],
  'POST /kanal/:id/surel-uji': ['operator head', comms],
  'POST /kanal/:id/siaran-tercatat': ['operator reviewer', ''],
  'GET /kanal/:id/impor': ['operator reviewer', ''],
  'POST /kanal/:id/impor': ['operator reviewer', ''],
  'GET /kanal/:id/impor/:import': ['operator reviewer', ''],
  'POST /kanal/:id/impor/:import': ['operator reviewer', ''],
  'GET /kanal/siaran': [staff, readers],
  'GET /kanal/siaran/baru': ['operator reviewer', ''],
  'POST /kanal/siaran': ['operator reviewer', ''],
  'GET /kanal/siaran/:id': [staff, readers],
  'POST /kanal/siaran/:id/gambar': ['operator reviewer', ''],
  'GET /kanal/siaran/:id/gambar/:picture': [staff, readers],
  'POST /kanal/siaran/:id/gambar/:picture/penghapusan': ['operator reviewer', ''],
  'POST /kanal/siaran/:id/pembatalan': ['operator reviewer', ''],
  'POST /kanal/siaran/:id/pengiriman-terlambat': ['reviewer head', ''],
  'POST /kanal/siaran/:id/penjadwalan': ['reviewer head', ''],
  'GET /kanal/siaran/:id/darurat': ['operator reviewer', ''],
  'POST /kanal/siaran/:id/darurat': ['operator reviewer', ''],
  'POST /kanal/siaran/:id/pemeriksaan': ['reviewer head', ''],
  'GET /kanal/siaran/:id/pengumuman': ['', comms],
  'POST /kanal/siaran/:id/pengumuman': ['', comms],
  'GET /kanal/jadwal': [staff, readers],
  'GET /kanal/angka': [staff, readers],
  'GET /kanal/persetujuan': [staff, readers],
  'POST /kanal/persetujuan': ['', comms],
  'GET /kanal/pengumuman': [staff, readers],
  'GET /kanal/pengumuman/:id': [staff, readers],
  'POST /kanal/pengumuman/:id/tindak-lanjut': ['operator reviewer', ''],
  'GET /kanal/narasi': [staff, readers],
  'POST /kanal/narasi': ['', comms],
  'GET /kanal/narasi/:id': [staff, readers],
  'POST /kanal/siaran/:id': ['operator reviewer', ''],
  'POST /kanal/siaran/:id/pengajuan': ['operator reviewer', ''],
  'POST /kanal/siaran/:id/persetujuan': ['reviewer head', ''],
  'POST /kanal/siaran/:id/pengembalian': ['reviewer head', ''],
  'POST /kanal/siaran/:id/pengiriman': ['reviewer head', ''],
  'GET /api/v1/accounts': [staff, readers],
  'GET /api/v1/broadcasts': [staff, readers],
  'GET /api/v1/broadcasts/:id': [staff, readers],
  'POST /api/v1/broadcasts': ['operator reviewer', ''],
  'POST /api/v1/broadcasts/:id/approve': ['reviewer head', ''],
  'GET /api/v1/messages': [desk, readers],

  'GET /laporan': [desk, readers],
  'GET /laporan/:agency/:month': [desk, readers],
  'GET /laporan/:agency/:month/:file': [desk, readers],
  'POST /laporan/:agency/:month/pembukaan': ['operator reviewer', comms],
  'POST /laporan/:agency/:month/kendala': ['operator reviewer', ''],
  'POST /laporan/:agency/:month/pengajuan': ['operator reviewer', ''],
  'POST /laporan/:agency/:month/persetujuan': ['head', ''],
  'POST /laporan/:agency/:month/penerimaan': ['', comms],
  'POST /laporan/:agency/:month/pengembalian': ['', comms],
  'POST /laporan/:agency/:month/pengesahan': ['', comms],
  'GET /rekapitulasi': ['', readers],
  'GET /rekapitulasi/:month': ['', readers],
  'GET /rekapitulasi/:month/:file': ['', readers],
  'POST /rekapitulasi/:month/penerusan': ['', 'comms-head'],
  'GET /api/v1/monthly-reports': [desk, readers],
  'POST /api/v1/monthly-reports': ['operator reviewer', comms],
  'GET /api/v1/monthly-reports/:agency/:month': [desk, readers],
  'PATCH /api/v1/monthly-reports/:agency/:month': ['operator reviewer', ''],
  'POST /api/v1/monthly-reports/:agency/:month/steps': [desk, readers],
  'GET /api/v1/city-recaps': ['', readers],
  'GET /api/v1/city-recaps/:month': ['', readers],
  'POST /api/v1/city-recaps': ['', 'comms-head'],
}

/** Nothing of this kind is there in this small city: whoever may is told so. */
const nothingThere = new Set([
  'GET /kasus/impor/:import',
  'POST /kasus/impor/:import',
  'GET /kasus/massal/:id',
  'POST /kasus/saringan/:id/penghapusan',
  'POST /kasus/jawaban-tersimpan/:id/penghapusan',
  'GET /kasus/:ticket/jawaban/:answer/terkirim',
  'POST /kasus/:ticket/jawaban/:answer/terkirim',
  'GET /kanal/x/kembali',
  'POST /kanal/x/pelanjutan',
  'GET /kanal/:id/impor/:import',
  'POST /kanal/:id/impor/:import',
  'GET /kanal/siaran/:id/gambar/:picture',
  'GET /rekapitulasi/:month/:file',
  'GET /api/v1/city-recaps/:month',
  'GET /perangkat-daerah/impor/:import',
  'POST /perangkat-daerah/impor/:import',
  'GET /perangkat-daerah/:id/pembetulan',
  'POST /perangkat-daerah/:id/pembetulan',
  'POST /perangkat-daerah/:id/pencabutan',
  'POST /pengaturan/kalender/keputusan/:id/pembuangan',
  'POST /pengaturan/kalender/jam-kerja/:calendar/:id/pencabutan',
  'POST /api/v1/holidays/:id/withdrawal',
  'POST /konten/kontributor/:id/pencabutan',
  'POST /konten/kontributor/:id/penggantian',
  'POST /konten/kontributor/:id/perpanjangan',
])

/** The register itself is open to the staff of every agency: who stands in it, not who works there. */
const openElsewhere = new Set([
  'GET /perangkat-daerah/:id',
  'GET /api/v1/agencies/:id',
  'GET /kanal/pengumuman/:id',
  'GET /kanal/narasi/:id',
  'GET /pengaturan/kalender/jam-kerja/:calendar',
])

const isApi = (name: string): boolean => name.includes(' /api/')
const isForm = (name: string): boolean => !name.startsWith('GET ')
const namesThing = (name: string): boolean => name.includes(':')

function nameOf(route: Route): string {
  return `${route.method} ${route.kind === 'api' ? `/api/v1${route.path}` : route.path.pattern}`
}

type Standing = 'nobody' | 'may' | 'elsewhere' | 'may-not'

function standingOf(may: May, someone: Someone | null): Standing {
  if (may === 'anyone') return 'may'
  if (!someone) return 'nobody'
  if (may === 'signed-in') return 'may'
  const [own, city] = may.map((names) => names.split(' '))
  if (someone.agency === null) return city?.includes(someone.role) ? 'may' : 'may-not'
  if (!own?.includes(someone.role)) return 'may-not'
  return someone.agency === 'dinkes' ? 'may' : 'elsewhere'
}

/** The answers that are right. `elsewhere` is the right role of the wrong agency. */
function expected(name: string, may: May, standing: Standing): readonly number[] {
  if (standing === 'nobody') return isApi(name) || isForm(name) ? [401] : [303]
  if (standing === 'may-not') return isForm(name) ? [403, 404] : [404]
  if (standing === 'elsewhere' && openElsewhere.has(name)) return [200]
  if (standing === 'elsewhere' && namesThing(name)) return isApi(name) && isForm(name) ? [404, 422] : [404]
  if (standing === 'elsewhere') return isForm(name) ? [403, 404, 422] : [200, ...(nothingThere.has(name) ? [409] : [])]
  const done = isForm(name) ? [200, 201, 303, 409, 422] : [200, 303]
  const loose = typeof may === 'string' || nothingThere.has(name)
  return loose ? [...done, 400, 401, 403, 404, 409] : done
}

let world: World
let urlOf: (pattern: string) => string
let people: Someone[]
let asked = 0

before(async () => {
  world = await openWorld()
  people = await everyone(world)
  urlOf = await oneOfEach(world)
})
after(() => world.close())

const routes = areas.flatMap((area) => area.routes)
/** Reading first, so that nothing is gone before everybody has looked at it. */
const inOrder = [...routes.filter(({ method }) => method === 'GET'), ...routes.filter(({ method }) => method !== 'GET')]

async function ask(route: Route, url: string, someone: Someone | null) {
  asked++
  const cookie = someone && route.kind === 'page' ? await someone.cookie() : ''
  const sent = { agencyId: 'dinkes', accountId: urlOf('/kanal/:id').slice('/kanal/'.length), month: '2026-10' }
  const form = route.kind === 'page' ? 'application/x-www-form-urlencoded' : 'application/json'
  const response = await world.app.inject({
    method: route.method,
    url,
    // Every request from another address: this is not about the limits.
    remoteAddress: `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`,
    headers: {
      host: 'localhost',
      origin: 'http://localhost',
      cookie,
      ...(someone && route.kind === 'api' && { authorization: `Bearer ${someone.token}` }),
      ...(route.method !== 'GET' && { 'content-type': form }),
    },
    ...(route.method !== 'GET' && {
      payload: route.kind === 'page' ? new URLSearchParams(sent).toString() : JSON.stringify(sent),
    }),
  })
  return { status: response.statusCode, text: response.body, location: response.headers.location }
}

test('every route is in the table, and nothing else', () => {
  assert.deepEqual(routes.map(nameOf).sort(), Object.keys(table).sort())
})

test('every route, as every role, of the own and of another agency, and as nobody', async (t) => {
  const wrong: string[] = []
  asked = 0
  for (const route of inOrder) {
    const name = nameOf(route)
    const may = table[name] ?? 'anyone'
    // Who may comes last: before that the thing must still be there.
    const order: Standing[] = ['nobody', 'may-not', 'elsewhere', 'may']
    const all = [null, ...people].map((someone) => ({ someone, standing: standingOf(may, someone) }))
    for (const { someone, standing } of all.sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))) {
      const { status, text, location } = await ask(route, urlOf(name.split(' ')[1] ?? ''), someone)
      const who = someone ? `${someone.role} ${someone.agency ?? 'of the city'}` : 'nobody'
      if (!expected(name, may, standing).includes(status)) wrong.push(`${name} as ${who} (${standing}): ${status}`)
      if (status === 303 && standing === 'nobody' && !location?.startsWith('/masuk?'))
        wrong.push(`${name} as nobody goes to ${location}`)
      const outside = !someone || someone.agency === 'dishub' || someone.role === 'system-admin'
      if (outside && text.includes(secret)) wrong.push(`${name} as ${who} shows what is Dinkes' own`)
    }
  }
  t.diagnostic(`tried ${routes.length} routes and operations by ${asked} requests`)
  assert.equal(wrong.join('\n'), '')
})

const nonsense = ['0', "'", '%00', '%E2%80%AE', '..%2f..', '2026-13', 'x'.repeat(250)]

test('no route breaks on an address that means nothing', async (t) => {
  const wrong: string[] = []
  const head = people.find(({ role }) => role === 'comms-head') ?? null
  const operator = people.find(({ role, agency }) => role === 'operator' && agency === 'dinkes') ?? null
  asked = 0
  for (const route of routes) {
    const [, pattern = ''] = nameOf(route).split(' ')
    // Without a parameter only the query can be wrong.
    for (const word of pattern.includes(':') ? nonsense : nonsense.slice(0, 3)) {
      const may = table[nameOf(route)] ?? 'anyone'
      const someone = standingOf(may, head) === 'may' ? head : operator
      const filled = pattern.replace(/:[a-zA-Z]+/g, word)
      const { status } = await ask(route, `${filled}?cursor=${word}&month=${word}&halaman=${word}`, someone)
      if (status >= 500) wrong.push(`${route.method} ${filled.slice(0, 80)} with ${word.slice(0, 20)}: ${status}`)
    }
  }
  t.diagnostic(`tried ${asked} requests that mean nothing`)
  assert.equal(wrong.join('\n'), '')
})
