import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')

/** The product as a process of its own, the way people run it. */
export interface AppProcess {
  url: string
  process: ChildProcess
  /** Everything it has said so far. */
  output: () => string
  /** Ctrl-C; waits for the end and answers the exit code. */
  stop(): Promise<number | null>
  /** kill -9; waits for the end. */
  kill(): Promise<void>
}

/** Runs `src/FILE` with this environment and waits until `/readyz` answers 200. Throws with its output if it ends. */
export async function startApp(file: string, args: string[], environment: Record<string, string>): Promise<AppProcess> {
  const given = ['--import', join(root, 'bin/from-source.mjs'), join(root, 'src', file), ...args]
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LOG_LEVEL: 'warn', ...environment }
  return ready(spawn(process.execPath, given, { cwd: root, env }), `http://localhost:${environment.PORT}`)
}

/** Waits for a child that serves at `url`. */
export async function ready(child: ChildProcess, url: string): Promise<AppProcess> {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data))
  const ended = once(child, 'exit')
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  while (!(await answers(`${url}/readyz`))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The app ended:\n${output}`)
    await pause(50)
  }
  return {
    url,
    process: child,
    output: () => output,
    stop: async () => {
      await end('SIGINT')
      return child.exitCode
    },
    kill: () => end('SIGKILL'),
  }
}

export const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  )

/** A port of which the two above are free as well: for X and the site of the example. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    const free = await Promise.all([port, port + 1, port + 2].map(isFree))
    if (free.every(Boolean)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  const listening = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ])
  server.close()
  return listening
}

/** A folder for the data of one app; root's database user may enter it. */
export function dataFolder(name: string): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `kentongan-${name}-`))
  chmodSync(path, 0o755)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
