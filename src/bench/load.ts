import { connect } from 'node:net'

/** What to ask, and for how long. `head` is the whole request; the connections are kept alive. */
export interface Load {
  port: number
  head: string
  connections: number
  seconds: number
}

export interface Loaded {
  answers: number
  seconds: number
}

// A process of its own. It talks HTTP over bare sockets, one request at a time on each connection: a real client would
// be slower than the servers it measures.
process.on('message', (load: Load) => void run(load))
process.on('disconnect', () => process.exit())
process.send?.('ready')

async function run(load: Load): Promise<void> {
  const started = performance.now()
  const until = started + load.seconds * 1000
  const answers = await Promise.all(Array.from({ length: load.connections }, () => talk(load, until)))
  const seconds = (performance.now() - started) / 1000
  process.send?.({ answers: answers.reduce((sum, one) => sum + one, 0), seconds } satisfies Loaded)
}

/** Asks again as soon as the answer is whole, until the time is up. */
function talk({ port, head }: Load, until: number): Promise<number> {
  return new Promise((done, failed) => {
    const request = Buffer.from(head)
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let answers = 0
    let missing = 0
    let begun: Buffer = Buffer.alloc(0)
    socket.setNoDelay(true)
    socket.on('error', failed)
    socket.on('close', () => failed(new Error('the server closed a connection that was to be kept alive')))
    socket.on('data', (chunk: Buffer) => {
      if (missing > 0) missing -= chunk.length
      else {
        begun = begun.length > 0 ? Buffer.concat([begun, chunk]) : chunk
        const size = sizeOf(begun)
        if (size === null) return
        missing = size - begun.length
        begun = Buffer.alloc(0)
      }
      if (missing > 0) return
      if (missing < 0) return void socket.destroy(new Error('more was sent than announced'))
      answers++
      if (performance.now() < until) return void socket.write(request)
      socket.removeAllListeners('close').destroy()
      done(answers)
    })
  })
}

/** Bytes of the whole answer, null while its head is not complete. Throws for anything but 200. */
function sizeOf(begun: Buffer): number | null {
  const end = begun.indexOf('\r\n\r\n')
  if (end === -1) return null
  const head = begun.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (!head.startsWith('HTTP/1.1 200 ') || length === undefined)
    throw new Error(`not a whole page: ${head.slice(0, 80)}`)
  return end + 4 + Number(length)
}
