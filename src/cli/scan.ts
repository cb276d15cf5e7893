import { readOptions } from './options.ts'
import { print, type Verb, WrongUsage } from './verb.ts'

export const verb: Verb = {
  help: `scan URL [--json] [--now ISO]

  Scans one site without a database and prints the verdict: freshness, confidence, evidence, findings.
  --json       the verdict as JSON
  --now ISO    judges as if it were this instant
  A private address may be typed; SCAN_PRIVATE_ADDRESSES=yes also allows names and redirects that lead to one.`,
  async run(args) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, now: { type: 'string' } })
    const [url, ...more] = positionals
    if (url === undefined || more.length > 0) throw new WrongUsage('Give one address.')
    const now = values.now === undefined ? undefined : new Date(values.now)
    if (now && Number.isNaN(now.getTime())) throw new WrongUsage(`--now ${values.now} is not an instant.`)
    const { runScan } = await import('../monitoring/scan-cli.ts')
    const allowPrivate = process.env.SCAN_PRIVATE_ADDRESSES === 'yes'
    print(await runScan(url, { json: values.json === true, allowPrivate, ...(now && { now }) }))
    return 0
  },
}
