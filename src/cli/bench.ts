import { availableParallelism } from 'node:os'
import { readOptions } from './options.ts'
import { print, type Verb, WrongUsage } from './verb.ts'

type Bench = (print: (line: string) => void, databaseUrl: string | undefined) => Promise<void>

const benches: Record<string, () => Promise<Bench>> = {
  'first-beat': async () => (await import('../bench/first-beat.ts')).benchFirstBeat,
  register: async () => (await import('../bench/register.ts')).benchRegister,
}

export const verb: Verb = {
  help: `bench [NAME]

  Runs the benchmarks, or the one named, and prints ratios against bare contenders measured in the same run:
    first-beat   a hosted article page against bare node:http; mentions made cases against bare inserts
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
