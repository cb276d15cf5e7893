import { join } from 'node:path'
import { answerCase } from '../cases/answer-case.ts'
import type { SocialAccount } from '../channels/account.ts'
import { saveConnection } from '../channels/connect-account.ts'
import { findPosts } from '../channels/find-posts.ts'
import { loseAccess } from '../channels/lose-access.ts'
import type { Outcome } from '../channels/outcome.ts'
import type { Post } from '../channels/post.ts'
import { registerAccount } from '../channels/register-account.ts'
import { approvePost, returnPost, submitPost } from '../channels/review-post.ts'
import { saveNotSent, savePost } from '../channels/save-outcome.ts'
import { takeMentions } from '../channels/take-mentions.ts'
import { draftPost } from '../channels/write-post.ts'
import type { FakeTweet } from '../channels/x/fake/fake-state.ts'
import { keeper } from '../channels/x/fake/keeper.ts'
import { allScopes, issueToken } from '../channels/x/fake/oauth.tsx'
import { openTown, type Town, userOf, write } from '../channels/x/fake/town.ts'
import type { XPost } from '../channels/x/read-post.ts'
import type { Ctx } from '../platform/ctx.ts'
import { accepted } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type ExampleMention, type ExamplePost, exampleVoices } from './channels-texts.ts'
import type { Example } from './example.ts'

/** Something that happened on X, told in the order of time: ids of X grow with it. */
interface Happening {
  at: Date
  tell: (at: Date) => Promise<void>
}

/** One agency's account, and the fake X in which its posts are. */
interface Voice {
  city: Example
  town: Town
  agencyId: string
  account: SocialAccount
}

/**
 * X accounts of the lively agencies with two months of posts, mentions and answers, and the same posts in the state
 * file of the fake X, so that what is answered now finds its citizen there.
 */
export async function exampleChannels(city: Example): Promise<void> {
  const { db, clock, config } = city.platform
  if (await db.selectFrom('social_account').select('id').limit(1).executeTakeFirst()) return
  const time = { now: city.daysAgo(62, '08:00') }
  const town = openTown({ clock: () => time.now })
  // In one transaction: a crash leaves nothing half told. The file is there before the commit.
  await transaction(city.system(clock()), async (ctx) => {
    const happenings = await prepare(within(city, ctx), town)
    for (const { at, tell } of happenings.sort((a, b) => a.at.getTime() - b.at.getTime())) {
      if (at >= ctx.now) continue
      time.now = at
      await tell(at)
    }
    keeper(join(config.dataDir, 'fake-x.json')).save(town.state)
  })
}

/** The same city, all of whose people act in the transaction of `ctx`. */
const within = (city: Example, { db, committed }: Ctx): Example => {
  const inside = (ctx: Ctx): Ctx => ({ ...ctx, db, ...(committed && { committed }) })
  return { ...city, as: (email, at) => inside(city.as(email, at)), system: (at) => inside(city.system(at)) }
}

async function prepare(city: Example, town: Town): Promise<Happening[]> {
  const happenings: Happening[] = []
  for (const [agencyId, { handle, posts, mentions }] of Object.entries(exampleVoices)) {
    const account = await connect(city, town, agencyId, handle)
    const voice = { city, town, agencyId, account }
    happenings.push(...posts.map((post) => broadcast(voice, post)), ...mentions.flatMap((one) => talk(voice, one)))
  }
  await unconnected(city)
  return happenings
}

async function connect(city: Example, town: Town, agencyId: string, handle: string): Promise<SocialAccount> {
  const operator = city.as(`operator@${agencyId}.example`, city.daysAgo(61, '08:00'))
  const account = accepted(await registerAccount(operator, { agencyId, handle, holder: 'Humas' }))
  const user = userOf(town, handle, true)
  const { access, refresh, expires } = issueToken(town, user.id, allScopes)
  const tokens = { accessToken: access, refreshToken: refresh ?? '', expires: new Date(expires) }
  return accepted(await saveConnection(operator, account, tokens, user))
}

