import { id as indonesian } from 'chrono-node'

export interface VisibleDate {
  /** A date without a time is given as noon WIB. */
  date: Date
  /** The words it was read from. */
  text: string
}

/** English names that themes leave in; those that Indonesian shares are not listed. */
const english: [RegExp, string][] = [
  [/\bjanuary\b/gi, 'Januari'],
  [/\bfebruary\b/gi, 'Februari'],
  [/\bmarch\b/gi, 'Maret'],
  [/\bmay\b/gi, 'Mei'],
  [/\bjune\b/gi, 'Juni'],
  [/\bjuly\b/gi, 'Juli'],
  [/\baug(ust)?\b/gi, 'Agustus'],
  [/\boct(ober)?\b/gi, 'Oktober'],
  [/\bdec(ember)?\b/gi, 'Desember'],
]

/** Words right before a date that make it something else than the day of publishing. */
const notPublishing =
  /(sekarang|terakhir (di)?(perbar|perbah|update)\p{L}*|last (updated|modified)|diakses|kunjungan|pengunjung|copyright|©|nomor\s+\S+\s+(tahun\s+\d+\s+)?tanggal|tertanggal|berlaku (mulai|sampai|hingga)|per tanggal|paling lambat|batas|s\.?d\.?|sampai( dengan)?|hingga|lahir|komentar)[^\n.]{0,30}$/iu

/** Words anywhere in the text that mark a clock, a legal citation or a Hijri date. */
const neverPublishing =
  /(hari ini\s*[:,]|\b(muharam|muharram|safar|rabiul|jumadil|rajab|syaban|sya'ban|ramadh?an|syawal|zulkaidah|dzulqa'dah|zulhijah|dzulhijjah)\s+\d{4}\b|\b(peraturan|perda|perwal|perwali|undang-undang|uu|keputusan|instruksi|surat edaran)\b.{0,40}\b(nomor|no\.?|tahun)\b)/iu

/** A cheap look before the thorough one. */
const mayBeDate = /\d|lalu|kemarin|baru saja|hari ini|tadi/i

const earliest = Date.UTC(1995, 0, 1)

/**
 * The publishing date in a short text beside a headline, as Indonesian sites write it ("Senin, 06 Maret 2017 10:15
 * WIB", "06/03/2017", "3 hari yang lalu"). Null for what has no certain year ("HUT RI 17 Agustus"), for clocks,
 * legal citations, Hijri dates, ranges, and for anything before 1995. A date in the future is given as it stands.
 */
export function readVisibleDate(text: string, now: Date): VisibleDate | null {
  if (text.length > 200 || !mayBeDate.test(text) || neverPublishing.test(text)) return null
  const plain = english.reduce((words, [name, month]) => words.replace(name, month), joinBadge(text))
  if (/^\s*baru saja\s*$/iu.test(plain)) return { date: now, text: text.trim() }
  for (const found of indonesian.parse(plain, { instant: now, timezone: 420 })) {
    if (notPublishing.test(plain.slice(0, found.index))) continue
    if (found.end || !isDay(found)) continue
    if (found.date().getTime() >= earliest) return { date: found.date(), text: text.trim().slice(0, 120) }
  }
  return null
}

type Found = ReturnType<typeof indonesian.parse>[number]

/** A certain day; "2 bulan lalu" is taken although its day is a guess, "Maret 2017" is not. */
function isDay(found: Found): boolean {
  const relative = [...found.tags()].some((tag) => tag.startsWith('result/relative'))
  return relative || (found.start.isCertain('year') && found.start.isCertain('day'))
}

/** Straight quotes for chrono, and calendar badges in separate elements: "06 / Mar / 2026", "06|Mar|2026". */
const joinBadge = (text: string): string =>
  text
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\d) ?[/|] ?(?=\p{L})|(?<=\p{L}) ?[/|] ?(?=\d)/gu, ' ')
