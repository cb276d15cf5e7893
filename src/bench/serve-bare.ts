import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// A process of its own: Node's bare server, sending one page from memory. The measure of what this machine can do.
const { headers, body } = JSON.parse(process.env.BENCH_PAGE ?? '') as { headers: Record<string, string>; body: string }
const bytes = Buffer.from(body, 'base64')
const server = createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('disconnect', () => process.exit())
