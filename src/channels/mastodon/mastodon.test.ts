import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { answerCase } from '../../cases/answer-case.ts'
import { accepted } from '../../platform/refusal.ts'
import type { SocialAccount } from '../account.ts'
import { connectWithToken } from '../connect-with-token.ts'
import { findAccount } from '../find-accounts.ts'
import { htmlText } from '../html-text.ts'
import { lookForMentions } from '../look-for-mentions.ts'
import { registerAccount } from '../register-account.ts'
import { approvePost, submitPost } from '../review-post.ts'
import { draftPost } from '../write-post.ts'
import { callMastodon } from './call-mastodon.ts'
import { postStatus, uploadPicture, verifyCredentials } from './client.ts'
import { type FakeMastodon, type MastodonFault, startFakeMastodon } from './fake/fake-mastodon.ts'

let world: World
let mastodon: FakeMastodon
let account: SocialAccount
let token = ''
before(async () => {
  world = await openWorld()
  mastodon = await startFakeMastodon({ clock: world.now })
  const wanted = { platform: 'mastodon', handle: 'dinkes', server: mastodon.url, holder: 'Humas' } as const
  account = accepted(await registerAccount(world.ctx('operatorDinkes'), { agencyId: 'dinkes', ...wanted }))
  token = mastodon.signIn('dinkes')
})
after(async () => {
  await world.close()
  await mastodon.close()
})

const look = () => lookForMentions(world.system(), { accountId: account.id })
const cases = () => world.platform.db.selectFrom('cases').selectAll().orderBy('opened_at').orderBy('id').execute()
const again = () => findAccount(world.system(), account.id)
const url = () => `/kanal/${account.id}`

test('an account is connected with its own token alone; the token is sealed and shown to nobody', async () => {
  const officer = world.as('operatorDinkes')
  const other = await officer.post(`${url()}/token`, { token: mastodon.signIn('dishub') })
  assert.equal(other.status, 422)
  assert.match(other.text, /milik @dishub/)
  assert.match((await officer.post(`${url()}/token`, { token: 'salah' })).text, /Server menolak token ini/)
  assert.match((await officer.post(`${url()}/token`, { token: 'dua kata' })).text, /tanpa spasi/)
  assert.equal((await world.as('reviewerDinkes').post(`${url()}/token`, { token })).status, 403)
  assert.equal((await world.as('operatorDishub').post(`${url()}/token`, { token })).status, 404)
  assert.equal((await officer.post(`${url()}/token`, { token })).status, 303)
  const page = await officer.get(url())
  assert.match(page.text, /Tersambung/)
  assert.match(page.text, /masuk sebagai akun ini/)
  assert.ok(!page.text.includes(token))
  const rows = JSON.stringify(await world.platform.db.selectFrom('social_account').selectAll().execute())
  assert.ok(!rows.includes(token))
  await world.runJobs()
})

test('95 mentions over several pages are 95 cases, also when a page fails in between', async () => {
  await look()
  mastodon.writeAs('warga', { text: '@dinkes pertama' })
  await look()
  const before = (await cases()).length
  for (let i = 0; i < 95; i += 1) mastodon.writeAs(`warga_${i}`, { text: `@dinkes laporan ${i}` })
  mastodon.fail({ kind: 'error-before', method: 'GET', path: '/api/v1/notifications' })
  await look()
  assert.match((await again()).pollProblem ?? '', /belum dapat dihubungi/)
  await Promise.all([look(), look()])
  assert.equal((await cases()).length, before + 95)
  assert.equal((await again()).pollProblem, null)
})

const faults: MastodonFault['kind'][] = ['cut-before', 'cut-after', 'error-after', 'rate-limited', 'not-json']
for (const kind of faults)
  test(`a look that meets ${kind} loses nothing`, async () => {
    const before = (await cases()).length
    mastodon.writeAs('warga_d', { text: `@dinkes saat ${kind}` })
    mastodon.fail({ kind, method: 'GET', path: '/api/v1/notifications', seconds: 60 })
    await look()
    assert.ok((await again()).pollProblem)
    await look()
    assert.equal((await cases()).length, before + 1)
  })

test('an answer is never more open than what it answers', async () => {
  const asked = mastodon.writeAs('warga_p', { text: '@dinkes ini rahasia', visibility: 'direct', spoiler: 'Soal obat' })
  await look()
  const { ticket = '', version = 0, id = '' } = (await cases()).at(-1) ?? {}
  const said = await world.platform.db.selectFrom('case_message').select('text').where('case_id', '=', id).execute()
  assert.equal(said[0]?.text, 'Soal obat\n\n@dinkes ini rahasia')
  accepted(await answerCase(world.ctx('operatorDinkes'), { ticket, text: 'Kami bantu.', final: true, version }))
  await world.runJobs()
  const answer = mastodon.statusesOf('dinkes').at(-1)
  assert.equal(answer?.inReplyTo, asked.id)
  assert.equal(answer?.visibility, 'direct')
  assert.equal(answer?.text, '@warga_p Kami bantu.')
})

test('an answer longer than the server takes is refused beside the field', async () => {
  mastodon.writeAs('warga_l', { text: '@dinkes panjang' })
  await look()
  const { ticket = '', version = 0 } = (await cases()).at(-1) ?? {}
  const text = 'x'.repeat(469)
  const done = await answerCase(world.ctx('operatorDinkes'), { ticket, text, final: true, version })
  assert.ok('refusal' in done && done.refusal === 'invalid')
})

