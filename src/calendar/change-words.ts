import type { RecordedEvent } from '../platform/events.ts'
import { formatDay } from '../platform/time.ts'

/** Every event that changes what is counted. Who counts by the calendar follows these. */
export const calendarChanges = [
  'holiday.added',
  'holiday.withdrawn',
  'holiday-decree.confirmed',
  'office-hours.added',
  'office-hours.withdrawn',
  'agency-calendar.set',
] as const

type Side = Partial<Record<string, unknown>>

const sideOf = (side: unknown): Side => (typeof side === 'object' && side !== null ? side : {})
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const day = (value: unknown): string => formatDay(text(value))

/** What changed in the calendar and by which decree, in one sentence: the reason kept with what is counted anew. */
export function changeInWords({ action, before, after }: Pick<RecordedEvent, 'action' | 'before' | 'after'>): string {
  const [was, is] = [sideOf(before), sideOf(after)]
  if (action === 'holiday.added')
    return `Hari libur ditambahkan: ${text(is.name)}, ${day(is.day)} (${text(is.decree)}).`
  if (action === 'holiday.withdrawn')
    return `Hari libur dicabut: ${text(was.name)}, ${day(was.day)} (${text(is.withdrawnBy)}).`
  if (action === 'holiday-decree.confirmed') return decreeInWords(was, is)
  if (action === 'office-hours.added')
    return `Jam kerja baru: ${text(is.name)} sejak ${day(is.from)} (${text(is.basis)}).`
  if (action === 'office-hours.withdrawn')
    return `Jam kerja dicabut: ${text(was.name)} sejak ${day(was.from)} (${text(is.reason)}).`
  return `Kalender kerja sejak ${day(is.from)}: ${text(is.calendar)} (${text(is.basis)}).`
}

const few = 4

function decreeInWords(was: Side, is: Side): string {
  if (is.wholeYear === true && listOf(was.withdrawn).length === 0)
    return `Hari libur tahun ${is.year} ditetapkan (${text(is.number)}).`
  const parts = [['ditambah ', listOf(is.added)] as const, ['dicabut ', listOf(was.withdrawn)] as const].filter(
    ([, days]) => days.length > 0,
  )
  const words = parts.map(([verb, days]) => verb + shortened(days)).join('; ')
  return `Hari libur tahun ${is.year} diubah: ${words} (${text(is.number)}).`
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

const shortened = (days: readonly string[]): string =>
  days.length > few ? `${days.slice(0, few).join('; ')}; dan ${days.length - few} hari lagi` : days.join('; ')
