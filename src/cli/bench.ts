import { availableParallelism } from 'node:os'
import { readOptions } from './options.ts'
import { print, type Verb, WrongUsage } from './verb.ts'

type Bench = (print: (line: string) => void, databaseUrl: string | undefined) => Promise<void>

const benches: Record<string, () => Promise<Bench>> = {
  due: async () => (await import('../bench/due.ts')).benchDue,
  figures: async () => (await import('../bench/figures.ts')).benchFigures,
  'first-beat': async () => (await import('../bench/first-beat.ts')).benchFirstBeat,
  recompute: async () => (await import('../bench/recompute.ts')).benchRecompute,
  'x-ingest': async () => (await import('../bench/x-ingest.ts')).benchXIngest,
  schedule: async () => (await import('../bench/schedule.ts')).benchSchedule,
  register: async () => (await import('../bench/register.ts')).benchRegister,
}

export const verb: Verb = {
  help: `bench [NAME]

  Runs the benchmarks, or the one named, and prints ratios against bare contenders measured in the same run:
    due          due instants in working days and minutes against a naive loop; needs no database
    figures      figures of cases with 1,000,000 cases against 10,000, and what following costs
    first-beat   a hosted article page against bare node:http; mentions made cases against bare inserts
    recompute    due dates of 100,000 open cases after a day off was added, against a bare update
    x-ingest     mentions made cases against bare batched inserts; 50 accounts, 20,000 mentions, pushed and polled
    schedule     2,000 posts of 115 accounts due at one minute: how late, in order, within X's limits
    register     the register page with 20,000 agencies against 100
  On a throwaway embedded database and, when DATABASE_URL is set, on a new database of that server too.`,
  async run(args) {
    const { positionals } = readOptions(args, {})
    const names = positionals.length > 0 ? positionals : Object.keys(benches)
    for (const name of names) if (!benches[name]) throw new WrongUsage(`There is no benchmark "${name}".`)
    print(`Node ${process.version}, ${availableParallelism()} cores, medians of interleaved rounds`)
    for (const name of names) await (await benches[name]?.())?.(print, process.env.DATABASE_URL)
    return 0
  },
}
