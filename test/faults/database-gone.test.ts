import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openCase } from '../../src/cases/open-case.ts'
import { openSession } from '../../src/platform/auth/sessions.ts'
import { accepted } from '../../src/platform/refusal.ts'
import { transaction } from '../../src/platform/transaction.ts'
import { type Answer, type Client, openWorld, type World } from '../world.ts'
import { type Cut, type Line, openLine } from './line.ts'

/** Issue 4: the database goes away between pressing "Kirim jawaban" and the answer. */
describe('the database is gone in the middle of an answer', () => {
  let line: Line
  let world: World
  let officer: Client
  let direct: pg.Client
  before(async () => {
    world = await openWorld({
      through: async (connection) => {
        direct = new pg.Client(connection)
        await direct.connect()
        line = await openLine(connection)
        return line.connection
      },
    })
    const ctx = world.ctx('operatorDinkes')
    const id = 'id' in ctx.actor ? String(ctx.actor.id) : ''
    officer = world.with(`kentongan=${(await openSession(ctx, id, 'test')).token}`)
  })
  afterEach(() => line.mend())
  after(async () => {
    await direct?.end()
    line?.mend()
    await world?.close()
    await line?.close()
  })

  const count = async (sql: string, ...values: string[]): Promise<number> =>
    Number((await direct.query(`select count(*) from ${sql}`, values)).rows[0].count)
  const saved = async (ticket: string, text: string) => ({
    answers: await count('case_message where text = $1', text),
    answered: await count(`cases where ticket = $1 and state = 'answered'`, ticket),
    events: await count(
      `event where action = 'case.answered' and thing_id = (select id::text from cases where ticket = $1)`,
      ticket,
    ),
    drafts: await count('answer_draft where case_id = (select id from cases where ticket = $1)', ticket),
  })
  const nothing = { answers: 0, answered: 0, events: 0, drafts: 1 }
  const everything = { answers: 1, answered: 1, events: 1, drafts: 0 }

  const blows: readonly [told: string, cut: Cut | null, then: typeof nothing][] = [
    ['before the officer is even known', null, nothing],
    ['before the answer is written', { words: 'insert into "case_message"', when: 'before' }, nothing],
    ['after the answer is written', { words: 'insert into "case_message"', when: 'after' }, nothing],
    ['before its event', { words: 'insert into event', when: 'before' }, nothing],
    ['before it is committed', { words: 'commit', when: 'before' }, nothing],
    ['after it is committed, so that nobody hears of it', { words: 'commit', when: 'after' }, everything],
  ]
  for (const [n, [told, cut, then]] of blows.entries())
    it(`${told}: all or nothing is saved, the text comes back, sent again it stands once`, async () => {
      const text = `Lampu diganti petugas pagi ini, giliran ke-${n}.`
      const ticket = await reported(n)
      const page = `/kasus/${ticket}`
      assert.equal((await officer.post(`${page}/draf`, { text, final: 'ya' })).status, 303)
      const form = fieldsOf(await officer.get(page), `${page}/jawaban`)
      if (cut) line.cutAt(cut)
      else line.cut()
      const lost = await officer.post(`${page}/jawaban`, { ...form, text, final: 'ya' })
      assert.equal(lost.status, 500)
      assert.match(lost.text, /Tulisan Anda tidak hilang/)
      const again = fieldsOf(lost, `${page}/jawaban`)
      assert.deepEqual(again, { ...form, text, final: 'ya' })
      assert.deepEqual(await saved(ticket, text), then)

      const stillGone = await officer.post(`${page}/jawaban`, again)
      assert.deepEqual([stillGone.status, fieldsOf(stillGone, `${page}/jawaban`)], [500, again])
      line.mend()
      if (then === nothing) assert.equal((await officer.get(page)).$('textarea[name=text]').first().text().trim(), text)
      for (const _ of [1, 2]) {
        const sent = await officer.post(`${page}/jawaban`, again)
        assert.deepEqual([sent.status, sent.location], [303, page])
      }
      assert.deepEqual(await saved(ticket, text), everything)
    })

  it('ends no process when a connection dies between two statements', async () => {
    const work = transaction(world.system(), async (ctx) => {
      await ctx.db.selectFrom('cases').select('id').limit(1).execute()
      line.cut()
      await pause(100)
      await ctx.db.selectFrom('cases').select('id').limit(1).execute()
    })
    await assert.rejects(work)
    line.mend()
    assert.equal((await officer.get('/kasus')).status, 200)
  })

  it('gives no secret back in a page', async () => {
    line.cut()
    const answer = await officer.post('/kanal/disdik/token', { token: 'rahasia-akun' })
    line.mend()
    assert.equal(answer.status, 500)
    assert.doesNotMatch(answer.text, /rahasia/)
  })

  async function reported(n: number): Promise<string> {
    const input = {
      agencyId: 'dinkes',
      channel: 'form',
      kind: 'inquiry',
      text: `Kapan lampu ke-${n} diganti?`,
    } as const
    return accepted(await openCase(world.system(), { ...input, receivedAt: world.now() })).ticket
  }
})

/** What the form with this action would send. */
function fieldsOf({ $ }: Answer, action: string): Record<string, string> {
  const inputs = $(`form[action="${action}"] input[type=hidden]`).toArray()
  return Object.fromEntries(inputs.map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']))
}
