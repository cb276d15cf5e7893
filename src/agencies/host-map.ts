import type { Ctx } from '../platform/ctx.ts'
import { findAgencies } from './find-agencies.ts'

/** Which agency's public site has which host name; read again every minute, so that a rename needs no restart. */
export async function openHostMap(
  makeCtx: () => Ctx,
): Promise<{ agencyAt: (host: string) => string | undefined; stop: () => void }> {
  let hosts = await readHosts(makeCtx())
  const timer = setInterval(() => {
    readHosts(makeCtx()).then(
      (fresh) => {
        hosts = fresh
      },
      (error: unknown) => makeCtx().platform.log.error({ err: error }, 'host names not read'),
    )
  }, 60_000)
  timer.unref()
  return { agencyAt: (host) => hosts.get(host), stop: () => clearInterval(timer) }
}

async function readHosts(ctx: Ctx): Promise<Map<string, string>> {
  const agencies = await findAgencies(ctx)
  return new Map(agencies.flatMap(({ id, host }) => (host === null ? [] : [[host, id] as const])))
}
