/** Words for what events are about; what is not here is shown by its code. */
export const things: Readonly<Record<string, string>> = {
  account: 'Akun media sosial',
  agency: 'Perangkat daerah',
  'agency-calendar': 'Kalender perangkat daerah',
  alarm: 'Peringatan',
  appointment: 'Jabatan',
  calendar: 'Kalender kerja',
  case: 'Kasus',
  content: 'Konten',
  'contributor-link': 'Tautan kontributor',
  delegation: 'Delegasi',
  handover: 'Serah terima',
  holiday: 'Hari libur',
  'holiday-decree': 'Keputusan hari libur',
  'holiday-year': 'Kalender setahun',
  'office-hours': 'Jam kerja',
  person: 'Orang',
  post: 'Siaran',
  recap: 'Rekapitulasi kota',
  report: 'Laporan bulanan',
  site: 'Situs perangkat daerah',
  'saved-answer': 'Jawaban tersimpan',
  'sla-rule': 'Batas waktu layanan',
  token: 'Token API',
  website: 'Situs yang dipantau',
}

export const thingInWords = (thing: string): string => things[thing] ?? thing

/** One field of a thing, before and after; null: it was not there. */
export interface Change {
  field: string
  before: string | null
  after: string | null
}

/** What differs between the two sides of an event, field by field, as text. Fields that stayed are left out. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const change = { field, before: was.get(field) ?? null, after: is.get(field) ?? null }
    return change.before === change.after ? [] : [change]
  })
}

function fieldsOf(side: unknown): Map<string, string> {
  if (side === null || side === undefined) return new Map()
  if (typeof side !== 'object' || Array.isArray(side)) return new Map([['isi', textOf(side)]])
  return new Map(
    Object.entries(side).flatMap(([field, value]) => (value === null ? [] : [[field, textOf(value)] as const])),
  )
}

function textOf(value: unknown): string {
  if (value === true) return 'ya'
  if (value === false) return 'tidak'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The change of one field in a line: `judul: A → B`. */
export const changeInWords = ({ field, before, after }: Change): string => {
  if (before === null) return `${field}: ${after}`
  return after === null ? `${field}: ${before} → (kosong)` : `${field}: ${before} → ${after}`
}
