import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'
import type { Connection } from '../../src/platform/db/connect.ts'

/** Where the line breaks: before the server reads the statement that has these words, or once it has carried it out. */
export type Cut = { words: string; when: 'before' | 'after' }

/** The line from a process of ours to PostgreSQL, which a test cuts. Cut, it stays down until mended. */
export interface Line {
  connection: Connection
  cutAt(cut: Cut): void
  cut(): void
  mend(): void
  close(): Promise<void>
}

/** `to` is the server and database at the other end. */
export async function openLine(to: { host: string; user: string; database: string }): Promise<Line> {
  let next: Cut | null = null
  let isDown = false
  /** Statements that the server keeps are sent by name only; the first time with their words. */
  const kept = new Map<string, string>()
  const learn = (said: string): void => {
    for (const [, name = '', text = ''] of said.matchAll(/(kentongan_[0-9a-f]{32})\0(\s*[a-z]{4}[^\0]*)/g))
      kept.set(name, text)
  }
  const says = (said: string, words: string): boolean =>
    said.includes(words) || [...kept].some(([name, text]) => text.includes(words) && said.includes(name))
  const sockets = new Set<Socket>()
  const cut = (): void => {
    isDown = true
    next = null
    for (const socket of sockets) socket.destroy()
  }
  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  }
  const server = createServer((near) => {
    if (isDown) return near.destroy()
    const far = to.host.startsWith('/')
      ? createConnection(`${to.host}/.s.PGSQL.5432`)
      : createConnection({ host: to.host, port: 5432 })
    keep(near)
    keep(far)
    let carriedOut = false
    near.on('data', (bytes) => {
      const said = bytes.toString('latin1')
      learn(said)
      if (next !== null && says(said, next.words)) {
        if (next.when === 'before') return cut()
        carriedOut = true
      }
      far.write(bytes)
    })
    far.on('data', (bytes) => (carriedOut ? cut() : near.write(bytes)))
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    connection: { connectionString: `postgres://${to.user}@127.0.0.1:${port}/${to.database}` },
    cutAt: (cut) => {
      next = cut
    },
    cut,
    mend: () => {
      isDown = false
    },
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
