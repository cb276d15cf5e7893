import { randomUUID } from 'node:crypto'
import { handle, type Installation } from './installation.ts'

/** What the product said yes to (201, or 303 for a form), and what was said to it on X. */
export interface Ledger {
  /** Words of posts that were written, and of those that were approved. */
  written: Set<string>
  approved: Set<string>
  /** Tickets of the citizen's form. */
  tickets: Set<string>
  /** Words of answers. */
  answered: Set<string>
  /** Words of mentions, one citizen each. */
  mentions: Set<string>
  /** Requests whose answer never came: sent again in the next life, with the same key. */
  unanswered: { text: string; key: string }[]
}

export const emptyLedger = (): Ledger => ({
  written: new Set(),
  approved: new Set(),
  tickets: new Set(),
  answered: new Set(),
  mentions: new Set(),
  unanswered: [],
})

/** People at work on a process that may die under them at any moment: publishing, receiving, answering at once. */
export async function labour(at: Installation, ledger: Ledger, life: number): Promise<void> {
  const lanes = [publish(at, ledger, life), receive(at, ledger, life), answer(at, ledger), report(at, ledger, life)]
  await Promise.allSettled(lanes)
}

async function publish(at: Installation, ledger: Ledger, life: number): Promise<void> {
  const fresh = [1, 2].map((n) => ({ text: `Kabar ${life}.${n} dari Dinas Kesehatan`, key: randomUUID() }))
  const waiting = [...ledger.unanswered.splice(0), ...fresh]
  for (const item of waiting) ledger.unanswered.push(item)
  for (const { text, key } of waiting) {
    const body = { accountId: at.accountId, text, theme: 'community', submit: true }
    const { id, version } = await send(at, 'operator', '/broadcasts', body, key)
    ledger.written.add(text)
    ledger.unanswered = ledger.unanswered.filter((item) => item.key !== key)
    await send(at, 'reviewer', `/broadcasts/${id}/approve`, { version })
    ledger.approved.add(text)
  }
}

async function receive(at: Installation, ledger: Ledger, life: number): Promise<void> {
  for (const n of [1, 2]) {
    const text = `@${handle} pertanyaan ${life}.${n}: kapan puskesmas buka?`
    at.x.writeAs(`warga_${life}_${n}`, { text })
    ledger.mentions.add(text)
    await form(at, `/kanal/${at.accountId}/pemeriksaan`, {})
  }
}

async function answer(at: Installation, ledger: Ledger): Promise<void> {
  for (let given = 0; given < 2; ) {
    const waiting = await ask(at, '/cases?state=open&limit=50')
    for (const { ticket, channel, version } of waiting.items) {
      if (channel !== 'x' || given === 2) continue
      const text = `Puskesmas buka pukul 07.30, lihat tiket ${ticket}`
      await send(at, 'operator', `/cases/${ticket}/answers`, { text, final: true, version })
      ledger.answered.add(text)
      given++
    }
  }
}

async function report(at: Installation, ledger: Ledger, life: number): Promise<void> {
  for (const n of [1, 2]) {
    const to = await form(at, '/lapor', {
      text: `Lampu jalan ${life}.${n} padam`,
      agencyId: 'dinkes',
      pilihan: 'kirim',
    })
    ledger.tickets.add(/\/lapor\/([\w-]+)/.exec(to)?.[1] ?? to)
  }
}

/** Sends a form as the operator; answers where it leads. Throws unless it was taken (303). */
async function form(at: Installation, path: string, fields: Record<string, string>): Promise<string> {
  const { status, headers } = await fetch(`${at.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: at.url, cookie: at.cookie },
    redirect: 'manual',
  })
  if (status !== 303) throw new Error(`${path} answered ${status}`)
  return headers.get('location') ?? ''
}

interface Item {
  id: string
  ticket: string
  channel: string
  version: number
}

async function ask(at: Installation, path: string): Promise<{ items: Item[] }> {
  const headers = { authorization: `Bearer ${at.tokens.operator}` }
  return (await (await fetch(`${at.url}/api/v1${path}`, { headers })).json()) as { items: Item[] }
}

/** A command over the API. Throws unless it was done (201). */
async function send(
  at: Installation,
  as: 'operator' | 'reviewer',
  path: string,
  body: object,
  key: string = randomUUID(),
): Promise<Item> {
  const answer = await fetch(`${at.url}/api/v1${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      authorization: `Bearer ${at.tokens[as]}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
  })
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Item
}
