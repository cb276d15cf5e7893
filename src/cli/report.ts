import { handOver } from './hand-over.ts'
import { fileNamed, inTheHouse } from './installation.ts'
import { readOptions } from './options.ts'
import { type Verb, WrongUsage } from './verb.ts'

export const verb: Verb = {
  help: `report AGENCY YYYY-MM [--format json|pdf|xlsx] [--out FILE]

  Writes the monthly report of one agency, with the figures the screen shows.
  --format   default json
  --out      a file; without it the report goes to standard output`,
  async run(args) {
    const option = { type: 'string' } as const
    const { values, positionals } = readOptions(args, { format: option, out: option })
    const [agency, month, ...more] = positionals
    if (agency === undefined || month === undefined || more.length > 0)
      throw new WrongUsage('Give an agency and a month: report dinkes 2026-10.')
    const { runReport } = await import('../reports/cli.ts')
    const asked = { agency, month, format: values.format ?? 'json', out: fileNamed(values.out) }
    await handOver(await inTheHouse((ctx) => runReport(ctx, asked)))
    return 0
  },
}
