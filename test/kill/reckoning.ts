import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { takeUpLeftovers } from '../../src/channels/send-waiting.ts'
import type { Kentongan } from '../../src/main.ts'
import { handle, type Installation } from './installation.ts'
import type { Ledger } from './labour.ts'

const patienceInMs = 120_000

const unsettled = `
  select 'post ' || id || ' is ' || state as left from post where state in ('approved', 'sending', 'unconfirmed')
  union all select 'attempt ' || id || ' has no end' from post_attempt where outcome is null
  union all select 'answer ' || id || ' waits' from case_message where author = 'agency' and state = 'waiting'`

/** Waits until nothing is in the middle of anything. What schedules do every minute is done here every second. */
export async function settle(at: Installation, ledger: Ledger, house: Kentongan, client: pg.Client): Promise<void> {
  const deadline = Date.now() + patienceInMs
  for (;;) {
    await takeUpLeftovers(house.makeCtx('kill test'))
    const { rows } = await client.query<{ left: string }>(unsettled)
    const taken = await client.query('select text from message')
    const missing = [...ledger.mentions].filter((text) => !taken.rows.some((row) => row.text === text))
    const left = [...rows.map((row) => row.left), ...missing.map((text) => `not received: ${text}`)]
    if (left.length === 0) return
    assert.ok(Date.now() < deadline, `never settled:\n${left.join('\n')}`)
    if (missing.length > 0) await fetch(`${at.url}/kanal/${at.accountId}/pemeriksaan`, looked(at)).catch(() => {})
    await pause(1000)
  }
}

const looked = ({ url, cookie }: Installation): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(),
  headers: { origin: url, cookie },
  redirect: 'manual',
})

/** No acknowledged thing lost, nothing sent twice, no mention two cases, nothing left open without a person asked. */
export async function reckon(at: Installation, ledger: Ledger, client: pg.Client): Promise<void> {
  const texts = async (sql: string): Promise<string[]> =>
    (await client.query<{ text: string }>(sql)).rows.map(({ text }) => text)
  const lost = (said: Set<string>, kept: string[]): string[] => [...said].filter((text) => !kept.includes(text))
  const twice = (list: string[]): string[] => list.filter((text, i) => list.indexOf(text) !== i)

  const posts = await texts(`select text from post where purpose = 'broadcast'`)
  assert.deepEqual(lost(ledger.written, posts), [], 'every post that was taken is there')
  assert.deepEqual(twice(posts), [], 'a request sent again with its key made one post')
  const approved = await texts(`select text from post where approver_name is not null`)
  assert.deepEqual(lost(ledger.approved, approved), [], 'every approval that was taken is there')
  assert.deepEqual(
    lost(ledger.tickets, await texts('select ticket as text from cases')),
    [],
    'every ticket leads to a case',
  )
  const answers = await texts(`select text from case_message where author = 'agency'`)
  assert.deepEqual(lost(ledger.answered, answers), [], 'every answer that was taken is there')

  const onX = at.x.tweetsOf(handle).map(({ text }) => text)
  assert.deepEqual(twice(onX), [], 'nothing stands on X twice')
  const sent = at.x.calls.filter((call) => call === 'POST /2/tweets').length
  const attempts = await texts('select post_id::text as text from post_attempt')
  assert.deepEqual(twice(attempts), [], 'no machine tried a post twice')
  assert.ok(sent <= attempts.length, 'nothing was sent without an intent')
  const published = await texts(`select text from post where state = 'published'`)
  assert.deepEqual(published.sort(), onX.sort(), 'what is called published stands on X, and the other way round')
  const asked = await texts(`select coalesce(reason, '') as text from post where state in ('not-sent', 'refused')`)
  assert.ok(
    asked.every((reason) => reason !== ''),
    'a person is told why a post is not there',
  )

  const mentions = await texts(`select text from case_message where author = 'citizen' and channel = 'x'`)
  assert.deepEqual(mentions.sort(), [...ledger.mentions].sort(), 'every mention is one message of one case')
  const cases = await texts(`select id::text as text from cases where channel = 'x'`)
  assert.equal(cases.length, ledger.mentions.size, 'no mention became two cases')

  const outcomes = await texts(`select coalesce(detail, outcome) as text from post_attempt`)
  const interrupted = outcomes.filter((outcome) => outcome === 'interrupted').length
  console.log(
    `taken: ${ledger.written.size} posts, ${ledger.approved.size} approvals, ${ledger.answered.size} answers,`,
    `${ledger.tickets.size} tickets, ${ledger.mentions.size} mentions; on X ${onX.length};`,
    `killed while sending ${interrupted}, of which a person is asked about ${asked.length}`,
  )
}
