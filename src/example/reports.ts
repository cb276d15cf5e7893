import { isReporting } from '../agencies/agency.ts'
import { findAgencies } from '../agencies/find-agencies.ts'
import { accepted } from '../platform/refusal.ts'
import { addDays, addMonths, monthInWib, startOfDay } from '../platform/time.ts'
import { acceptReport } from '../reports/accept-report.ts'
import { approveReport } from '../reports/approve-report.ts'
import { findReport } from '../reports/find-reports.ts'
import { forwardRecap } from '../reports/forward-recap.ts'
import type { Obstacles } from '../reports/obstacles.ts'
import { openReport, openReports } from '../reports/open-report.ts'
import { receiveReport } from '../reports/receive-report.ts'
import { returnReport } from '../reports/return-report.ts'
import { submitReport } from '../reports/submit-report.ts'
import { writeObstacles } from '../reports/write-obstacles.ts'
import type { Example } from './example.ts'

/** How far a report came, and on which day of the next month the head approved it. */
interface Story {
  until: 'handed-in' | 'submitted' | 'received' | 'returned' | 'accepted'
  day: number
  obstacles?: Obstacles & { letterNumber: string }
}

const officer = 'petugas@diskominfo.example'
const lostServer: NonNullable<Story['obstacles']> = {
  reasons: ['server'],
  text: 'Situs tidak dapat dibuka selama dua hari karena server penyedia rusak.',
  plan: 'Bagian umum meminta penyedia memasang server cadangan sebelum akhir bulan.',
  letterNumber: '',
}
const training: NonNullable<Story['obstacles']> = {
  reasons: ['no-content'],
  text: 'Bidang belum rutin menyerahkan bahan berita.',
  plan: 'Setiap bidang menunjuk satu kontributor dan menyerahkan bahan setiap Senin.',
  letterNumber: '480/12-Contoh',
}

/** The month before last: nearly all are in, one came late, some never came. */
const earlier: Readonly<Record<string, Story>> = {
  dinkes: { until: 'accepted', day: 3, obstacles: training },
  dlh: { until: 'accepted', day: 4 },
  dishub: { until: 'accepted', day: 10 },
  disdik: { until: 'accepted', day: 5, obstacles: lostServer },
  diskominfostandi: { until: 'accepted', day: 2 },
}

/** Last month: one report in each state. Those not named here are told by `storyOf`; the silent ones stay missing. */
const latest: Readonly<Record<string, Story>> = {
  dinkes: { until: 'accepted', day: 3, obstacles: { ...training, letterNumber: '480/31-Contoh' } },
  dlh: { until: 'returned', day: 3 },
  dishub: { until: 'submitted', day: 5 },
  disdik: { until: 'received', day: 4, obstacles: lostServer },
  diskominfostandi: { until: 'accepted', day: 2 },
  disarpusda: { until: 'handed-in', day: 12 },
}

const silent: readonly string[] = ['disarpusda', 'dispora']

/** Reports of the last two full months in every state, by the people of each agency; the earlier recap is forwarded. */
export async function exampleReports(city: Example): Promise<void> {
  const known = await city.platform.db.selectFrom('monthly_report').select('id').limit(1).executeTakeFirst()
  if (known) return
  const present = monthInWib(city.platform.clock())
  for (const [month, stories] of [
    [addMonths(present, -2), earlier],
    [addMonths(present, -1), latest],
  ] as const) {
    await openReports(city.system(instant(month, 1, '00:05')))
    const agencies = (await findAgencies(city.system(instant(month, 1, '00:05')))).filter(isReporting)
    for (const [i, { id }] of agencies.entries()) {
      const story = stories[id] ?? (silent.includes(id) ? undefined : storyOf(i))
      if (story) await tell(city, id, month, story)
    }
  }
  await forward(city, addMonths(present, -2))
  for (const id of ['dinkes', 'dlh'])
    accepted(
      await openReport(city.as(`operator@${id}.example`, city.daysAgo(0, '00:00')), { agencyId: id, month: present }),
    )
}

/** The many: most are accepted, some wait, every fifth never came. */
function storyOf(i: number): Story | undefined {
  if (i % 5 === 4) return undefined
  return { until: i % 5 === 3 ? 'submitted' : 'accepted', day: 2 + (i % 4) }
}

/** Of the month after `month`; the example never tells what has not happened yet. */
const instant = (month: string, day: number, time: string): Date =>
  new Date(startOfDay(addDays(`${addMonths(month, 1)}-01`, day - 1)).getTime() + minutes(time) * 60_000)

function minutes(time: string): number {
  const [hours = 0, more = 0] = time.split(':').map(Number)
  return hours * 60 + more
}

async function tell(city: Example, agencyId: string, month: string, { until, day, obstacles }: Story): Promise<void> {
  const at = (time: string, later = 0): Date => instant(month, day + later, time)
  const act = async (
    email: string,
    when: Date,
    work: (
      ctx: ReturnType<Example['as']>,
      ref: { agencyId: string; month: string; version: number },
    ) => Promise<unknown>,
  ): Promise<boolean> => {
    if (when > city.platform.clock()) return false
    const ctx = city.as(email, when)
    const { version } = await findReport(ctx, agencyId, month)
    accepted(await work(ctx, { agencyId, month, version }))
    return true
  }
  const operator = `operator@${operatorOf(agencyId)}.example`
  const head = `kepala@${operatorOf(agencyId)}.example`
  if (obstacles) await act(operator, at('08:40'), (ctx, ref) => writeObstacles(ctx, { ...ref, ...obstacles }))
  if (!(await act(operator, at('09:05'), submitReport)) || until === 'handed-in') return
  if (!(await act(head, at('10:20'), approveReport)) || until === 'submitted') return
  if (!(await act(officer, at('13:15'), receiveReport)) || until === 'received') return
  if (until === 'accepted') await act(officer, at('09:30', 1), acceptReport)
  const reason = 'Sebutkan rencana untuk pekan-pekan tanpa berita, lalu ajukan lagi.'
  if (until === 'returned') await act(officer, at('09:30', 1), (ctx, ref) => returnReport(ctx, { ...ref, reason }))
}

/** Mail addresses of Diskominfostandi are older than its name. */
const operatorOf = (agencyId: string): string => (agencyId === 'diskominfostandi' ? 'diskominfo' : agencyId)

async function forward(city: Example, month: string): Promise<void> {
  accepted(await forwardRecap(city.as('kepala@diskominfo.example', instant(month, 15, '10:00')), { month }))
}
