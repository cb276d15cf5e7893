import type { OfficeHours } from '../platform/calendar/calendar-data.ts'
import { hoursOn } from '../platform/calendar/working-calendar.ts'
import { formatDay } from '../platform/time.ts'
import type { Decree } from './decree.ts'
import { type DecreeList, type LineNote, readDecreeList } from './decree-list.ts'
import { dayOffKinds, type Holiday } from './holiday.ts'

export interface ChangedDay extends Pick<Holiday, 'day' | 'kind' | 'name'> {
  /** `kept`: it is a day off already; `withdrawn`: it is one until this decree. */
  effect: 'added' | 'kept' | 'withdrawn'
  /** Not worked in the city's offices anyway, so that nothing is counted otherwise. */
  weekend: boolean
  /** The name under which it is known already, where the decree has another. */
  knownAs: string | null
}

/** What a decree would change, compared to what holds. */
export interface DecreeChange {
  rows: ChangedDay[]
  withdrawnIds: string[]
  /** Lines as in `DecreeList`; those of the withdrawals come after those of the list. */
  wrong: LineNote[]
  skipped: LineNote[]
  /** Why it cannot be confirmed, besides the wrong lines; empty where it can. */
  obstacles: string[]
}

interface Held {
  /** Days off of the decree's year that hold now. */
  holidays: readonly Holiday[]
  /** Of the city's offices. */
  hours: readonly OfficeHours[]
  knownYears: readonly number[]
}

/** Below this a list is not a year's: every year since 2010 had more. */
const fewest = 10

/** Compares the list of a decree with the days off that hold. Pure. */
export function changeOf(decree: Decree, { holidays, hours, knownYears }: Held): DecreeChange {
  const { year, wholeYear } = decree
  const list = readDecreeList(decree.listed, { year })
  const off = wholeYear ? noList : readDecreeList(decree.withdrawn, { year, daysOnly: true })
  const isKept = ({ day, kind }: Pick<Holiday, 'day' | 'kind'>): boolean =>
    list.days.some((listed) => listed.day === day && listed.kind === kind)
  const named = off.days.map((one) => ({
    one,
    met: holidays.filter(({ day, kind }) => day === one.day && (one.kind === null || kind === one.kind)),
  }))
  const withdrawn = wholeYear ? holidays.filter((held) => !isKept(held)) : named.flatMap(({ met }) => met)
  const isWeekend = (day: string): boolean => isRestDay(hours, day)
  const rows = [
    ...list.days.flatMap(({ day, kind, name }): ChangedDay[] => {
      if (kind === null) return []
      const known = holidays.find((held) => held.day === day && held.kind === kind && !withdrawn.includes(held))
      const knownAs = known && known.name !== name ? known.name : null
      return [{ day, kind, name, effect: known ? 'kept' : 'added', weekend: isWeekend(day), knownAs }]
    }),
    ...withdrawn.map(({ day, kind, name }): ChangedDay => {
      return { day, kind, name, effect: 'withdrawn', weekend: isWeekend(day), knownAs: null }
    }),
  ].sort((a, b) => (a.day + a.effect < b.day + b.effect ? -1 : 1))
  const younger = withdrawn.find(({ from }) => from > decree.decreedOn)
  const missed = named.filter(({ met }) => met.length === 0).map(({ one }) => formatDay(one.day))
  const nationals = list.days.filter(({ kind }) => kind === 'national').length
  const changes = rows.some(({ effect }) => effect !== 'kept') || !knownYears.includes(year)
  const obstacles: [there: boolean, words: string][] = [
    [missed.length > 0, `Tidak tercatat sebagai hari libur, maka tidak dapat dicabut: ${missed.join(', ')}.`],
    [
      wholeYear && nationals < fewest,
      `Daftar setahun belum lengkap: ${nationals} hari libur nasional terbaca, setahun lebih dari ${fewest}.`,
    ],
    [
      younger !== undefined,
      younger
        ? `${formatDay(younger.day)} ditetapkan pada ${formatDay(younger.from)}, sesudah keputusan ini: keputusan yang lebih lama tidak mencabut yang lebih baru.`
        : '',
    ],
    [!changes, 'Semua hari sudah tercatat: keputusan ini tidak mengubah apa pun.'],
  ]
  return {
    rows,
    withdrawnIds: withdrawn.map(({ id }) => id),
    wrong: [...list.wrong, ...off.wrong],
    skipped: [...list.skipped, ...off.skipped],
    obstacles: obstacles.filter(([there]) => there).map(([, words]) => words),
  }
}

const noList: DecreeList = { days: [], wrong: [], skipped: [] }

const isRestDay = (hours: readonly OfficeHours[], day: string): boolean => {
  const weekday = String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)
  return (hoursOn(hours, day)?.week[weekday] ?? []).length === 0
}

/** `Kamis..., libur nasional` in a line, for events and reasons. */
export const dayInFewWords = ({ day, kind, name }: Pick<Holiday, 'day' | 'kind' | 'name'>): string =>
  `${name}, ${formatDay(day)} (${dayOffKinds[kind].toLowerCase()})`
