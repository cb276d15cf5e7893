import { availableParallelism } from 'node:os'
import { readOptions } from './options.ts'
import { print, type Verb, WrongUsage } from './verb.ts'

/** How many cases the large and the small database of a bench hold; each has its own default. */
type Sizes = { cases?: number; few?: number }
type Bench = (print: (line: string) => void, databaseUrl: string | undefined, sizes: Sizes) => Promise<void>

const benches: Record<string, () => Promise<Bench>> = {
  due: async () => (await import('../bench/due.ts')).benchDue,
  figures: async () => (await import('../bench/figures.ts')).benchFigures,
  'first-beat': async () => (await import('../bench/first-beat.ts')).benchFirstBeat,
  inbox: async () => (await import('../bench/inbox.ts')).benchInbox,
  recompute: async () => (await import('../bench/recompute.ts')).benchRecompute,
  'x-ingest': async () => (await import('../bench/x-ingest.ts')).benchXIngest,
  schedule: async () => (await import('../bench/schedule.ts')).benchSchedule,
  register: async () => (await import('../bench/register.ts')).benchRegister,
}

export const verb: Verb = {
  help: `bench [NAME] [--cases N] [--few N]

  Runs the benchmarks, or the one named, and prints ratios against bare contenders measured in the same run:
    due          due instants in working days and minutes against a naive loop; needs no database
    figures      figures of cases with 1,000,000 cases against 10,000 (--cases, --few), and what following costs
    first-beat   a hosted article page against bare node:http; mentions made cases against bare inserts
    inbox        the inbox and its filters with 1,000,000 cases against 10,000 (--cases, --few); search; opening cases
    recompute    due dates of 100,000 open cases of 500,000 (--cases) after a day off was added, against a bare update
    x-ingest     mentions made cases against bare batched inserts; 50 accounts, 20,000 mentions, pushed and polled
    schedule     2,000 posts of 115 accounts due at one minute: how late, in order, within X's limits
    register     the register page with 20,000 agencies against 100
  On a throwaway embedded database and, when DATABASE_URL is set, on a new database of that server too.`,
  async run(args) {
    const { positionals, values } = readOptions(args, { cases: { type: 'string' }, few: { type: 'string' } })
    const sizes = { ...size('cases', values.cases), ...size('few', values.few) }
    const names = positionals.length > 0 ? positionals : Object.keys(benches)
    for (const name of names) if (!benches[name]) throw new WrongUsage(`There is no benchmark "${name}".`)
    print(`Node ${process.version}, ${availableParallelism()} cores, medians of interleaved rounds`)
    for (const name of names) await (await benches[name]?.())?.(print, process.env.DATABASE_URL, sizes)
    return 0
  },
}

function size(name: 'cases' | 'few', text: string | undefined): Sizes {
  if (text === undefined) return {}
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1000) throw new WrongUsage(`--${name} is a number of at least 1000.`)
  return { [name]: count }
}
