import { parseArgs } from 'node:util'
import { endOfOfficeDay, instantAfterMinutes, receiptOfficeDay } from './due-after.ts'
import { instantText, parseInstant } from './instant-text.ts'
import { cityCalendar, shippedCalendars } from './shipped-calendar.ts'
import { UnknownYear } from './unknown-year.ts'
import { type WorkingCalendar, workingCalendar } from './working-calendar.ts'

export interface DueIo {
  stdin: AsyncIterable<Buffer | string>
  /** Waits while the reader is slow. */
  stdout: (text: string) => Promise<void> | void
  stderr: (text: string) => void
  /** The calendar of this id, or null when there is none. Without it, those that ship with the program are used. */
  calendar?: (id: string) => Promise<WorkingCalendar | null>
}

type Unit = 'days' | 'minutes'

class WrongUsage extends Error {}
class Refused extends Error {}

export const dueHelp = `due: when a time limit in working time ends, RFC 3339 in UTC

  due --from INSTANT --days N       end of the N-th office day after the day of receipt
  due --from INSTANT --minutes N    N working minutes after INSTANT
  due --stdin --unit days|minutes   reads lines "INSTANT N", prints one instant a line

  --calendar ID   the working calendar (default: ${cityCalendar})

INSTANT has an offset, for example 2026-03-16T16:40:00+07:00.
With --stdin a refused line is printed as "-", and the reason goes to standard error.
`

/** `bin/kentongan due ...`: the exit code, 0 done, 1 refused (a year without decree), 2 wrong usage. Needs no database. */
export async function runDue(args: string[], io: DueIo): Promise<number> {
  try {
    const asked = parse(args)
    if (asked === 'help') return await said(io, dueHelp)
    const calendar = await (io.calendar ?? shipped)(asked.calendar)
    if (calendar === null) throw new Refused(`There is no working calendar "${asked.calendar}".`)
    if (asked.lines) return await dueOfLines(calendar, asked.unit, io)
    return await said(io, `${dueText(calendar, asked.unit, asked.from, asked.n)}\n`)
  } catch (error) {
    const wrong = error instanceof WrongUsage
    if (!wrong && !(error instanceof Refused) && !(error instanceof UnknownYear)) throw error
    io.stderr(`${error.message}\n${wrong ? 'See: bin/kentongan due --help\n' : ''}`)
    return wrong ? 2 : 1
  }
}

type Asked =
  | { lines: false; from: string; n: string; unit: Unit; calendar: string }
  | { lines: true; unit: Unit; calendar: string }

function parse(args: string[]): Asked | 'help' {
  const { values } = parsed(args)
  const { from, days, minutes, unit, calendar = cityCalendar } = values
  if (values.help) return 'help'
  if (values.stdin) {
    if (from !== undefined || days !== undefined || minutes !== undefined)
      throw new WrongUsage('--stdin does not go with --from, --days or --minutes.')
    if (unit !== 'days' && unit !== 'minutes') throw new WrongUsage('--stdin needs --unit days or --unit minutes.')
    return { lines: true, unit, calendar }
  }
  if (unit !== undefined) throw new WrongUsage('--unit only goes with --stdin.')
  if (from === undefined) throw new WrongUsage('--from INSTANT is missing.')
  if (days !== undefined && minutes === undefined) return { lines: false, from, n: days, unit: 'days', calendar }
  if (minutes !== undefined && days === undefined) return { lines: false, from, n: minutes, unit: 'minutes', calendar }
  throw new WrongUsage('Give one of --days N and --minutes N.')
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = { from: text, days: text, minutes: text, unit: text, calendar: text, stdin: flag, help: flag }
  try {
    return parseArgs({ args, options })
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error))
  }
}

/** Throws `WrongUsage` for what is not an instant or not a whole number, `UnknownYear` for what is not known. */
function dueText(calendar: WorkingCalendar, unit: Unit, from: string, n: string): string {
  const instant = parseInstant(from)
  if (Number.isNaN(instant))
    throw new WrongUsage(
      `"${from.slice(0, 60)}" is no RFC 3339 instant with an offset, like 2026-03-16T16:40:00+07:00.`,
    )
  if (!/^\d{1,9}$/.test(n)) throw new WrongUsage(`"${n.slice(0, 60)}" is no whole number of 0 or more.`)
  return instantText(
    unit === 'days'
      ? endOfOfficeDay(calendar, receiptOfficeDay(calendar, instant) + Number(n))
      : instantAfterMinutes(calendar, instant, Number(n)),
  )
}

/** One answer a line, in order. A refused line does not stop the others: its place is kept by `-`. */
async function dueOfLines(calendar: WorkingCalendar, unit: Unit, io: DueIo): Promise<number> {
  let exit = 0
  let number = 0
  const answer = (line: string): string => {
    number += 1
    if (line.trim() === '') return ''
    try {
      const [from = '', n = '', ...more] = line.trim().split(/\s+/)
      if (more.length > 0) throw new WrongUsage(`"${line.slice(0, 60)}" is no line "INSTANT N".`)
      return `${dueText(calendar, unit, from, n)}\n`
    } catch (error) {
      if (!(error instanceof WrongUsage) && !(error instanceof UnknownYear)) throw error
      exit = Math.max(exit, error instanceof WrongUsage ? 2 : 1)
      io.stderr(`Line ${number}: ${error.message}\n`)
      return '-\n'
    }
  }
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of io.stdin) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n')
    rest = lines.pop() ?? ''
    await io.stdout(lines.map(answer).join(''))
  }
  await io.stdout(answer(rest))
  return exit
}

async function shipped(id: string): Promise<WorkingCalendar | null> {
  const data = shippedCalendars().find((calendar) => calendar.id === id)
  return data === undefined ? null : workingCalendar(data)
}

async function said(io: DueIo, text: string): Promise<number> {
  await io.stdout(text)
  return 0
}
