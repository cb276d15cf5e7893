import { globSync, readFileSync } from 'node:fs'

const slow = /^test\/(journeys|kill|faults)\//

/** Test files below these paths, or all of them; the slow ones first, so that no core waits at the end. */
export function testFiles(prefixes: readonly string[]): string[] {
  const wanted = prefixes.map((prefix) => prefix.replace(/^\.\//, ''))
  return globSync('{src,test}/**/*.test.{ts,tsx}')
    .filter((file) => wanted.length === 0 || wanted.some((prefix) => file.startsWith(prefix)))
    .sort((a, b) => Number(slow.test(b)) - Number(slow.test(a)) || a.localeCompare(b))
}

/** Whether a test file opens a database of the run: those are run on every database we have. */
export const touchesDatabase = (file: string): boolean =>
  /^test\/(kill|faults)\//.test(file) || /\/(world|x-world|newsroom|test-server)\.ts'/.test(readFileSync(file, 'utf8'))
