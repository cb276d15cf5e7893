import { postLength } from '../../post-length.ts'
import type { Answer } from './answer.ts'
import type { Call } from './call.ts'

/** What a call cost, in US dollars (X's price list of August 2026). An empty answer and a failed call are free. */
export function priceOf(call: Call, { status, json }: Answer): number {
  if (status >= 400 || !json) return 0
  const data = (json as { data?: unknown }).data
  if (call.method === 'GET') return Array.isArray(data) ? data.length * 0.005 : 0
  if (call.method === 'DELETE') return 0.01
  if (call.path !== '/2/tweets') return call.path === '/2/media/metadata' ? 0.005 : 0
  if (call.body.reply) return 0.01
  return postLength(String(call.body.text ?? '')).links.length > 0 ? 0.2 : 0.015
}
