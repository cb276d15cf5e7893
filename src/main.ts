import type { FastifyInstance } from 'fastify'
import { openHostMap } from './agencies/host-map.ts'
import { isAction, may } from './agencies/policy.ts'
import { findActingPerson } from './appointments/acting-person.ts'
import { areas } from './areas.ts'
import { listenForMail } from './channels/listen-for-mail.ts'
import { peoplePaths } from './people/paths.ts'
import type { Config } from './platform/config.ts'
import type { Connection } from './platform/db/connect.ts'
import { createApp } from './platform/http/app.ts'
import { openPlatform, type RunningPlatform } from './platform/platform.ts'

export interface Kentongan extends RunningPlatform {
  app: FastifyInstance
}

/** Puts the house together, without listening or working yet: for tests and for `startKentongan`. */
export async function openKentongan(config: Config, connection: Connection, clock?: () => Date): Promise<Kentongan> {
  const running = await openPlatform(config, connection, areas, clock)
  const hosts = await openHostMap(() => running.makeCtx('host names'))
  const gate = {
    actorOf: findActingPerson,
    may: (actor: Parameters<typeof may>[0], action: string) => isAction(action) && may(actor, action),
    agencyAt: hosts.agencyAt,
    signInPath: peoplePaths.signIn.href(),
  }
  const app = await createApp(running.platform, gate, running.readiness)
  return {
    ...running,
    app,
    async stop() {
      hosts.stop()
      await app.close()
      await running.stop()
    },
  }
}

/** Serves the web, works off the jobs, or both in one process. The schema must be up to date. */
export async function startKentongan(
  config: Config,
  connection: Connection,
  parts: { web: boolean; worker: boolean },
): Promise<Kentongan> {
  const kentongan = await openKentongan(config, connection)
  if (parts.worker) await kentongan.platform.queue.work(kentongan.makeCtx)
  if (parts.web) await kentongan.app.listen({ host: config.host, port: config.port })
  if (!parts.web || config.mailIn === null) return kentongan
  const mail = await listenForMail(() => kentongan.makeCtx('mail'), config.mailIn)
  return {
    ...kentongan,
    async stop() {
      await mail.close()
      await kentongan.stop()
    },
  }
}
