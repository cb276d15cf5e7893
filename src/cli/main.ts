import { explain } from './explain.ts'
import { print, tell, type Verb, WrongUsage } from './verb.ts'

const verbs: Record<string, { summary: string; load: () => Promise<{ verb: Verb }> }> = {
  serve: { summary: 'web and background work in one process', load: () => import('./serve.ts') },
  worker: { summary: 'background work alone', load: () => import('./worker.ts') },
  migrate: { summary: 'brings the database up to date', load: () => import('./migrate.ts') },
  seed: { summary: 'loads the register of agencies, with --example the example city', load: () => import('./seed.ts') },
  user: { summary: 'adds a person with an appointment', load: () => import('./user.ts') },
  token: { summary: 'adds an API token and prints it once', load: () => import('./token.ts') },
  due: { summary: 'prints the instant a working-time limit ends', load: () => import('./due.ts') },
  import: { summary: 'imports cases of another system from a CSV', load: () => import('./import.ts') },
  report: { summary: 'writes the monthly report of an agency', load: () => import('./report.ts') },
  recap: { summary: "writes the city's recap of a month", load: () => import('./recap.ts') },
  scan: { summary: 'scans one site and prints the verdict', load: () => import('./scan.ts') },
  bench: { summary: 'runs the benchmarks and prints ratios', load: () => import('./bench.ts') },
  doctor: { summary: 'checks the installation and says what to do', load: () => import('./doctor.ts') },
}

const [name, ...args] = process.argv.slice(2)
process.exitCode = await main()

async function main(): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') return overview()
  const chosen = verbs[name]
  if (!chosen) return wrong(`There is no verb "${name}".`, '')
  const { verb } = await chosen.load()
  if (args.includes('--help') && verb.help !== '') {
    print(verb.help.trimEnd())
    return 0
  }
  try {
    return await verb.run(args)
  } catch (error) {
    if (error instanceof WrongUsage) return wrong(error.message, `${name} `)
    tell(explain(error))
    if (process.env.LOG_LEVEL === 'debug') console.error(error)
    return 1
  }
}

function overview(): number {
  print('bin/kentongan VERB [options]   (VERB --help says more)\n')
  for (const [verb, { summary }] of Object.entries(verbs)) print(`  ${verb.padEnd(9)} ${summary}`)
  return name === undefined ? 2 : 0
}

function wrong(message: string, verb: string): number {
  tell(`${message}\nSee: bin/kentongan ${verb}--help`)
  return 2
}
