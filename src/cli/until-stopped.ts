import { tell } from './verb.ts'

type Close = () => Promise<unknown>

/** What has to be closed, last opened first. */
export interface Opened {
  add(close: Close): void
}

const patienceInMs = 20_000

/**
 * Opens things one after another and keeps them until a signal says stop; then, or when opening fails, closes what
 * was opened, last first. A signal in the middle of opening is obeyed as soon as that step is done.
 */
export async function untilStopped(open: (opened: Opened) => Promise<void>): Promise<number> {
  const closes: Close[] = []
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
  try {
    await open({ add: (close) => void closes.push(close) })
    await stopped
  } finally {
    setTimeout(giveUp, patienceInMs).unref()
    for (const close of closes.reverse()) await close().catch((error: unknown) => tell(`while stopping: ${error}`))
  }
  return 0
}

function giveUp(): void {
  tell('Stopping takes too long: giving up.')
  process.exit(1)
}
