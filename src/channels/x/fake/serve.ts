import { parseArgs } from 'node:util'
import { exampleClient, startFakeX } from './fake-x.ts'

// The fake X as a process of its own: `serve.ts --port 8081 --state data/fake-x.json`, or by FAKE_X_PORT, FAKE_X_HOST,
// FAKE_X_STATE, X_CLIENT_ID and X_CLIENT_SECRET. Prints its address as one line.
const { values } = parseArgs({
  options: { port: { type: 'string' }, host: { type: 'string' }, state: { type: 'string' } },
})
const { FAKE_X_PORT, FAKE_X_HOST, FAKE_X_STATE, X_CLIENT_ID, X_CLIENT_SECRET } = process.env
const statePath = values.state ?? FAKE_X_STATE

const fake = await startFakeX({
  port: Number(values.port ?? FAKE_X_PORT ?? 8081),
  host: values.host ?? FAKE_X_HOST ?? '127.0.0.1',
  client: { ...exampleClient, id: X_CLIENT_ID ?? exampleClient.id, secret: X_CLIENT_SECRET ?? exampleClient.secret },
  pushes: true,
  ...(statePath === undefined ? {} : { statePath }),
})
process.stdout.write(`${fake.url}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void fake.close().then(() => process.exit(0)))
