import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { runDue } from './due.ts'

/** The data as they ship, read as text: nothing of the module under test has seen them. */
const shipped: {
  calendars: { id: string; hours: { from: string; to: string | null; week: Record<string, [string, string][]> }[] }[]
  daysOff: { day: string }[]
} = JSON.parse(readFileSync('db/data/calendar.json', 'utf8'))

interface Day {
  day: string
  intervals: [string, string][]
}

const off = new Set(shipped.daysOff.map(({ day }) => day))

/** Every day of 2025 to 2027 with its intervals: the range of hours that began last, the weekday, and no day off. */
function daysOf(id: string): Day[] {
  const hours = shipped.calendars.find((calendar) => calendar.id === id)?.hours ?? []
  const days: Day[] = []
  for (let at = Date.parse('2025-01-01T12:00:00Z'); at < Date.parse('2028-01-01T00:00:00Z'); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    const held = hours.findLast(({ from, to }) => from <= day && (to === null || day <= to))
    const weekday = ['7', '1', '2', '3', '4', '5', '6'][new Date(at).getUTCDay()] ?? ''
    days.push({ day, intervals: off.has(day) ? [] : (held?.week[weekday] ?? []) })
  }
  return days
}

/** Before opening, at opening, in the break, a second before closing, at closing, at night, and at both midnights. */
function timesOf({ intervals }: Day): string[] {
  const [opening, closing] = [intervals[0]?.[0] ?? '07:30', intervals.at(-1)?.[1] ?? '16:00']
  const [hour = 0, minute = 0] = closing.split(':').map(Number)
  const before = new Date(Date.UTC(2025, 0, 1, hour, minute) - 1000).toISOString().slice(11, 19)
  return ['00:00:00', '05:00:00', `${opening}:00`, '12:15:00', before, `${closing}:00`, '21:30:00', '23:59:59']
}

const utc = (day: string, time: string): string =>
  new Date(`${day}T${time}:00+07:00`).toISOString().replace('.000Z', 'Z')

/** Walks from day to day, counting those on which the office opens; `-` where the walk leaves the known years. */
function* countDays(days: readonly Day[], at: number, time: string, most: number): Generator<string> {
  let i = at
  const closing = days[i]?.intervals.at(-1)?.[1]
  if (closing !== undefined && time.slice(0, 5) >= closing) i += 1
  for (let n = 0; n <= most; n += 1, i += 1) {
    while (i < days.length && days[i]?.intervals.length === 0) i += 1
    const found = days[i]
    yield found ? utc(found.day, found.intervals.at(-1)?.[1] ?? '') : '-'
  }
}

const secondsOf = (time: string): number =>
  time.split(':').reduce((sum, part, i) => sum + Number(part) * 60 ** (2 - i), 0)

/** Walks from interval to interval, using up the minutes. */
function countMinutes(days: readonly Day[], at: number, time: string, minutes: number): string {
  if (minutes === 0) return new Date(`${days[at]?.day}T${time}+07:00`).toISOString().replace('.000Z', 'Z')
  let left = minutes * 60
  for (let i = at; i < days.length; i += 1)
    for (const [from, to] of days[i]?.intervals ?? []) {
      const begin = Math.max(secondsOf(from), i === at ? secondsOf(time) : 0)
      const worked = Math.max(0, secondsOf(to) - begin)
      if (worked >= left)
        return new Date(Date.parse(`${days[i]?.day}T00:00:00+07:00`) + (begin + left) * 1000)
          .toISOString()
          .replace('.000Z', 'Z')
      left -= worked
    }
  return '-'
}

interface Asked {
  line: string
  expected: string
}

/** Asks `bin/kentongan due --stdin` in chunks, as a pipe brings them, and compares line by line. */
async function agree(unit: 'days' | 'minutes', calendar: string, asked: readonly Asked[]): Promise<string> {
  let [out, refusals] = ['', 0]
  async function* stdin() {
    for (let i = 0; i < asked.length; i += 1000)
      yield asked
        .slice(i, i + 1000)
        .map(({ line }) => `${line}\n`)
        .join('')
  }
  const exit = await runDue(['--stdin', '--unit', unit, '--calendar', calendar], {
    stdin: stdin(),
    stdout: (text) => {
      out += text
    },
    stderr: (text) => {
      assert.match(text, /The days off of 2028 are not decreed/)
      refusals += 1
    },
  })
  const answers = out.trimEnd().split('\n')
  assert.equal(answers.length, asked.length)
  for (const [i, { line, expected }] of asked.entries())
    if (answers[i] !== expected) assert.fail(`${calendar}: ${line} ${unit}: ${answers[i]}, counted ${expected}`)
  const beyond = asked.filter(({ expected }) => expected === '-').length
  assert.deepEqual([refusals, exit], [beyond, beyond > 0 ? 1 : 0])
  assert.ok(beyond > 0)
  return `${asked.length} agree, ${beyond} of them refused`
}

const mostDays = 90
const minutes = [0, 1, 29, 30, 59, 60, 61, 240, 241, 450, 451, 900, 2250, 13_500]

describe('bin/kentongan due against an independent count, for every day of 2025 to 2027', () => {
  for (const { id } of shipped.calendars) {
    const days = daysOf(id)

    it(`${id}: 0 to ${mostDays} days from several instants a day`, async (t) => {
      const asked: Asked[] = []
      for (const [i, day] of days.entries())
        for (const time of timesOf(day)) {
          const from = `${day.day}T${time}+07:00`
          for (const expected of countDays(days, i, time, mostDays))
            asked.push({ line: `${from} ${asked.length % (mostDays + 1)}`, expected })
        }
      assert.equal(asked.length, 1095 * 8 * (mostDays + 1))
      t.diagnostic(await agree('days', id, asked))
    })

    it(`${id}: minutes by the office intervals`, async (t) => {
      const asked = days.flatMap((day, i) =>
        timesOf(day).flatMap((time) =>
          minutes.map((n) => ({ line: `${day.day}T${time}+07:00 ${n}`, expected: countMinutes(days, i, time, n) })),
        ),
      )
      t.diagnostic(await agree('minutes', id, asked))
    })
  }
})
