import sharp from 'sharp'
import { answerCase } from '../../src/cases/answer-case.ts'
import type { SocialAccount } from '../../src/channels/account.ts'
import { addPostPicture } from '../../src/channels/add-post-picture.ts'
import { saveConnection } from '../../src/channels/connect-account.ts'
import { findAccount } from '../../src/channels/find-accounts.ts'
import { findPost } from '../../src/channels/find-posts.ts'
import { lookForMentions } from '../../src/channels/look-for-mentions.ts'
import { approvePost, submitPost } from '../../src/channels/review-post.ts'
import { takeEvents } from '../../src/channels/take-events.ts'
import { draftPost } from '../../src/channels/write-post.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { accepted, isRefusal } from '../../src/platform/refusal.ts'
import type { XWorld } from '../x-world.ts'

/** Something a person sends by pressing one button. */
export interface Sending {
  /** Everything that must stand on X once, in the order of the thread. */
  texts: string[]
  /** Pictures of each. */
  pictures: number[]
  /** Presses the button; pressed again after a death, it does what was not done. */
  press(ctx: (member: 'reviewerDinkes' | 'operatorDinkes') => Ctx): Promise<void>
}

export type Scenario = (world: XWorld, account: SocialAccount, name: string) => Promise<Sending>

const body = { theme: 'community' } as const

async function submitted(world: XWorld, id: string): Promise<void> {
  const post = await findPost(world.ctx('operatorDinkes'), id)
  accepted(await submitPost(world.ctx('operatorDinkes'), { postId: id, version: post.version }))
}

const approval =
  (id: string): Sending['press'] =>
  async (ctx) => {
    const reviewer = ctx('reviewerDinkes')
    const post = await findPost(reviewer, id)
    if (post.state === 'in-review') accepted(await approvePost(reviewer, { postId: id, version: post.version }))
  }

async function broadcast(world: XWorld, account: SocialAccount, texts: string[], pictures: number): Promise<Sending> {
  const [text = '', ...rest] = texts
  const operator = world.ctx('operatorDinkes')
  const { id } = accepted(await draftPost(operator, { ...body, accountId: account.id, text, rest }))
  for (let n = 0; n < pictures; n++) {
    const { version } = await findPost(operator, id)
    const upload = { filename: 'gambar.png', bytes: await picture() }
    const words = n === 0 ? { alt: 'Loket pendaftaran', decorative: false } : { alt: '', decorative: true }
    accepted(await addPostPicture(operator, { postId: id, version, upload, ...words }))
  }
  await submitted(world, id)
  return { texts, pictures: texts.map((_, i) => (i === 0 ? pictures : 0)), press: approval(id) }
}

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 40, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()

export const publish: Scenario = (world, account, name) => broadcast(world, account, [`Siaran ${name}`], 0)

export const thread: Scenario = (world, account, name) =>
  broadcast(
    world,
    account,
    [1, 2, 3].map((part) => `Utas ${name}, bagian ${part}`),
    0,
  )

export const media: Scenario = (world, account, name) => broadcast(world, account, [`Bergambar ${name}`], 2)

/** A citizen asks, an officer presses "Kirim jawaban". */
export const answer: Scenario = async (world, account, name) => {
  const citizen = `warga_${name.replace(/\W/g, '_')}`.slice(0, 15)
  const question = world.x.writeAs(citizen, { text: `@${account.handle} pertanyaan ${name}` })
  const ticket = await ticketOf(world, account, question.id)
  const text = `Jawaban ${name}`
  return {
    texts: [text],
    pictures: [0],
    async press(ctx) {
      const operator = ctx('operatorDinkes')
      const { version } = await operator.db
        .selectFrom('cases')
        .select('version')
        .where('ticket', '=', ticket)
        .executeTakeFirstOrThrow()
      const said = await operator.db
        .selectFrom('post')
        .select('id')
        .where('text', '=', text)
        .where('state', '<>', 'not-sent')
        .where('state', '<>', 'refused')
        .executeTakeFirst()
      if (said) return
      const done = await answerCase(operator, { ticket, text, final: true, version })
      if (isRefusal(done)) throw new Error(JSON.stringify(done))
    },
  }
}

/** The case of a question, once a look was not hindered by what an earlier run left behind. */
async function ticketOf(world: XWorld, account: SocialAccount, id: string): Promise<string> {
  for (let look = 0; look < 5; look++) {
    await connected(world, account)
    await lookForMentions(world.system(), { accountId: account.id })
    await takeEvents(world.system(), { accountId: account.id })
    const found = await world.platform.db
      .selectFrom('cases')
      .select('ticket')
      .where('conversation_key', 'like', `${account.id}/${id}/%`)
      .executeTakeFirst()
    if (found) return found.ticket
    world.wait(901)
  }
  throw new Error(`question ${id} never came in`)
}

/** As a person does in X and at us, when the account was lost on the way. */
export async function connected(world: XWorld, account: SocialAccount): Promise<void> {
  const { state, handle } = await findAccount(world.system(), account.id)
  if (state === 'connected') return
  const ctx = world.ctx('operatorDinkes')
  const { id, accessToken, refreshToken } = world.x.signIn(handle)
  const expires = new Date(ctx.now.getTime() + 7_200_000)
  const user = { id, username: handle, name: handle }
  accepted(await saveConnection(ctx, account, { accessToken, refreshToken, expires }, user))
}
