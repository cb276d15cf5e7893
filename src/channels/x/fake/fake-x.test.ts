import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { load } from 'cheerio'
import { exampleClient, type FakeX, type FakeXOptions, startFakeX } from './fake-x.ts'

const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })

test('a person writes as a citizen and answers, with forms alone', async () => {
  const fake = await startFakeX()
  fake.signIn('dinkes_contoh')
  const page = load(await (await fetch(fake.url)).text())
  assert.equal(page('html').attr('lang'), 'id')
  assert.equal(page('script').length, 0)
  assert.equal(page('label[for=text]').length, 1)
  const written = await fetch(`${fake.url}/fake/tweets`, form({ as: '@warga_a', text: '@dinkes_contoh <b>halo</b>' }))
  const after = load(await written.text())
  assert.equal(after('article .text').text(), '@dinkes_contoh <b>halo</b>')
  const reply = after('article a').last().attr('href') ?? ''
  const thread = await fetch(`${fake.url}${after('article a').first().attr('href')}`)
  assert.match(await thread.text(), /Balas @warga_a/)
  const id = new URL(reply, fake.url).searchParams.get('balas') ?? ''
  assert.equal(load(await (await fetch(`${fake.url}${reply}`)).text())('input[name=inReplyTo]').val(), id)
  await fetch(`${fake.url}/fake/tweets`, form({ as: 'warga_b', text: 'setuju', inReplyTo: id }))
  assert.equal(fake.tweetsOf('warga_b')[0]?.conversationId, id)
  await fake.close()
})

test('a restart keeps everything; a file that appears later is taken over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fake-x-'))
  const statePath = join(folder, 'fake-x.json')
  const waiting = await startFakeX({ statePath })
  const first = await startFakeX({ statePath })
  const { accessToken } = first.signIn('dinkes_contoh')
  const tweet = first.writeAs('warga', { text: '@dinkes_contoh halo' })
  await first.close()
  const second = await startFakeX({ statePath })
  assert.equal(second.tweetsOf('warga')[0]?.id, tweet.id)
  for (const fake of [second, waiting]) {
    const me = await fetch(`${fake.url}/2/users/me`, { headers: { authorization: `Bearer ${accessToken}` } })
    assert.equal(me.status, 200)
    await fake.close()
  }
  rmSync(folder, { recursive: true })
})

test('it serves this machine only', async () => {
  await assert.rejects(startFakeX({ host: '0.0.0.0' }), /loopback/)
})

test('a body that is not JSON, a path that is not there, an unknown field, no token', async () => {
  const fake = await startFakeX()
  const { accessToken } = fake.signIn('dinkes_contoh')
  const send = (path: string, body: string, token = accessToken) =>
    fetch(`${fake.url}${path}`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
  assert.equal((await send('/2/tweets', '{')).status, 400)
  assert.equal((await send('/2/nothing', '{}')).status, 404)
  assert.equal((await send('/2/tweets', '{"text":"a","visible":true}')).status, 400)
  assert.equal((await send('/2/tweets', '{"text":"a"}', 'wrong')).status, 401)
  const good = await send('/2/tweets', '{"text":"a"}')
  assert.equal(good.status, 201)
  assert.equal(good.headers.get('x-rate-limit-limit'), '100')
  assert.ok(Number(good.headers.get('x-rate-limit-reset')) > 0)
  await fake.close()
})

async function asked(fake: { url: string }, token: string, path: string, init: RequestInit = {}) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(`${fake.url}${path}`, { ...init, headers })
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  return { status: answer.status, headers: answer.headers, json: (await answer.json()) as any }
}

async function started(t: TestContext, options?: FakeXOptions): Promise<FakeX> {
  const fake = await startFakeX(options)
  t.after(() => fake.close())
  return fake
}

