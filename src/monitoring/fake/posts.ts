/** A news item of the fake site. */
export interface FakePost {
  slug: string
  title: string
  text: string
  at: Date
}

const subjects = [
  ['Bimbingan Teknis Operator Data Pokok Pendidikan', 'Operator dari 62 sekolah belajar memutakhirkan data murid.'],
  ['Pengambilan Ijazah Paket C Dibuka', 'Ijazah dapat diambil pada jam kerja dengan membawa tanda pengenal.'],
  ['Lomba Bercerita Tingkat Sekolah Dasar', 'Sebanyak 48 murid membawakan cerita rakyat Nusantara.'],
  ['Perbaikan Ruang Kelas Dimulai', 'Pekerjaan di 14 sekolah direncanakan selesai dalam tiga bulan.'],
  ['Sosialisasi Penerimaan Murid Baru', 'Jadwal, jalur, dan syarat dijelaskan kepada komite sekolah.'],
  ['Pelatihan Guru Penggerak Literasi', 'Guru berbagi cara menghidupkan sudut baca di kelas.'],
] as const

/** `count` news items, the newest at `newest`, one every `everyDays` before it. */
export function fakePosts(newest: Date, count = 6, everyDays = 6): FakePost[] {
  return Array.from({ length: count }, (_, i) => {
    const [title, text] = subjects[i % subjects.length] ?? subjects[0]
    const at = new Date(newest.getTime() - i * everyDays * 86_400_000)
    const slug = `${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${at.toISOString().slice(0, 10)}`
    return { slug, title, text, at }
  })
}

const DAY = 86_400_000

/**
 * The news of the example city's external site: one item every six days on fixed days of the calendar, so that the
 * site looks the same after a restart. The newest is at most six days old.
 */
export function examplePosts(now: Date): FakePost[] {
  const newest = Math.floor(now.getTime() / (6 * DAY)) * 6 * DAY - DAY + 3 * 3_600_000
  return fakePosts(new Date(newest), 12)
}
