import { Worker } from 'node:worker_threads'

interface Task {
  template: 'monthly-report.typ' | 'city-recap.typ'
  /** JSON, read by the template. */
  data: string
  /** Seconds since 1970, written into the file as its date. */
  at: number
}

interface Waiting extends Task {
  done: (pdf: Buffer) => void
  failed: (error: Error) => void
}

/** Owns the one typesetting thread of this process: one task at a time, a new thread after a crash or a time-out. */
export class Typesetter {
  readonly #limit: number
  readonly #waiting: Waiting[] = []
  #worker: Worker | undefined
  #running: Waiting | undefined
  #timer: NodeJS.Timeout | undefined

  /** `limit`: milliseconds after which a task counts as failed. */
  constructor(limit = 20_000) {
    this.#limit = limit
  }

  /** The PDF. Rejects when the template fails, the thread dies or the limit is over. */
  typeset(task: Task): Promise<Buffer> {
    return new Promise((done, failed) => {
      this.#waiting.push({ ...task, done, failed })
      this.#next()
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #next(): void {
    if (this.#running) return
    this.#running = this.#waiting.shift()
    if (!this.#running) return
    const { template, data, at } = this.#running
    this.#worker ??= this.#start()
    this.#worker.ref()
    this.#timer = setTimeout(() => this.#drop('Penyusunan PDF melewati batas waktu.'), this.#limit)
    this.#worker.postMessage({ template, data, at })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./typst-worker.ts', import.meta.url), { execArgv: [] })
    worker.on('message', (answer: { pdf?: Uint8Array; error?: string }) => {
      if (answer.pdf) this.#settle((task) => task.done(Buffer.from(answer.pdf ?? [])))
      else this.#settle((task) => task.failed(new Error(answer.error)))
    })
    worker.on('error', (error) => worker === this.#worker && this.#drop(error.message))
    worker.on('exit', () => worker === this.#worker && this.#drop('Penyusun PDF berhenti.'))
    return worker
  }

  /** Gives up this thread and the task it holds; the next task starts a new one. */
  #drop(reason: string): void {
    const worker = this.#worker
    this.#worker = undefined
    worker?.terminate()
    this.#settle((task) => task.failed(new Error(reason)))
  }

  #settle(tell: (task: Waiting) => void): void {
    clearTimeout(this.#timer)
    // An idle thread must not keep the process alive.
    this.#worker?.unref()
    const task = this.#running
    this.#running = undefined
    if (task) tell(task)
    this.#next()
  }
}
