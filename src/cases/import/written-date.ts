const months: readonly RegExp[] = [
  ...[/^jan/, /^(feb|peb)/, /^mar/, /^apr/, /^(mei|may)/, /^jun/],
  ...[/^jul/, /^(agu|agt|ags|aug)/, /^sep/, /^(okt|oct)/, /^(nov|nop)/, /^(des|dec)/],
]

const time = String.raw`(?:[ ,T]*(?:pukul|jam)?[ ]*(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?`
const zone = '[ ]*(?:wib)?'
const byYear = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${time}${zone}$`, 'i')
const byDay = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${time}${zone}$`, 'i')
const inWords = new RegExp(`^(?:[a-z']+,? )?(\\d{1,2})[ -]([a-z]+)\\.?[ -](\\d{4})${time}${zone}$`, 'i')
const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/**
 * An instant as Indonesian files write it: `23/11/2026 09:15`, `2026-11-23 09:15:00`, `Senin, 23 November 2026 pukul
 * 09.15 WIB`. The day comes before the month, the time is WIB unless it says its zone; a day alone begins at midnight.
 * Null for what is no date. Pure.
 */
export function readWrittenDate(text: string): Date | null {
  const said = text.trim().replace(/\s+/g, ' ')
  if (said.length > 60) return null
  if (withZone.test(said)) return valid(new Date(said))
  const year = byYear.exec(said)
  if (year) return instant(year[1], year[2], year[3], year.slice(4))
  const day = byDay.exec(said)
  if (day) return instant(day[3], day[2], day[1], day.slice(4))
  const words = inWords.exec(said)
  const month = words ? months.findIndex((name) => name.test((words[2] ?? '').toLowerCase())) + 1 : 0
  return words && month > 0 ? instant(words[3], String(month), words[1], words.slice(4)) : null
}

function instant(year = '', month = '', day = '', clock: readonly (string | undefined)[] = []): Date | null {
  const two = (n: string | undefined): string => (n ?? '0').padStart(2, '0')
  const [hour, minute, second] = clock
  const date = `${year}-${two(month)}-${two(day)}`
  const there = valid(new Date(`${date}T00:00:00Z`))
  // 31 February would roll over.
  if (there?.toISOString().slice(0, 10) !== date) return null
  return valid(new Date(`${date}T${two(hour)}:${two(minute)}:${two(second)}+07:00`))
}

const valid = (date: Date): Date | null => (Number.isNaN(date.getTime()) ? null : date)
