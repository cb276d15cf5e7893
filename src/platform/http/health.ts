import type { FastifyInstance } from 'fastify'

/** What `/readyz` asks: each answers null when all is well, else one line that says what is wrong. */
export type Readiness = Readonly<Record<'database' | 'migrations' | 'queue', () => Promise<string | null>>>

/** `/healthz`: the process lives. `/readyz`: it can do its work. */
export function addHealth(app: FastifyInstance, readiness: Readiness): void {
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const checks = await Promise.all(Object.entries(readiness).map(async ([name, check]) => [name, await tried(check)]))
    const ready = checks.every(([, wrong]) => wrong === null)
    const said = Object.fromEntries(checks.map(([name, wrong]) => [name, wrong ?? 'ok']))
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ok' : 'not ready', ...said })
  })
}

async function tried(check: () => Promise<string | null>): Promise<string | null> {
  try {
    return await check()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
