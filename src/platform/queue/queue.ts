import type { Ctx } from '../ctx.ts'

/** Work done later. `data` carries ids only; `run` calls one command and may run twice without harm. */
// biome-ignore lint/suspicious/noExplicitAny: jobs of all shapes stand in one list; `job()` keeps each one typed
export interface Job<Data extends object = any> {
  name: string
  run: (ctx: Ctx, data: Data) => Promise<unknown>
  /** How often a failed run is tried again, with growing pauses. Default 5. */
  retries?: number
  /** A run that has not ended after so many seconds counts as failed. Default 300. */
  expiresAfterSeconds?: number
  /** How many run at the same time in one process. Default 1. */
  concurrency?: number
}

export const job = <Data extends object>(definition: Job<Data>): Job<Data> => definition

/** A job started by the clock. `cron` is read in WIB (Asia/Jakarta). */
export interface Schedule {
  cron: string
  job: Job
}

export interface Queue {
  /** Enqueues in the transaction of `ctx`; the job exists if and only if that transaction commits. */
  send(ctx: Ctx, name: string, data: object, options: { notBefore?: Date; onlyOne?: string }): Promise<void>
}

/**
 * Enqueues `job` in this very transaction.
 *
 * `notBefore` delays it; `onlyOne` is a key of which at most one waiting job exists (further ones are dropped).
 */
export async function later<Data extends object>(
  ctx: Ctx,
  job: Job<Data>,
  data: Data,
  options: { notBefore?: Date; onlyOne?: string } = {},
): Promise<void> {
  await ctx.platform.queue.send(ctx, job.name, data, options)
}
