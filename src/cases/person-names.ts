/** What names a person in Indonesian stands before the name; offices ("Bapak Camat", "Ibu Kota") are nobody's name. */
const called =
  /(?<![\p{L}\d])(?:(?:bapak|bpk|pak|ibu|bu|sdri|sdr|saudara|saudari|mas|mbak|haji|hajah|hj|tn|ny|dr|drg)\.?|(?:nama|namanya|bernama|atas nama|a\.n\.|an\.)(?: (?:saya|lengkap|pelapor|istri|suami|anak|saya adalah|adalah))?:?)[ ]{1,2}/giu
const capitalised = /^\p{Lu}[\p{L}'’.-]{0,24}(?:[ ]\p{Lu}[\p{L}'’.-]{0,24}){0,3}/u
const own = /^(?:adalah )?(\p{L}[\p{L}'’.-]{1,24}(?:[ ]\p{L}[\p{L}'’.-]{1,24})?)/u
const noName = new Set(
  `rt rw lurah camat kepala ketua wali walikota gubernur bupati presiden menteri sekretaris dinas kadis kota kelurahan kecamatan dokter guru polisi satpam petugas dan yang di ke dari itu ini tersebut saya kami jalan jl jalannya perumahan sekolah rumah pkk posyandu hamil rumah-rumah desa dpr dprd admin operator pejabat lingkungan warga`.split(
    ' ',
  ),
)

/**
 * Stretches that are likely names of people: what stands after "Bapak", "Ibu", "nama saya" and their like. Suggestions;
 * a name alone, without such a word before it, is not found.
 */
export function findNames(text: string): { from: number; to: number }[] {
  return [...text.matchAll(called)].flatMap((match) => {
    const from = match.index + match[0].length
    const ahead = text.slice(from, from + 110)
    const self = /saya/i.test(match[0])
    const lower = self ? own.exec(ahead)?.[1] : undefined
    const name = trimmed(capitalised.exec(ahead)?.[0] ?? lower ?? '')
    if (name === '' || noName.has(name.split(' ')[0]?.toLowerCase().replace(/\.$/, '') ?? '')) return []
    const start = from + ahead.indexOf(name)
    return [{ from: start, to: start + name.length }]
  })
}

/** Without what follows the name: a full stop, and a second title. */
function trimmed(name: string): string {
  const words = name.split(' ')
  const end = words.findIndex((word, i) => i > 0 && noName.has(word.toLowerCase().replace(/\.$/, '')))
  return (end < 0 ? words : words.slice(0, end)).join(' ').replace(/[.'’-]+$/, '')
}
