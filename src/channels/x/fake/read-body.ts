import type { IncomingMessage } from 'node:http'

/** X's own parts are at most 5 MB; more is cut off. */
const most = 6_000_000

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size > most) throw new Error('body too large')
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}

/** JSON, a form, or multipart (its file parts as base64, so that both ways to append media read alike). */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const bytes = await bytesOf(request)
  const type = request.headers['content-type'] ?? ''
  if (bytes.length === 0) return {}
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(bytes.toString()))
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type)
  const json: unknown = JSON.parse(bytes.toString())
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
}

async function readForm(bytes: Buffer, type: string): Promise<Record<string, unknown>> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const fields: Record<string, unknown> = {}
  for (const [name, value] of form)
    fields[name] = typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer()).toString('base64')
  return fields
}
