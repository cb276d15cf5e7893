/** What is read of a row of another system's export. */
export const importFields = {
  id: 'nomor',
  title: 'judul',
  text: 'isi',
  kind: 'jenis',
  agency: 'instansi',
  receivedAt: 'tanggal',
  status: 'status',
  place: 'lokasi',
  name: 'nama',
  contact: 'kontak',
  url: 'tautan',
} as const
export type ImportField = keyof typeof importFields

/**
 * Heads by which each field is known, without capitals, points and spaces around. The columns of the real SP4N-LAPOR!
 * export are not known to us: these are the words Indonesian complaint systems use; what is called otherwise is named
 * by a map.
 */
const heads: Record<ImportField, readonly string[]> = {
  id: [
    ...[
      'tracking id',
      'id tracking',
      'trackingid',
      'nomor',
      'nomor laporan',
      'no laporan',
      'no',
      'kode',
      'kode laporan',
    ],
    ...['id', 'id laporan', 'nomor tiket', 'no tiket', 'kode aduan', 'nomor aduan', 'nomor pengaduan'],
  ],
  title: ['judul', 'judul laporan', 'judul aduan', 'perihal', 'hal'],
  text: [
    'isi laporan',
    'isi',
    'isi aduan',
    'isi pengaduan',
    'laporan',
    'uraian',
    'uraian laporan',
    'deskripsi',
    'aduan',
  ],
  kind: [
    'klasifikasi',
    'klasifikasi laporan',
    'jenis',
    'jenis laporan',
    'tipe',
    'tipe laporan',
    'kategori',
    'kategori laporan',
  ],
  agency: [
    ...['instansi', 'instansi tujuan', 'instansi terdisposisi', 'instansi terlapor', 'perangkat daerah', 'opd', 'skpd'],
    ...['unit', 'unit kerja', 'disposisi', 'terlapor'],
  ],
  receivedAt: [
    ...['tanggal', 'tanggal laporan', 'tgl laporan', 'tanggal lapor', 'tanggal masuk', 'tanggal laporan masuk', 'tgl'],
    ...['tanggal pengaduan', 'tanggal aduan', 'waktu', 'waktu laporan', 'tanggal dibuat', 'dibuat'],
  ],
  status: ['status', 'status laporan', 'keadaan', 'tindak lanjut status'],
  place: ['lokasi', 'lokasi kejadian', 'tempat', 'tempat kejadian', 'alamat kejadian'],
  name: ['nama pelapor', 'pelapor', 'nama', 'nama lengkap'],
  contact: ['kontak', 'telepon', 'no telepon', 'nomor telepon', 'no hp', 'nomor hp', 'hp', 'email', 'surel', 'e-mail'],
  url: ['tautan', 'link', 'url', 'alamat laporan'],
}

const needed: readonly ImportField[] = ['id', 'text', 'receivedAt']

/** Field by the head it has in a file; by the field's own word (`nomor`) or ours (`id`). */
export type ColumnMap = Partial<Record<ImportField, string>>

const plain = (head: string): string => head.toLowerCase().replace(/[._]/g, ' ').replace(/\s+/g, ' ').trim()

/** Finds the columns of a file: those a map names, else by their words. Pure. */
export function findImportColumns(
  head: readonly string[],
  map: ColumnMap = {},
): { places: Map<ImportField, number> } | { problem: string } {
  const names = head.map(plain)
  const places = new Map<ImportField, number>()
  for (const field of Object.keys(heads) as ImportField[]) {
    const asked = map[field]
    if (asked !== undefined && !names.includes(plain(asked)))
      return { problem: `Kolom “${asked}” tidak ada. Kolom di berkas: ${head.join(', ')}.` }
    const place = asked === undefined ? firstOf(names, heads[field], [...places.values()]) : names.indexOf(plain(asked))
    if (place >= 0) places.set(field, place)
  }
  const missing = needed.filter((field) => !places.has(field))
  if (missing.length === 0) return { places }
  const words = missing.map((field) => importFields[field]).join(', ')
  return {
    problem: `Kolom ${words} tidak dikenali. Kolom di berkas: ${head.join(', ')}. Sebutkan padanannya, satu baris satu: ${missing.map((field) => `${importFields[field]} = nama kolom`).join('; ')}.`,
  }
}

const firstOf = (names: readonly string[], words: readonly string[], taken: readonly number[]): number =>
  words.map((word) => names.indexOf(word)).find((place) => place >= 0 && !taken.includes(place)) ?? -1

/** `isi = Uraian Aduan`, a line each; a sentence for the line that says nothing. Pure. */
export function readColumnMap(text: string): ColumnMap | { problem: string } {
  const map: ColumnMap = {}
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [word = '', ...rest] = line.split('=')
    const field = fieldCalled(word)
    if (!field || rest.join('=').trim() === '')
      return { problem: `“${line.trim()}” tidak dimengerti. Tulis misalnya: isi = Uraian Aduan.` }
    map[field] = rest.join('=').trim()
  }
  return map
}

/** A map as JSON gives it: `{ "isi": "Uraian Aduan" }`. */
export function columnMapOf(given: unknown): ColumnMap | { problem: string } {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { problem: 'Map must be an object.' }
  const lines = Object.entries(given).map(([word, head]) => `${word} = ${String(head)}`)
  return readColumnMap(lines.join('\n'))
}

const fieldCalled = (word: string): ImportField | undefined =>
  (Object.keys(importFields) as ImportField[]).find(
    (field) => field.toLowerCase() === plain(word) || importFields[field] === plain(word),
  )
