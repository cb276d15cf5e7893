import { spawnSync } from 'node:child_process'
import { run } from 'node:test'
import { embeddedDatabases, givenDatabases, type TestDatabases } from './suite/databases.ts'
import { testFiles, touchesDatabase } from './suite/files.ts'
import { type Count, report } from './suite/report.ts'

const prefixes = process.argv.slice(2)
const total: Count = { passed: 0, failed: 0 }
const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopped.abort())

if (prefixes.length === 0) {
  check('types', 'tsc', '--noEmit')
  check('style', 'biome', 'check', '--error-on-warnings')
}
const files = testFiles(prefixes)
await runOn(embeddedDatabases, files)
const { TEST_DATABASE_URL: url } = process.env
if (url) await runOn(() => givenDatabases(url), files.filter(touchesDatabase))

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 || total.passed === 0 || stopped.signal.aborted ? 1 : 0)

function check(what: string, program: string, ...options: string[]): void {
  const { status } = spawnSync(`node_modules/.bin/${program}`, options, { stdio: 'inherit' })
  total[status === 0 ? 'passed' : 'failed']++
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${what}`)
}

async function runOn(open: () => Promise<TestDatabases>, files: string[]): Promise<void> {
  if (stopped.signal.aborted || files.length === 0) return
  const databases = await open().catch(failed)
  console.log(`\n${files.length} test files on the ${databases?.name ?? 'house without a database'}`)
  try {
    const { passed, failed } = await report(
      run({
        files,
        concurrency: 2,
        timeout: Number(process.env.TEST_TIMEOUT_MS ?? 300_000),
        signal: stopped.signal,
        execArgv: ['--import', `${import.meta.dirname}/../bin/from-source.mjs`, '--no-warnings'],
        env: { ...process.env, ...databases?.environment },
      }),
    )
    total.passed += passed
    total.failed += failed
  } finally {
    await databases?.close()
  }
}

/** Rules can be tried all the same. */
function failed(error: unknown): undefined {
  total.failed++
  console.log(`FAILED  to make the database of this run\n`, error)
}
