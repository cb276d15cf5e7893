import type { Ctx, Platform } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import './data/tables.ts'

/** How each running house reads its host names again. */
const readers = new WeakMap<Platform, () => void>()

/**
 * Which agency's public site has which host name today. Read again after each change of the register in this process,
 * and every minute: for what other processes changed, and for the new day.
 */
export async function openHostMap(
  makeCtx: () => Ctx,
): Promise<{ agencyAt: (host: string) => string | undefined; stop: () => void }> {
  const { platform } = makeCtx()
  let hosts = await readHosts(makeCtx())
  const readAgain = () => {
    readHosts(makeCtx()).then(
      (fresh) => {
        hosts = fresh
      },
      (error: unknown) => platform.log.error({ err: error }, 'host names not read'),
    )
  }
  readers.set(platform, readAgain)
  const timer = setInterval(readAgain, 60_000)
  timer.unref()
  return {
    agencyAt: (host) => hosts.get(host),
    stop: () => {
      clearInterval(timer)
      readers.delete(platform)
    },
  }
}

/** Called by every command that changes the register: after its commit the host names are read again. */
export function followHosts(ctx: Ctx): void {
  ctx.committed?.push(() => readers.get(ctx.platform)?.())
}

async function readHosts(ctx: Ctx): Promise<Map<string, string>> {
  const day = dayInWib(ctx.now)
  const rows = await ctx.db
    .selectFrom('agency_name')
    .select(['agency_id as id', 'host'])
    .where('host', 'is not', null)
    .where('from_day', '<=', day)
    .where((row) => row.or([row('to_day', 'is', null), row('to_day', '>', day)]))
    .execute()
  return new Map(rows.flatMap(({ id, host }) => (host === null ? [] : [[host, id] as const])))
}
