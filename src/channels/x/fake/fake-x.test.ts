import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { load } from 'cheerio'
import { startFakeX } from './fake-x.ts'

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
