import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { answerCase } from '../src/cases/answer-case.ts'
import type { SocialAccount } from '../src/channels/account.ts'
import { adapterOf } from '../src/channels/adapters.ts'
import { refuseText } from '../src/channels/post-text.ts'
import { publishPost } from '../src/channels/publish-post.ts'
import { takeUpLeftovers } from '../src/channels/send-waiting.ts'
import { accepted } from '../src/platform/refusal.ts'
import type { World } from './world.ts'

/** What becomes of the next text that is sent. `after`: the platform has it, and its answer is lost. */
export type Mishap = 'lost-after' | 'lost-before' | 'busy' | 'refused'

/** A platform's fake, and a connected account of Dinkes on it. */
export interface Stage {
  world: World
  account: SocialAccount
  /** A citizen says something to the account; answers the platform's id of it. */
  say: (text: string, by: string, inReplyTo?: string) => Promise<string>
  /** Brings what was said, again and again if need be. */
  bring: () => Promise<void>
  /** The account speaks to itself on the platform; brought like the words of others. */
  sayAsAccount: (text: string) => Promise<void>
  /** What the platform holds as answers to a word: their words, without whom they address. */
  answersTo: (externalId: string) => string[]
  mishap: (kind: Mishap) => void
  /** A text the platform would not take; null: it takes all. */
  tooLong: string | null
  close: () => Promise<void>
}

/** What every adapter must keep to, tried on a server of its kind over a socket. */
export function adapterContract(name: string, open: () => Promise<Stage>): void {
  let stage: Stage
  before(async () => {
    stage = await open()
    await stage.world.runJobs()
  })
  after(() => stage.close())

  const cases = () =>
    stage.world.platform.db.selectFrom('cases').selectAll().orderBy('opened_at').orderBy('id').execute()
  const wait = (seconds: number) => stage.world.at(new Date(stage.world.now().getTime() + seconds * 1000).toISOString())

  /** Lets all jobs and looks run that an hour and a half brings. */
  async function settled(): Promise<void> {
    for (let i = 0; i < 8; i += 1) {
      await stage.world.runJobs()
      wait(400)
      await takeUpLeftovers(stage.world.system())
    }
    await stage.world.runJobs()
  }

  async function answered(text: string): Promise<{ said: string; answer: string }> {
    wait(60)
    const said = await stage.say(`Tentang ${text}`, `warga_${text.replace(/\W/g, '').slice(0, 8).toLowerCase()}`)
    await stage.bring()
    const found = (await cases()).at(-1)
    const { ticket = '', version = 0 } = found ?? {}
    accepted(await answerCase(stage.world.ctx('operatorDinkes'), { ticket, text, final: true, version }))
    const posts = await stage.world.platform.db.selectFrom('post').select('id').where('text', '=', text).execute()
    assert.equal(posts.length, 1)
    return { said, answer: posts[0]?.id ?? '' }
  }
  const post = (id: string) =>
    stage.world.platform.db.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const word = async (postId: string) => {
    const { case_message_id } = await post(postId)
    return stage.world.platform.db
      .selectFrom('case_message')
      .selectAll()
      .where('id', '=', case_message_id ?? '')
      .executeTakeFirstOrThrow()
  }

  test(`${name}: a word is one case, however often and by however many it is brought`, async () => {
    await stage.say('Lampu jalan padam <b>dua</b> malam & gelap', 'warga_a')
    await Promise.all([stage.bring(), stage.bring(), stage.bring()])
    await stage.bring()
    const [opened, ...more] = await cases()
    assert.equal(more.length, 0)
    assert.equal(opened?.agency_id, 'dinkes')
    assert.equal(opened?.channel, stage.account.platform)
    assert.equal(opened?.account_id, stage.account.id)
    const said = await stage.world.platform.db.selectFrom('case_message').selectAll().execute()
    assert.match(said[0]?.text ?? '', /Lampu jalan padam <b>dua<\/b> malam & gelap/)
  })

  test(`${name}: the same citizen in the same conversation joins; another one opens a case of their own`, async () => {
    const before = (await cases()).length
    const first = await stage.say('Obat habis', 'warga_b')
    await stage.bring()
    wait(60)
    await stage.say('Sejak Senin', 'warga_b', first)
    await stage.say('Di sini juga', 'warga_c', first)
    await stage.bring()
    assert.equal((await cases()).length, before + 2)
  })

  test(`${name}: the account's own words open nothing`, async () => {
    const before = (await cases()).length
    await stage.sayAsAccount('Kami tutup hari Minggu')
    await stage.bring()
    assert.equal((await cases()).length, before)
  })

  test(`${name}: an answer goes out once, as a reply, and stops the clock`, async () => {
    const { said, answer } = await answered('Sudah kami perbaiki tadi pagi.')
    await Promise.all([1, 2, 3].map(() => publishPost(stage.world.system(), { postId: answer })))
    await settled()
    assert.deepEqual(stage.answersTo(said), ['Sudah kami perbaiki tadi pagi.'])
    assert.equal((await post(answer)).state, 'published')
    assert.equal((await word(answer)).state, 'public')
    assert.equal((await cases()).at(-1)?.state, 'answered')
  })

  test(`${name}: the citizen's answer to our answer comes back to the same case`, async () => {
    const { answer } = await answered('Petugas datang besok.')
    await settled()
    const before = (await cases()).length
    const { external_id } = await post(answer)
    await stage.say('Terima kasih', 'warga_petugasd', external_id ?? '')
    await stage.bring()
    assert.equal((await cases()).length, before)
  })

  test(`${name}: an answer whose confirmation was lost is there once, and known to be`, async () => {
    stage.mishap('lost-after')
    const { said, answer } = await answered('Jadwal sudah diumumkan.')
    await settled()
    assert.deepEqual(stage.answersTo(said), ['Jadwal sudah diumumkan.'])
    assert.equal((await post(answer)).state, 'published')
    assert.equal((await word(answer)).state, 'public')
  })

  test(`${name}: an answer that was lost on its way is sent once, or a person is told`, async () => {
    stage.mishap('lost-before')
    const { said, answer } = await answered('Pipa sedang diganti.')
    await settled()
    const { state } = await post(answer)
    assert.equal(stage.answersTo(said).length, state === 'published' ? 1 : 0)
    assert.ok(state === 'published' || state === 'not-sent', state)
    assert.equal((await word(answer)).state, state === 'published' ? 'public' : 'failed')
    assert.equal(state, adapterOf(stage.account.platform).sameKeySeconds > 0 ? 'published' : 'not-sent')
  })

  test(`${name}: a platform that is busy is asked again later`, async () => {
    stage.mishap('busy')
    const { said, answer } = await answered('Pohon sudah dipangkas.')
    await settled()
    assert.deepEqual(stage.answersTo(said), ['Pohon sudah dipangkas.'])
    assert.equal((await post(answer)).state, 'published')
  })

  test(`${name}: an answer the platform refuses fails in its case, with words`, async () => {
    stage.mishap('refused')
    const { said, answer } = await answered('Ini ditolak.')
    await settled()
    assert.deepEqual(stage.answersTo(said), [])
    assert.equal((await post(answer)).state, 'refused')
    assert.equal((await word(answer)).state, 'failed')
    assert.ok((await word(answer)).failure)
  })

  test(`${name}: what is too long is told before it is sent`, () => {
    const wrong = (text: string) => refuseText({ text, theme: 'community' }, adapterOf(stage.account.platform).length)
    assert.deepEqual(wrong('Terima kasih.'), {})
    if (stage.tooLong !== null) assert.match(wrong(stage.tooLong).text ?? '', /panjang/)
  })
}
