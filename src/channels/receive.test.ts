import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { dyingAt } from '../../test/dying.ts'
import { openXWorld, type XWorld } from '../../test/x-world.ts'
import { answerCase } from '../cases/answer-case.ts'
import { accepted } from '../platform/refusal.ts'
import type { SocialAccount } from './account.ts'
import { spentIn } from './budget.ts'
import { checkDeleted } from './check-deleted.ts'
import { findMessages } from './find-messages.ts'
import { findPosts } from './find-posts.ts'
import { lookForMentions } from './look-for-mentions.ts'
import { takeMentions } from './take-mentions.ts'
import type { XPost } from './x/read-post.ts'

let world: XWorld
let account: SocialAccount
before(async () => {
  world = await openXWorld()
  account = await world.connect('dinkes_contoh')
  await world.runJobs()
})
after(() => world.close())

const look = () => lookForMentions(world.system(), { accountId: account.id })
const cases = () => world.platform.db.selectFrom('cases').selectAll().orderBy('opened_at').orderBy('id').execute()
const messagesIn = (caseId: string) =>
  world.platform.db
    .selectFrom('case_message')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute()

test('a mention becomes one case, however often and by however many it is polled', async () => {
  const tweet = world.x.writeAs('warga_a', { text: '@dinkes_contoh antrean <b>panjang</b> & lama di puskesmas' })
  await Promise.all([look(), look(), look()])
  await look()
  const [opened, ...more] = await cases()
  assert.equal(more.length, 0)
  assert.equal(opened?.agency_id, 'dinkes')
  assert.equal(opened?.account_id, account.id)
  const [word] = await messagesIn(opened?.id ?? '')
  assert.equal(word?.text, '@dinkes_contoh antrean <b>panjang</b> & lama di puskesmas')
  assert.equal(word?.url, `${world.x.url}/i/status/${tweet.id}`)
  const [message] = await findMessages(world.ctx('operatorDinkes'), { limit: 5 })
  assert.equal(message?.externalId, tweet.id)
  assert.equal(message?.callable, true)
})

test('own posts and those before the mark open nothing', async () => {
  const before = (await cases()).length
  world.x.writeAs('dinkes_contoh', { text: 'Ikuti @dinkes_contoh untuk kabar terbaru' })
  await look()
  assert.equal((await cases()).length, before)
})

test('the same citizen in the same thread joins the case; another one in it opens their own', async () => {
  const before = (await cases()).length
  const first = world.x.writeAs('warga_b', { text: '@dinkes_contoh obat habis' })
  await look()
  world.wait(60)
  world.x.writeAs('warga_b', { text: 'sejak Senin @dinkes_contoh', repliedTo: first.id })
  world.x.writeAs('warga_c', { text: 'di tempat saya juga @dinkes_contoh', repliedTo: first.id })
  await look()
  const after = await cases()
  assert.equal(after.length, before + 2)
  assert.equal((await messagesIn(after.at(-2)?.id ?? '')).length, 2)
})

test('250 mentions over several pages, brought twice at the same time, are 250 cases', async () => {
  const before = (await cases()).length
  for (let i = 0; i < 250; i += 1) world.x.writeAs(`warga_${i}`, { text: `@dinkes_contoh laporan ke-${i}` })
  await Promise.all([look(), look()])
  assert.equal((await cases()).length, before + 250)
  const raw = await world.platform.db.selectFrom('channel_event').select('external_id').execute()
  assert.equal(new Set(raw.map(({ external_id }) => external_id)).size, raw.length)
})

test('ids are compared as numbers; the mark never goes back', async () => {
  const post = (id: string): XPost => ({
    id,
    authorId: '99',
    text: `@dinkes_contoh ${id}`,
    createdAt: world.now(),
    conversationId: id,
    repliedTo: null,
    quoted: null,
    isRepost: false,
    versions: [id],
    named: [],
  })
  const mark = async () =>
    (await world.platform.db.selectFrom('social_account').select('mentions_until').executeTakeFirstOrThrow())
      .mentions_until
  await takeMentions(world.system(), account, [post('9999999999999999998'), post('9999999999999999999')])
  assert.equal(await mark(), '9999999999999999999')
  await takeMentions(world.system(), account, [post('10000000000000000000'), post('7')])
  assert.equal(await mark(), '10000000000000000000')
  await world.platform.db.updateTable('social_account').set({ mentions_until: world.x.state().lastId }).execute()
})

const failures = ['unauthorized', 'rate-limited', 'server-error', 'over-capacity', 'cut-before'] as const

