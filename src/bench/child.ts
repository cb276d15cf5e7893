import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const fromSource = join(import.meta.dirname, '../../bin/from-source.mjs')

/** Starts a file of this folder as a process of its own. It says what it is ready with as its first message. */
export async function startChild<Ready>(
  file: string,
  env: Record<string, string> = {},
): Promise<{ ready: Ready; ask: <Answer>(question: object) => Promise<Answer>; stop: () => Promise<void> }> {
  const child = fork(join(import.meta.dirname, file), {
    execArgv: ['--import', fromSource, '--no-warnings'],
    env: { ...process.env, ...env },
  })
  const ready = (await heard(child, file)) as Ready
  return {
    ready,
    ask: async <Answer>(question: object) => {
      child.send(question)
      return (await heard(child, file)) as Answer
    },
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Its next message; throws when it ends instead. */
async function heard(child: ChildProcess, file: string): Promise<unknown> {
  const enough = new AbortController()
  const { signal } = enough
  const died = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`${file} ended with ${code}`)
  })
  died.catch(() => {})
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), died])
    return message
  } finally {
    enough.abort()
  }
}
