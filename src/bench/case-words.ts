/** Words of reports, the most frequent first; what follows them in the bench are made-up ones. */
const frequent =
  'jalan rusak depan lampu warga mati air rumah sampah pasar lubang perumahan sekolah banjir hari tinggi malam selokan ' +
  'motor puskesmas antrean dokter obat kartu keluarga listrik tiang penerangan macet parkir liar trotoar pedagang angkot ' +
  'bau menumpuk diangkut petugas kantor kelurahan pelayanan lambat berkas pengurusan pembayaran pajak retribusi izin ' +
  'bangunan tanah pohon tumbang ranting taman bermain anak posyandu imunisasi vaksin demam nyamuk jentik fogging sungai ' +
  'tanggul jembatan retak aspal mengelupas genangan saluran mampet gorong bocor pipa keruh berwarna sumur kering pemadam ' +
  'kebakaran asap pabrik limbah bising suara klakson truk muatan debu proyek galian kabel semrawut menjuntai rambu ' +
  'penyeberangan zebra lalu lintas polisi tidur terminal bus halte jadwal kereta palang pintu jalur sepeda'

const consonants = ['b', 'c', 'd', 'g', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'ng', 'ny']
const vowels = ['a', 'i', 'u', 'e', 'o']

/** Always the same numbers in [0, 1) from the same seed (a linear congruence: enough to spread words). */
export function steadyRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** `count` different words: those above, then syllables put together. */
export function wordList(count: number): string[] {
  const random = steadyRandom(7)
  const of = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const words = new Set(frequent.split(' '))
  while (words.size < count)
    words.add(
      Array.from({ length: 2 + Math.floor(random() * 2) }, () => of(consonants) + of(vowels)).join('') +
        of(['', 'n', 'k', 's']),
    )
  return [...words]
}

/** Texts of 10 to 30 words, a word the rarer the further behind in the list (Zipf). */
export function texts(count: number, words: readonly string[]): string[] {
  const random = steadyRandom(42)
  return Array.from({ length: count }, () =>
    Array.from(
      { length: 10 + Math.floor(random() * 20) },
      () => words[Math.floor(words.length ** random()) - 1] ?? '',
    ).join(' '),
  )
}
