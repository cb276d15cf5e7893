import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'

export interface Count {
  passed: number
  failed: number
}

type Stream = AsyncIterable<TestEvent>

/** Prints one line per file and every failure in full; counts tests, not the suites around them. */
export async function report(events: Stream): Promise<Count> {
  const count = { passed: 0, failed: 0 }
  const output = new Map<string, string>()
  for await (const event of events) {
    if (event.type === 'test:stderr' || event.type === 'test:stdout') {
      const file = name(event.data.file)
      output.set(file, ((output.get(file) ?? '') + event.data.message).slice(-4000))
    }
    // What a test says it has `tried` is worth a line; the runner's own sums are not.
    if (event.type === 'test:diagnostic' && event.data.message.startsWith('tried '))
      console.log(`        ${event.data.message}`)
    if (event.type === 'test:pass' && isTest(event.data) && event.data.skip === undefined) count.passed++
    if (event.type === 'test:fail' && isFailure(event.data)) {
      count.failed++
      console.log(`\nFAILED  ${place(event.data)}  ${event.data.name}\n${why(event.data.details.error)}`)
      if (output.has(event.data.name)) console.log(indent(output.get(event.data.name) ?? ''))
    }
    if (event.type === 'test:summary' && event.data.file !== undefined) {
      const { file, counts, duration_ms, success } = event.data
      console.log(`${success ? 'ok    ' : 'FAILED'}  ${name(file)}  ${counts.passed} in ${seconds(duration_ms)} s`)
      if (!success && output.has(name(file))) console.log(indent(output.get(name(file)) ?? ''))
    }
  }
  return count
}

interface Outcome {
  name: string
  file?: string
  line?: number
  details: { type?: string; error?: unknown }
}

const isTest = ({ details }: Outcome): boolean => details.type !== 'suite'

/** A suite fails because of the tests in it, which are counted already, or because of itself (a hook). */
function isFailure(outcome: Outcome): boolean {
  const { failureType } = (outcome.details.error ?? {}) as { failureType?: string }
  return failureType !== 'subtestsFailed'
}

const name = (file: string): string => relative(process.cwd(), file)
const place = ({ file, line }: Outcome): string => (file === undefined ? '' : `${name(file)}:${line ?? 1}`)
const seconds = (ms: number): string => (ms / 1000).toFixed(1)
const indent = (text: string): string => text.trimEnd().replace(/^/gm, '  | ')
const why = (error: unknown): string => indent(inspect((error as { cause?: unknown })?.cause ?? error, { depth: 6 }))
