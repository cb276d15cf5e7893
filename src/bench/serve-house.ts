import type { AddressInfo } from 'node:net'
import { openKentongan } from '../main.ts'
import { openConfig } from '../platform/config.ts'

// A process of its own: the house's web side on any free port, with its page cache or, with BENCH_CACHE=off, without.
const house = await openKentongan(openConfig(process.env), JSON.parse(process.env.BENCH_CONNECTION ?? ''))
if (process.env.BENCH_CACHE === 'off') house.platform.pages.keep = () => {}
await house.app.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ port: (house.app.server.address() as AddressInfo).port })
process.on('disconnect', () => process.exit())
