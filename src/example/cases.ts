import { answerCase } from '../cases/answer-case.ts'
import type { CaseKind } from '../cases/case.ts'
import { classifyCase } from '../cases/classify-case.ts'
import { closeCase } from '../cases/close-case.ts'
import { followUpCase } from '../cases/follow-up-case.ts'
import { openCase } from '../cases/open-case.ts'
import { dueAfterDays, dueAfterMinutes } from '../platform/calendar/due-after.ts'
import { findCalendar } from '../platform/calendar/find-calendar.ts'
import { UnknownYear } from '../platform/calendar/unknown-year.ts'
import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import { accepted } from '../platform/refusal.ts'
import type { Example } from './example.ts'
import '../cases/data/tables.ts'

/** One matter of the example: what came, and after how many working minutes the agency replied and answered. */
interface Told {
  agencyId: string
  daysAgo: number
  time: string
  channel?: 'phone' | 'desk'
  kind: CaseKind
  class?: 'not-supervisory' | 'supervisory'
  text: string
  place?: string
  contact?: string
  reply?: [afterMinutes: number, text: string]
  answer?: [afterMinutes: number, text: string]
}

const operators: Readonly<Record<string, string>> = {
  dinkes: 'operator@dinkes.example',
  dlh: 'operator@dlh.example',
  dishub: 'operator@dishub.example',
  diskominfostandi: 'operator@diskominfo.example',
}

const matters: readonly Told[] = [
  {
    agencyId: 'dinkes',
    daysAgo: 58,
    time: '09:12',
    kind: 'inquiry',
    text: 'Kapan jadwal imunisasi anak sekolah di kelurahan kami?',
    contact: 'ibu.misal@surel.example',
    answer: [150, 'Imunisasi anak sekolah dijadwalkan setiap Rabu di puskesmas, pukul 08.00 sampai 11.00.'],
  },
  {
    agencyId: 'dishub',
    daysAgo: 55,
    time: '20:40',
    kind: 'complaint',
    place: 'Simpang lima terminal',
    text: 'Lampu lalu lintas berkedip kuning terus sejak Senin, sering hampir tabrakan.',
    reply: [60, 'Terima kasih, petugas kami menuju lokasi hari ini.'],
    answer: [900, 'Modul lampu sudah diganti dan siklusnya kembali normal.'],
  },
  {
    agencyId: 'dlh',
    daysAgo: 52,
    time: '07:05',
    kind: 'complaint',
    place: 'Pasar baru sisi timur',
    text: 'Sampah di tempat penampungan sudah tiga hari tidak diangkut, baunya sampai ke rumah.',
    contact: '0800-0000-001',
    reply: [90, 'Kami teruskan ke regu angkut wilayah timur.'],
    answer: [2900, 'Sampah sudah diangkut. Jadwal angkut ditambah menjadi setiap hari.'],
  },
  {
    agencyId: 'dinkes',
    daysAgo: 44,
    time: '13:30',
    channel: 'phone',
    kind: 'complaint',
    class: 'not-supervisory',
    text: 'Antrean obat di puskesmas memakan waktu lebih dari tiga jam pada hari Senin.',
    reply: [200, 'Kami periksa dahulu data antrean bulan ini.'],
    answer: [4300, 'Loket obat ditambah satu setiap Senin dan Selasa, mulai pekan depan.'],
  },
  {
    agencyId: 'dlh',
    daysAgo: 40,
    time: '11:20',
    kind: 'suggestion',
    text: 'Mohon ada tempat sampah terpilah di taman kota, warga siap membantu memilah.',
    answer: [1200, 'Usul yang baik. Empat titik tempat sampah terpilah masuk rencana triwulan ini.'],
  },
  {
    agencyId: 'dishub',
    daysAgo: 33,
    time: '16:20',
    kind: 'opinion',
    text: 'Jalur sepeda di jalan utama terasa aman sejak ada pembatas. Terima kasih.',
    answer: [420, 'Terima kasih. Masukan ini kami sampaikan kepada regu marka jalan.'],
  },
  {
    agencyId: 'dinkes',
    daysAgo: 29,
    time: '19:45',
    kind: 'aspiration',
    place: 'Kelurahan di utara rel',
    text: 'Kami berharap ada layanan posyandu sore untuk orang tua yang bekerja.',
    reply: [300, 'Kami bahas dengan kader posyandu pekan ini.'],
    answer: [2800, 'Uji coba posyandu sore dimulai di dua kelurahan bulan depan.'],
  },
  {
    agencyId: 'diskominfostandi',
    daysAgo: 23,
    time: '10:00',
    kind: 'complaint',
    text: 'Nomor layanan darurat sulit tersambung pada malam hari.',
    answer: [600, 'Saluran cadangan sudah diaktifkan; mohon kabari bila masih sulit tersambung.'],
  },
  {
    agencyId: 'dlh',
    daysAgo: 20,
    time: '08:50',
    channel: 'desk',
    kind: 'complaint',
    class: 'supervisory',
    place: 'Bantaran kali',
    text: 'Ada pabrik membuang air berwarna ke kali pada malam hari, sudah berulang kali.',
    contact: '0800-0000-002',
    reply: [240, 'Pengawas lingkungan mengambil contoh air pada malam hari mulai pekan ini.'],
  },
  {
    agencyId: 'dishub',
    daysAgo: 16,
    time: '14:15',
    kind: 'complaint',
    place: 'Depan stasiun',
    text: 'Angkutan berhenti sembarangan di depan stasiun setiap pagi sehingga macet panjang.',
    answer: [1500, 'Petugas ditempatkan pukul 06.00 sampai 09.00, dan rambu larangan berhenti dipasang.'],
  },
  {
    agencyId: 'dinkes',
    daysAgo: 13,
    time: '08:05',
    kind: 'complaint',
    text: 'Nomor antrean daring puskesmas selalu habis pukul enam pagi.',
    reply: [500, 'Kami periksa pembagian kuota antara loket dan aplikasi.'],
  },
  {
    agencyId: 'dishub',
    daysAgo: 9,
    time: '07:40',
    kind: 'complaint',
    place: 'Jalan sekolah',
    text: 'Tidak ada petugas penyeberangan di depan sekolah pada jam masuk.',
    contact: '0800-0000-003',
  },
  {
    agencyId: 'dinkes',
    daysAgo: 6,
    time: '10:25',
    kind: 'inquiry',
    text: 'Apakah surat keterangan sehat bisa diurus di puskesmas mana saja?',
    answer: [330, 'Bisa, di semua puskesmas, dengan membawa kartu identitas. Hasil selesai hari itu juga.'],
  },
  {
    agencyId: 'dlh',
    daysAgo: 4,
    time: '15:10',
    kind: 'complaint',
    place: 'Taman lingkungan RW',
    text: 'Dahan pohon besar lapuk di atas tempat anak bermain.',
    reply: [120, 'Regu pemangkasan kami jadwalkan pekan ini. Mohon anak-anak menjauh dahulu.'],
  },
  {
    agencyId: 'dinkes',
    daysAgo: 1,
    time: '21:15',
    kind: 'complaint',
    contact: '0800-0000-004',
    text: 'Pagar puskesmas pembantu roboh dan halamannya dipakai parkir truk.',
  },
  {
    agencyId: 'dishub',
    daysAgo: 1,
    time: '06:30',
    kind: 'inquiry',
    text: 'Di mana mendaftar uji berkala kendaraan, dan berapa lama prosesnya?',
  },
  {
    agencyId: 'diskominfostandi',
    daysAgo: 1,
    time: '18:00',
    kind: 'complaint',
    text: 'Saya tidak tahu harus ke mana: lampu taman di depan gang kami mati dua minggu.',
  },
]

