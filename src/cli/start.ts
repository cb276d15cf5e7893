import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Kentongan } from '../main.ts'
import { openConfig } from '../platform/config.ts'
import { startExampleServers } from './example-servers.ts'
import { explain } from './explain.ts'
import { openInstallation } from './installation.ts'
import { isEmpty, printSignIns } from './sign-ins.ts'
import { type Opened, untilStopped } from './until-stopped.ts'
import { print, tell } from './verb.ts'

// `npm start`: from nothing to a page. Without an X app of its own it is the example city, with a stand-in for X.
try {
  process.exitCode = await untilStopped(start)
} catch (error) {
  tell(explain(error))
  if (process.env.LOG_LEVEL === 'debug') console.error(error)
  process.exit(1)
}

async function start({ add }: Opened): Promise<void> {
  const given = openConfig(process.env)
  await listenBriefly(given.host, given.port)
  const asExample = process.env.X_API_URL === undefined && given.x.clientId === null
  const example = asExample ? await startExampleServers(given) : null
  if (example) add(example.close)
  const config = example?.config ?? given

  const installation = await openInstallation(config)
  add(installation.close)
  if (installation.embedded) tell(`database: ${installation.embedded.where}`)
  const { migrate } = await import('../platform/db/migrate.ts')
  const migrations = await migrate(installation.connection)
  if (migrations.length > 0) tell(`database: ${migrations.length} migrations done`)

  const { openKentongan } = await import('../main.ts')
  const house = await openKentongan(config, installation.connection)
  add(house.stop)
  await seedAtFirstRun(house, asExample)
  await house.platform.queue.work(house.makeCtx)
  await house.app.listen({ host: config.host, port: config.port })

  print(`\nKentongan is ready: ${config.baseUrl}   (Ctrl-C stops it)`)
  await printSignIns(house)
  if (example) print(`\nX, played by a stand-in, to write as a citizen: ${config.x.apiUrl}`)
}

async function seedAtFirstRun(house: Kentongan, example: boolean): Promise<void> {
  const { seedCity } = await import('./seed-city.ts')
  const first = await isEmpty(house)
  if (first) tell(`loading ${example ? 'the example city' : 'the register of agencies'} (once) ...`)
  await seedCity(house, { example: first && example })
}

/** A taken port is better told before the long steps than after them. */
async function listenBriefly(host: string, port: number): Promise<void> {
  const server = createServer().listen(port, host)
  await once(server, 'listening')
  server.close()
}
