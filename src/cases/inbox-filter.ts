import { addDays, dayInWib, startOfDay } from '../platform/time.ts'
import { isCaseClass, isCaseKind } from './case.ts'

/** How the inbox is narrowed; '' everywhere: all that waits for the agency. Parameters of the address in Indonesian. */
export interface InboxFilter {
  state: string
  agencyId: string
  kind: string
  class: string
  channel: string
  /** `saya`, `belum`, or a person's id. */
  assignee: string
  /** Id of a label. */
  label: string
  topic: string
  /** Id of a district or an urban village. */
  region: string
  due: string
  text: string
}

export const filterNames = {
  state: 'keadaan',
  agencyId: 'perangkat',
  kind: 'jenis',
  class: 'kelas',
  channel: 'kanal',
  assignee: 'petugas',
  label: 'label',
  topic: 'topik',
  region: 'wilayah',
  due: 'tenggat',
  text: 'cari',
} as const satisfies Record<keyof InboxFilter, string>

const keys = Object.keys(filterNames) as (keyof InboxFilter)[]

/** What stands in the address; a value that can be none counts as not given, so that an old link still leads somewhere. */
export function filterIn(query: URLSearchParams): InboxFilter {
  const given = Object.fromEntries(
    keys.map((key) => [key, (query.get(filterNames[key]) ?? '').trim().slice(0, 200)]),
  ) as unknown as InboxFilter
  return {
    ...given,
    state: isListState(given.state) ? given.state : '',
    kind: isCaseKind(given.kind) ? given.kind : '',
    class: isCaseClass(given.class) ? given.class : '',
    due: isDue(given.due) ? given.due : '',
  }
}

/** The same as parameters of an address, without what is not given. */
export const filterQuery = (filter: InboxFilter): Record<string, string> =>
  Object.fromEntries(keys.flatMap((key) => (filter[key] === '' ? [] : [[filterNames[key], filter[key]] as const])))

export const isNarrowed = (filter: InboxFilter): boolean => keys.some((key) => filter[key] !== '')

/** Which cases a list holds. `waiting`: open and replied; all but the last two wait for the agency. */
export const listStates = {
  waiting: 'Menunggu jawaban',
  open: 'Menunggu balasan',
  replied: 'Sedang ditangani',
  untriaged: 'Belum diverifikasi',
  held: 'Ditunda',
  suspected: 'Diduga iklan',
  answered: 'Sudah dijawab',
  closed: 'Ditutup',
} as const
export type ListState = keyof typeof listStates
export const isListState = (text: string): text is ListState => Object.hasOwn(listStates, text)
export const isSettled = (state: string): state is 'answered' | 'closed' => state === 'answered' || state === 'closed'

export const dues = {
  overdue: 'Lewat batas waktu',
  today: 'Jatuh tempo hari ini',
  week: 'Jatuh tempo minggu ini',
  paused: 'Sedang dijeda',
} as const
export type Due = keyof typeof dues
export const isDue = (text: string): text is Due => Object.hasOwn(dues, text)

/** Half-open, in instants: what is due before `to`, and not before `from`. A week ends with Sunday, in WIB. */
export function dueRange(due: Exclude<Due, 'paused'>, now: Date): { from: Date | null; to: Date } {
  if (due === 'overdue') return { from: null, to: now }
  const today = dayInWib(now)
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return { from: now, to: startOfDay(addDays(today, due === 'today' ? 1 : 7 - weekday)) }
}