/** Citizens' matters in each state over the last two months, answered by the agencies' own people. */
export async function exampleCases(city: Example): Promise<void> {
  const now = city.platform.clock()
  const calendar = await findCalendar(city.system(now))
  for (const [i, told] of matters.entries()) if (!(await isTold(city, i))) await tell(city, calendar, told, i, now)
}

async function isTold(city: Example, i: number): Promise<boolean> {
  const message = await city.platform.db
    .selectFrom('case_message')
    .select('id')
    .where('channel', '=', 'form')
    .where('external_id', '=', externalId(i))
    .executeTakeFirst()
  return message !== undefined
}

const externalId = (i: number): string => `contoh-${i}`

async function tell(city: Example, calendar: WorkingCalendar, told: Told, i: number, now: Date): Promise<void> {
  const receivedAt = city.daysAgo(told.daysAgo, told.time)
  if (receivedAt > now) return
  const operator = operators[told.agencyId] ?? ''
  const found = accepted(
    await openCase(city.system(receivedAt), {
      agencyId: told.agencyId,
      channel: told.channel ?? 'form',
      kind: told.kind,
      text: told.text,
      place: told.place,
      reporter: { contact: told.contact },
      receivedAt,
      source: { channel: 'form', externalId: externalId(i) },
    }),
  )
  let { version } = found
  const act = async (minutes: number, doing: (at: Date) => Promise<unknown>): Promise<Date | undefined> => {
    const at = unlessUnknown(() => dueAfterMinutes(calendar, receivedAt, minutes))
    if (at === undefined || at > now) return undefined
    await doing(at)
    version += 1
    return at
  }
  const { ticket } = found
  const { class: depth, kind, reply, answer } = told
  if (depth)
    await act(30, async (at) =>
      accepted(await classifyCase(city.as(operator, at), { ticket, kind, class: depth, version })),
    )
  if (reply)
    await act(reply[0], async (at) =>
      accepted(await answerCase(city.as(operator, at), { ticket, text: reply[1], final: false, version })),
    )
  if (answer && kind === 'complaint' && i % 4 !== 3) await prove(city, calendar, told, { ticket, receivedAt, now })
  const answeredAt =
    answer &&
    (await act(answer[0], async (at) =>
      accepted(await answerCase(city.as(operator, at), { ticket, text: answer[1], final: true, version })),
    ))
  const closedAt = answeredAt && unlessUnknown(() => dueAfterDays(calendar, answeredAt, 10))
  if (closedAt && closedAt < now) accepted(await closeCase(city.system(closedAt), { ticket, version }))
}

/** Most complaints have their proof, so that not all of them close as answered without one. */
async function prove(
  city: Example,
  calendar: WorkingCalendar,
  { agencyId, answer }: Told,
  { ticket, receivedAt, now }: { ticket: string; receivedAt: Date; now: Date },
): Promise<void> {
  const at = answer && unlessUnknown(() => dueAfterMinutes(calendar, receivedAt, answer[0] - 10))
  if (!at || at > now) return
  const link = `https://${agencyId}.example/tindak-lanjut/${ticket.toLowerCase()}`
  const told = { ticket, kind: 'visit', text: 'Petugas datang, memeriksa, dan mengerjakannya.', link, uploads: [] }
  accepted(await followUpCase(city.as(operators[agencyId] ?? '', at), told))
}

/** The example must load in any year, also in one whose decree has not come yet: then less happened. */
function unlessUnknown(count: () => Date): Date | undefined {
  try {
    return count()
  } catch (error) {
    if (error instanceof UnknownYear) return undefined
    throw error
  }
}