/** Accounts as a city really has them: one used by hand, one nobody can open any more. */
async function unconnected(city: Example): Promise<void> {
  const officer = city.as('petugas@diskominfo.example', city.daysAgo(61, '09:00'))
  accepted(await registerAccount(officer, { agencyId: 'disdik', handle: 'disdik_contoh', holder: 'Subbag umum' }))
  const lost = { agencyId: 'disarpusda', handle: 'arpusda_contoh', holder: 'Pegawai yang sudah pindah' }
  const { id } = accepted(await registerAccount(officer, lost))
  accepted(await loseAccess(city.as('petugas@diskominfo.example', city.daysAgo(40, '10:00')), { accountId: id }))
}

function broadcast(voice: Voice, [days, time, theme, text, state = 'published']: ExamplePost): Happening {
  const { city, agencyId, account } = voice
  const tell = async (at: Date): Promise<void> => {
    const operator = city.as(`operator@${agencyId}.example`, at)
    const reviewer = city.as(`sekretaris@${agencyId}.example`, minutesAfter(at, 20))
    const draft = accepted(await draftPost(operator, { accountId: account.id, text, theme, pictureAlt: '' }))
    if (state === 'draft') return
    const { id: postId, version } = accepted(await submitPost(operator, { postId: draft.id, version: draft.version }))
    if (state === 'in-review') return
    if (state === 'returned') {
      accepted(await returnPost(reviewer, { postId, version, reason: 'Tambahkan tanggal dan alamatnya.' }))
      return
    }
    await carry(voice, accepted(await approvePost(reviewer, { postId, version })), minutesAfter(at, 21), state)
  }
  return { at: city.daysAgo(days, time), tell }
}

/** What X made of an approved post. */
async function carry(voice: Voice, post: Post, at: Date, state: 'published' | 'refused' | 'not-sent'): Promise<void> {
  const { city, town, account } = voice
  await transaction(city.system(at), async (ctx) => {
    if (state === 'not-sent') return saveNotSent(ctx, post)
    if (state === 'refused') return savePost(ctx, post, refusedAsSame)
    const { id } = write(town, userOf(town, account.handle, true), { text: post.text, repliedTo: post.inReplyTo })
    return savePost(ctx, post, { state: 'published', externalId: id })
  })
}

const refusedAsSame: Outcome = {
  state: 'refused',
  reason: 'X menolak karena teks yang sama sudah pernah diterbitkan akun ini. Ubahlah kalimatnya, lalu ajukan lagi.',
  notCalled: false,
}

function talk(voice: Voice, { days, time, by, text, answers = [], open = false }: ExampleMention): Happening[] {
  const { city, town, account } = voice
  let said: FakeTweet | undefined
  const mention = async (at: Date): Promise<void> => {
    said = write(town, userOf(town, by), { text })
    await takeMentions(city.system(minutesAfter(at, 1)), account, [seen(said)])
  }
  const replies = answers.map(([days, time, text], i) => ({
    at: city.daysAgo(days, time),
    tell: (at: Date) => answer(voice, said?.id ?? '', text, i === answers.length - 1 && !open, at),
  }))
  return [{ at: city.daysAgo(days, time), tell: mention }, ...replies]
}

async function answer(voice: Voice, tweetId: string, text: string, final: boolean, at: Date): Promise<void> {
  const { city, agencyId, account } = voice
  const operator = city.as(`operator@${agencyId}.example`, at)
  const { ticket, version } = await operator.db
    .selectFrom('cases')
    .select(['ticket', 'version'])
    .where('account_id', '=', account.id)
    .where('conversation_key', 'like', `${account.id}/${tweetId}/%`)
    .executeTakeFirstOrThrow()
  accepted(await answerCase(operator, { ticket, text, final, version }))
  const waiting = { purpose: 'answer', state: 'approved', accountId: account.id, limit: 1 } as const
  for (const post of await findPosts(operator, waiting)) await carry(voice, post, minutesAfter(at, 1), 'published')
}

/** The citizen's post as a look at the mentions shows it. */
const seen = (tweet: FakeTweet): XPost => ({
  id: tweet.id,
  authorId: tweet.authorId,
  text: tweet.text,
  createdAt: new Date(tweet.createdAt),
  conversationId: tweet.conversationId,
  repliedTo: tweet.repliedTo,
  quoted: tweet.quoted,
  isRepost: false,
  versions: tweet.versions ?? [tweet.id],
  named: tweet.explicit,
})

const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)