for (const kind of failures)
  test(`a look that meets ${kind} loses nothing`, async () => {
    const before = (await cases()).length
    world.x.writeAs('warga_d', { text: `@dinkes_contoh saat ${kind}` })
    world.x.fail({ kind, method: 'GET', path: '/2/users', seconds: 60 })
    await look()
    world.wait(60)
    await look()
    assert.equal((await cases()).length, before + 1)
  })

async function answerNewest(text: string): Promise<{ ticket: string; id: string }> {
  const found = (await cases()).at(-1)
  accepted(
    await answerCase(world.ctx('operatorDinkes'), {
      ticket: found?.ticket ?? '',
      text,
      final: true,
      version: found?.version ?? 0,
    }),
  )
  return { ticket: found?.ticket ?? '', id: found?.id ?? '' }
}

test('an answer goes out once, as a reply, and stops the clock', async () => {
  const tweet = world.x.writeAs('warga_e', { text: '@dinkes_contoh kapan imunisasi?' })
  await look()
  const { id } = await answerNewest('Setiap Selasa pukul 08.00.')
  assert.equal((await messagesIn(id)).at(-1)?.state, 'waiting')
  await world.runJobs()
  const replies = world.x.tweetsOf('dinkes_contoh').filter(({ repliedTo }) => repliedTo === tweet.id)
  assert.deepEqual(
    replies.map(({ text }) => text),
    ['Setiap Selasa pukul 08.00.'],
  )
  const answer = (await messagesIn(id)).at(-1)
  assert.equal(answer?.state, 'public')
  assert.equal(answer?.url, `${world.x.url}/dinkes_contoh/status/${replies[0]?.id}`)
  await look()
  assert.equal((await messagesIn(id)).length, 2)
})

test('an answer cut after it was stored is found by its reply, not sent twice', async () => {
  const tweet = world.x.writeAs('warga_f', { text: '@dinkes_contoh apakah buka hari Sabtu?' })
  await look()
  const { id } = await answerNewest('Ya, pukul 08.00–12.00.')
  world.x.fail({ kind: 'cut-after', method: 'POST', path: '/2/tweets' })
  await world.runJobs()
  world.wait(120)
  await world.runJobs()
  assert.equal((await messagesIn(id)).at(-1)?.state, 'public')
  assert.equal(world.x.tweetsOf('dinkes_contoh').filter(({ repliedTo }) => repliedTo === tweet.id).length, 1)
})

test('not called: the answer fails with the way to answer in X, and is found when a person gave it there', async () => {
  const announcement = world.x.writeAs('dinkes_contoh', { text: 'Pengumuman imunisasi' })
  const reply = world.x.writeAs('warga_g', { text: 'sampai kapan?', repliedTo: announcement.id })
  await look()
  const { id } = await answerNewest('Sampai akhir bulan.')
  await world.runJobs()
  const answer = (await messagesIn(id)).at(-1)
  assert.equal(answer?.state, 'failed')
  assert.match(answer?.failure ?? '', new RegExp(`${world.x.url}/intent/post\\?in_reply_to=${reply.id}&text=Sampai`))
  const [post] = await findPosts(world.ctx('operatorDinkes'), { purpose: 'answer', state: 'refused', limit: 1 })
  const page = await world.as('operatorDinkes').get(`/kanal/siaran/${post?.id}`)
  assert.match(page.$('a.button').attr('href') ?? '', /intent\/post/)
  await look()
  assert.equal((await messagesIn(id)).at(-1)?.state, 'failed')
  world.wait(60)
  const byHand = world.x.writeAs('dinkes_contoh', { text: 'Sampai akhir bulan ya.', repliedTo: reply.id })
  world.wait(60)
  await look()
  const given = (await messagesIn(id)).at(-1)
  assert.equal(given?.state, 'public')
  assert.match(given?.url ?? '', new RegExp(byHand.id))
  assert.equal(given?.public_at?.toISOString(), byHand.createdAt)
})

test('an answer that did not arrive fails in words after two looks', async () => {
  world.x.writeAs('warga_h', { text: '@dinkes_contoh halo?' })
  await look()
  const { id } = await answerNewest('Halo juga.')
  world.x.fail({ kind: 'cut-before', method: 'POST', path: '/2/tweets' })
  await world.runJobs()
  for (const seconds of [120, 300]) {
    world.wait(seconds)
    await world.runJobs()
  }
  const answer = (await messagesIn(id)).at(-1)
  assert.equal(answer?.state, 'failed')
  assert.match(answer?.failure ?? '', /tidak sampai/)
})

