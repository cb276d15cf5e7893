import { fromKysely, PgBoss } from 'pg-boss'
import type { Ctx } from '../ctx.ts'
import type { Connection } from '../db/connect.ts'
import { newId } from '../id.ts'
import type { Job, Queue, Schedule } from './queue.ts'

export interface RunningQueue extends Queue {
  /** Begins to work off the jobs; without it this process only enqueues. */
  work(makeCtx: (name: string) => Ctx): Promise<void>
  /** Runs all jobs that are due at `ctx.now`, in this process, until none is left. For tests and the command line. */
  drain(makeCtx: (name: string) => Ctx): Promise<void>
  /** Whether the queue answers. */
  ready(): Promise<boolean>
  stop(): Promise<void>
}

/** Starts pg-boss in the same database and makes the queues of all jobs. */
export async function startQueue(
  connection: Connection,
  jobs: readonly Job[],
  schedules: readonly Schedule[],
  onError: (error: unknown) => void,
): Promise<RunningQueue> {
  const boss = new PgBoss({ ...connection, max: 4, useListenNotify: true, application_name: 'kentongan queue' })
  boss.on('error', onError)
  await boss.start()
  for (const job of jobs) await boss.createQueue(job.name, queueOptions(job))
  return {
    async send(ctx, name, data, { notBefore, onlyOne }) {
      await boss.send(name, data, {
        db: fromKysely(ctx.db),
        startAfter: notBefore ?? ctx.now,
        singletonKey: onlyOne ?? newId(),
      })
    },
    async work(makeCtx) {
      for (const { cron, job } of schedules) await boss.schedule(job.name, cron, {}, { tz: 'Asia/Jakarta' })
      for (const job of jobs) {
        const worker = boss.work(
          job.name,
          { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2, localConcurrency: job.concurrency ?? 1 },
          async ([taken]) => {
            try {
              if (taken) await job.run(makeCtx(job.name), taken.data as object)
            } finally {
              // Else a worker takes one job per interval however many wait.
              boss.notifyWorker(await worker)
            }
          },
        )
        await worker
      }
    },
    async drain(makeCtx) {
      for (let ran = true; ran; ) {
        ran = false
        for (const job of jobs)
          for (const waiting of await boss.findJobs<object>(job.name, { queued: true })) {
            const ctx = makeCtx(job.name)
            if (waiting.startAfter > ctx.now) continue
            ran = true
            await boss.complete(job.name, waiting.id, null, { includeQueued: true })
            await job.run(ctx, waiting.data)
          }
      }
    },
    ready: async () => (await boss.getQueues()).length >= jobs.length,
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}

/** `short`: of the jobs with one key at most one waits. */
const queueOptions = (job: Job) => ({
  policy: 'short',
  retryLimit: job.retries ?? 5,
  retryDelay: 1,
  retryBackoff: true,
  expireInSeconds: job.expiresAfterSeconds ?? 300,
  notify: true,
})