test('it charges by the list: once a day for the same thing, nothing for nothing', async (t) => {
  let now = new Date('2026-11-23T03:00:00Z')
  const fake = await started(t, { clock: () => now })
  const { id, accessToken } = fake.signIn('dinkes_contoh')
  const read = () => asked(fake, accessToken, `/2/users/${id}/mentions?tweet.fields=author_id`)
  await read()
  assert.equal(fake.charged(), 0)
  const { id: mention } = fake.writeAs('warga', { text: '@dinkes_contoh satu' })
  fake.writeAs('warga', { text: '@dinkes_contoh dua' })
  await read()
  await read()
  assert.deepEqual(fake.state().bill, { 'post-read': { quantity: 2, micros: 10_000 } })
  now = new Date('2026-11-24T00:00:01Z')
  await asked(fake, fake.signIn('dinkes_contoh').accessToken, `/2/users/${id}/mentions`)
  assert.equal(fake.state().bill['post-read']?.quantity, 4)
  const say = (body: object) =>
    asked(fake, fake.signIn('dinkes_contoh').accessToken, '/2/tweets', { method: 'POST', body: JSON.stringify(body) })
  const first = await say({ text: 'Pengumuman' })
  await say({ text: 'Selengkapnya di dinkes.bekasikota.go.id' })
  await say({ text: 'Sambungan', reply: { in_reply_to_tweet_id: first.json.data.id } })
  await say({ text: 'Terima kasih', reply: { in_reply_to_tweet_id: mention } })
  await say({ text: 'Pengumuman' })
  const { post, 'link-post': link, 'called-reply': called } = fake.state().bill
  assert.deepEqual([post?.quantity, link?.quantity, called?.quantity], [2, 1, 1])
})

test('the owner of the app reads its own mentions for less', async (t) => {
  const fake = await started(t, { client: { ...exampleClient, owner: 'dinkes_contoh' } })
  const { id, accessToken } = fake.signIn('dinkes_contoh')
  fake.writeAs('warga', { text: '@dinkes_contoh satu' })
  await asked(fake, accessToken, `/2/users/${id}/mentions`)
  assert.deepEqual(fake.state().bill, { 'owned-read': { quantity: 1, micros: 1000 } })
})

test('what is protected, suspended or deleted is not shown; a suspended account can do nothing', async (t) => {
  const fake = await started(t)
  const { id, accessToken } = fake.signIn('dinkes_contoh')
  const names = ['warga_a', 'warga_b', 'warga_c', 'warga_d']
  const ids = names.map((name) => fake.writeAs(name, { text: '@dinkes_contoh halo' }).id)
  fake.change('warga_a', { protected: true })
  fake.change('warga_b', { suspended: true })
  fake.remove(ids[2] ?? '')
  const { json } = await asked(fake, accessToken, `/2/tweets?ids=${ids.join(',')}`)
  assert.deepEqual(
    json.data.map((post: { id: string }) => post.id),
    [ids[3]],
  )
  assert.deepEqual(
    json.errors.map(({ type }: { type: string }) => type.split('/').at(-1)),
    ['not-authorized-for-resource', 'resource-not-found', 'resource-not-found'],
  )
  assert.equal((await asked(fake, accessToken, `/2/users/${id}/mentions`)).json.data.length, 1)
  fake.change('dinkes_contoh', { suspended: true })
  assert.equal((await asked(fake, accessToken, `/2/users/${id}/mentions`)).json.errors[0].code, 64)
})

test('a timeline that repeats its token, errors beside the data, a clock ten minutes off', async (t) => {
  const fake = await started(t)
  const { id, accessToken } = fake.signIn('dinkes_contoh')
  for (let i = 0; i < 7; i += 1) fake.writeAs('warga', { text: `@dinkes_contoh ke-${i}` })
  fake.fail({ kind: 'repeat-token', path: '/2/users', times: 2 })
  const path = `/2/users/${id}/mentions?max_results=5`
  const first = (await asked(fake, accessToken, path)).json
  const again = (await asked(fake, accessToken, `${path}&pagination_token=${first.meta.next_token}`)).json
  assert.deepEqual(again, first)
  fake.fail({ kind: 'partial' })
  const marred = (await asked(fake, accessToken, path)).json
  assert.equal(marred.errors.length, 1)
  assert.equal(marred.data.length, 5)
  fake.skew(600_000)
  const { headers } = await asked(fake, accessToken, path)
  const ahead = Date.parse(headers.get('date') ?? '') - Date.now()
  assert.ok(ahead > 590_000 && ahead < 601_000)
})

test('an unknown field, also within another one, is an error', async (t) => {
  const fake = await started(t)
  const { accessToken } = fake.signIn('dinkes_contoh')
  for (const body of [
    { text: 'a', visible: true },
    { text: 'a', reply: { in_reply_to_tweet_id: '1', quietly: true } },
  ]) {
    const { status, json } = await asked(fake, accessToken, '/2/tweets', { method: 'POST', body: JSON.stringify(body) })
    assert.equal(status, 400)
    assert.equal(json.title, 'Invalid Request')
  }
})