test('one post that calls two agencies is a case of each', async () => {
  const other = await world.connect('dinkes_dua')
  world.x.writeAs('warga_i', { text: '@dinkes_contoh @dinkes_dua siapa yang berwenang?' })
  await look()
  await lookForMentions(world.system(), { accountId: other.id })
  const last = (await cases()).slice(-2)
  assert.deepEqual(new Set(last.map(({ account_id }) => account_id)), new Set([account.id, other.id]))
})

test('a repeated token ends the look; a page cut short is paid for and kept, and the next look goes on', async () => {
  const before = (await cases()).length
  for (let i = 0; i < 250; i += 1) world.x.writeAs(`warga_p${i}`, { text: `@dinkes_contoh halaman ${i}` })
  const path = '/2/users'
  world.x.fail({ kind: 'slow', method: 'GET', path, ms: 1 })
  world.x.fail({ kind: 'cut-before', method: 'GET', path })
  await look()
  assert.equal((await cases()).length, before, 'a look that broke off says so')
  await look()
  assert.equal((await cases()).length, before + 250)
  world.x.writeAs('warga_q', { text: '@dinkes_contoh terakhir' })
  const calls = world.x.calls.length
  for (let i = 0; i < 149; i += 1) world.x.writeAs(`warga_q${i}`, { text: `@dinkes_contoh berulang ${i}` })
  world.x.fail({ kind: 'repeat-token', method: 'GET', path, times: 4 })
  await look()
  assert.ok(world.x.calls.length - calls <= 10)
  assert.equal((await cases()).length, before + 400)
  assert.equal(await spent(), world.x.charged())
})

/** An answer that never arrived, above, stands in the ledger as not certain. */
const spent = async () => (await spentIn(world.system(), '2026-11-01')) - 10_000

test('an edited word changes the case and opens none, whichever version comes first', async () => {
  const before = (await cases()).length
  const first = world.x.writeAs('warga_r', { text: '@dinkes_contoh puskesmas tutup' })
  await look()
  const second = world.x.edit(first.id, '@dinkes_contoh puskesmas Jatiasih tutup')
  await look()
  assert.equal((await cases()).length, before + 1)
  const found = (await cases()).at(-1)
  const [word] = await messagesIn(found?.id ?? '')
  assert.equal(word?.text, '@dinkes_contoh puskesmas Jatiasih tutup')
  assert.equal(found?.subject, 'puskesmas Jatiasih tutup')
  assert.match(word?.url ?? '', new RegExp(second.id))
  const [late] = await postsOf(first.id)
  await takeMentions(world.system(), account, [{ ...late, versions: [first.id], text: 'lama' } as XPost])
  assert.equal((await messagesIn(found?.id ?? ''))[0]?.text, '@dinkes_contoh puskesmas Jatiasih tutup')
  const newer = '9223372036854775000'
  const changed = {
    ...late,
    id: newer,
    versions: ['9223372036854774000', newer],
    text: 'versi dua',
    conversationId: newer,
  }
  await takeMentions(world.system(), account, [changed as XPost])
  await takeMentions(world.system(), account, [
    { ...changed, id: '9223372036854774000', versions: ['9223372036854774000'], text: 'versi satu' } as XPost,
  ])
  assert.equal((await cases()).length, before + 2)
  assert.equal((await messagesIn((await cases()).at(-1)?.id ?? ''))[0]?.text, 'versi dua')
  await world.platform.db.updateTable('social_account').set({ mentions_until: world.x.state().lastId }).execute()
})

async function postsOf(id: string): Promise<XPost[]> {
  const rows = await world.platform.db
    .selectFrom('channel_event')
    .select('payload')
    .where('external_id', '=', id)
    .execute()
  return rows.map(({ payload }) => ({ ...(payload as XPost), createdAt: world.now() }))
}

