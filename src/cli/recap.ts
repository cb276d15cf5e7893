import { handOver } from './hand-over.ts'
import { fileNamed, inTheHouse } from './installation.ts'
import { readOptions } from './options.ts'
import { type Verb, WrongUsage } from './verb.ts'

export const verb: Verb = {
  help: `recap YYYY-MM [--format json|pdf|xlsx] [--out FILE]

  Writes the city's recap of a month: the newest forwarded edition, else the one in the making.
  --format   default json
  --out      a file; without it the recap goes to standard output`,
  async run(args) {
    const option = { type: 'string' } as const
    const { values, positionals } = readOptions(args, { format: option, out: option })
    const [month, ...more] = positionals
    if (month === undefined || more.length > 0) throw new WrongUsage('Give a month: recap 2026-10.')
    const { runRecap } = await import('../reports/cli.ts')
    const asked = { month, format: values.format ?? 'json', out: fileNamed(values.out) }
    await handOver(await inTheHouse((ctx) => runRecap(ctx, asked)))
    return 0
  },
}