test('a broadcast is approved and goes out in public, with its address', async () => {
  const operator = world.ctx('operatorDinkes')
  const said = { accountId: account.id, text: 'Vaksin tersedia', theme: 'community' as const }
  const draft = accepted(await draftPost(operator, said))
  const { version } = accepted(await submitPost(operator, { postId: draft.id, version: draft.version }))
  accepted(await approvePost(world.ctx('reviewerDinkes'), { postId: draft.id, version }))
  await world.runJobs()
  const status = mastodon.statusesOf('dinkes').at(-1)
  assert.equal(status?.text, 'Vaksin tersedia')
  assert.equal(status?.visibility, 'public')
  const row = await world.platform.db
    .selectFrom('event')
    .select('after')
    .where('thing_id', '=', draft.id)
    .where('action', '=', 'post.published')
    .executeTakeFirstOrThrow()
  assert.deepEqual((row.after as { url: string }).url, `${mastodon.url}/@dinkes/${status?.id}`)
})

const client = () => ({ server: mastodon.url, token: mastodon.signIn('dinkes'), clock: world.now })

test('a broadcast is as long as Mastodon takes, and costs nothing', async () => {
  const page = world.as('operatorDinkes')
  const write = (text: string) => page.post('/kanal/siaran', { accountId: account.id, text, theme: 'community' })
  const kept = await write('a'.repeat(450))
  assert.equal(kept.status, 303, kept.text)
  const { text, $ } = await page.get(kept.location ?? '')
  assert.match($('.preview-post .hint').text(), /^450 dari 500$/)
  assert.doesNotMatch(text, /dolar/)
  assert.match((await write('a'.repeat(501))).text, /Terlalu panjang: 501 dari 500/)
})

test('a picture goes up with its words and is waited for', async () => {
  const up = await uploadPicture(client(), { bytes: Buffer.from('jpeg'), alt: 'Antrean “panjang” é' }, 5)
  assert.ok(up.ok)
  assert.equal(mastodon.media.get(up.value)?.description, 'Antrean “panjang” é')
  const status = { text: 'Dengan gambar', inReplyTo: null, visibility: 'public' as const, mediaIds: [up.value] }
  const one = await postStatus(client(), status, 'kunci-1')
  const two = await postStatus(client(), status, 'kunci-1')
  assert.deepEqual(one, two)
  assert.equal(mastodon.statusesOf('dinkes').filter(({ text }) => text === 'Dengan gambar').length, 1)
})

test('a window that is full says until when, as the server writes instants', async () => {
  mastodon.fail({ kind: 'rate-limited', seconds: 120 })
  const answer = await callMastodon(client(), { method: 'GET', path: '/api/v1/notifications' })
  assert.ok(!answer.ok && answer.error.kind === 'rate-limited')
  assert.equal(answer.error.until.getTime(), world.now().getTime() + 120_000)
})

test('a token that was taken back tells its holder, and what waits is sent once it is connected again', async () => {
  mastodon.writeAs('warga_r', { text: '@dinkes sebelum dicabut' })
  await look()
  const { ticket = '', version = 0 } = (await cases()).at(-1) ?? {}
  mastodon.revoke(token)
  accepted(await answerCase(world.ctx('operatorDinkes'), { ticket, text: 'Menunggu.', final: true, version }))
  await world.runJobs()
  assert.equal((await again()).state, 'needs-reconnecting')
  const mail = await world.platform.db.selectFrom('mail').select('subject').execute()
  assert.ok(mail.some(({ subject }) => /Akun Mastodon @dinkes perlu disambungkan lagi/.test(subject)))
  mastodon.writeAs('warga_r', { text: '@dinkes selama putus' })
  const before = (await cases()).length
  accepted(
    await connectWithToken(world.ctx('operatorDinkes'), { accountId: account.id, token: mastodon.signIn('dinkes') }),
  )
  await world.runJobs()
  assert.equal((await cases()).length, before + 1)
  assert.equal(mastodon.statusesOf('dinkes').filter(({ text }) => /Menunggu\./.test(text)).length, 1)
})

const pages: [html: string, text: string][] = [
  ['<p>Satu<br />dua</p><p>tiga &amp; &lt;empat&gt;</p>', 'Satu\ndua\n\ntiga & <empat>'],
  ['<p><span class="h-card"><a href="x">@<span>dinkes</span></a></span> halo</p>', '@dinkes halo'],
  [
    '<a href="https://a.example/b"><span class="invisible">https://</span><span>a.example/b</span></a>',
    'https://a.example/b',
  ],
  ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
  ['', ''],
]
for (const [html, text] of pages) test(`HTML as text: ${html.slice(0, 30)}`, () => assert.equal(htmlText(html), text))

/** A real server, where one is named: `MASTODON_URL` and `MASTODON_TOKEN` of an account made for this. */
test('the client on a real server', { skip: !process.env.MASTODON_URL }, async () => {
  const { MASTODON_URL: server = '', MASTODON_TOKEN: real = '' } = process.env
  const connection = { server, token: real, clock: () => new Date() }
  assert.ok((await verifyCredentials(connection)).ok)
  const status = { text: `Uji ${Date.now()}`, inReplyTo: null, visibility: 'direct' as const, mediaIds: [] }
  const key = `uji-${Date.now()}`
  assert.deepEqual(await postStatus(connection, status, key), await postStatus(connection, status, key))
})