test('what was deleted or hidden is blanked within a day; number, clocks and answer stay', async () => {
  const [deleted, , stays] = ['warga_s', 'warga_t', 'warga_u'].map((name) =>
    world.x.writeAs(name, { text: `@dinkes_contoh pribadi ${name}` }),
  )
  await look()
  await answerNewest('Terima kasih.')
  await world.runJobs()
  world.x.remove(deleted?.id ?? '')
  world.x.change('warga_t', { protected: true })
  const before = await cases()
  await checkDeleted(world.system())
  assert.match(JSON.stringify(await messagesIn(before.at(-3)?.id ?? '')), /pribadi/, 'not due yet')
  world.wait(72_000)
  await checkDeleted(world.system())
  const texts = await Promise.all(
    (await cases()).slice(-3).map(async ({ id }) => (await messagesIn(id))[0]?.text ?? ''),
  )
  assert.deepEqual(texts.map((text) => /dihapus|dikunci|pribadi/.exec(text)?.[0]).sort(), [
    'dihapus',
    'dikunci',
    'pribadi',
  ])
  const after = await cases()
  assert.deepEqual(
    after.map(({ ticket, next_due_at }) => [ticket, next_due_at]),
    before.map(({ ticket, next_due_at }) => [ticket, next_due_at]),
  )
  const kept = await world.platform.db.selectFrom('channel_event').select('payload').execute()
  assert.ok(!JSON.stringify(kept).includes('pribadi warga_s') && JSON.stringify(kept).includes('pribadi warga_u'))
  assert.ok(stays)
  const page = await world.as('operatorDinkes').get(`/kanal/${account.id}`)
  assert.match(page.text, /Dihapus oleh penulisnya/)
  assert.match(page.text, /Lewat kanal lain/)
  assert.equal(await spent(), world.x.charged())
})

test('an answer given in X without this house is found and stops the clock, once', async () => {
  const announcement = world.x.writeAs('dinkes_contoh', { text: 'Vaksin tersedia' })
  const tweet = world.x.writeAs('warga_v', { text: 'di mana?', repliedTo: announcement.id })
  await look()
  const page = await world.as('operatorDinkes').get(`/kanal/${account.id}`)
  assert.equal(page.$(`a[href*="in_reply_to=${tweet.id}"]`).text(), 'Jawab di X')
  const found = (await cases()).at(-1)
  world.wait(60)
  const byHand = world.x.writeAs('dinkes_contoh', { text: 'Di semua puskesmas.', repliedTo: tweet.id })
  world.wait(700)
  await look()
  world.wait(700)
  await look()
  const messages = await messagesIn(found?.id ?? '')
  assert.deepEqual(
    messages.map(({ author, state }) => [author, state]),
    [
      ['citizen', 'received'],
      ['agency', 'public'],
    ],
  )
  assert.equal(messages[1]?.public_at?.toISOString(), byHand.createdAt)
  assert.equal((await cases()).at(-1)?.next_due_at, null)
})

test('more than 800 mentions at once: a gap is told as a gap', async () => {
  const before = (await cases()).length
  for (let i = 0; i < 900; i += 1) world.x.writeAs('warga_w', { text: `@dinkes_contoh banjir ${i}` })
  await look()
  assert.equal((await cases()).length, before + 800)
  await look()
  const page = await world.as('operatorDinkes').get(`/kanal/${account.id}`)
  assert.match(page.text, /Sebutan warga mungkin terlewat/)
})

test('killed at each step of a look: the next look leaves each mention one case', async (t) => {
  const before = (await cases()).length
  let killed = 0
  for (let step = 1; ; step += 1) {
    world.x.writeAs(`warga_x${step}`, { text: `@dinkes_contoh langkah ${step}` })
    world.wait(60)
    const { ctx, steps } = dyingAt(world.system(), step)
    const died = await lookForMentions(ctx, { accountId: account.id }).then(
      () => false,
      () => true,
    )
    if (died) killed += 1
    await look()
    assert.equal((await cases()).length, before + step, `killed at step ${step} of ${steps()}`)
    if (!died) break
  }
  t.diagnostic(`killed at ${killed} steps`)
  assert.ok(killed > 20)
})

test('the database away: nothing is lost, nothing is there twice', async () => {
  const before = (await cases()).length
  world.x.writeAs('warga_y', { text: '@dinkes_contoh basis data hilang' })
  const admin = new pg.Client({ ...world.connection, database: 'postgres' } as pg.ClientConfig)
  const own = new pg.Client(world.connection)
  await own.connect()
  const { rows } = await own.query<{ name: string }>('select current_database() as name')
  await own.end()
  const name = rows[0]?.name ?? ''
  await admin.connect()
  await admin.query(`alter database "${name}" with allow_connections false`)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  await assert.rejects(look())
  await admin.query(`alter database "${name}" with allow_connections true`)
  await admin.end()
  // Connections that died while idle are found out one by one; the next minute's look comes anyway.
  for (
    let i = 0;
    i < 30 &&
    !(await look().then(
      () => true,
      () => false,
    ));
    i += 1
  ) {}
  await look()
  assert.equal((await cases()).length, before + 1)
})
