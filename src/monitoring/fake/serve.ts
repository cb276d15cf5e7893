import { startFakeSite } from './fake-site.ts'
import { examplePosts } from './posts.ts'

/** Runs the fake site by itself: `node --import ./bin/from-source.mjs src/monitoring/fake/serve.ts [PORT]`. */
const site = await startFakeSite({ port: Number(process.argv[2] ?? 8090), posts: examplePosts(new Date()) })
console.log(`Situs contoh: ${site.url}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => site.close().then(() => process.exit(0)))
