import Type from 'typebox'
import { limitOf, listOf, pageOf, pageQuery } from '../../platform/http/api-page.ts'
import { api } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { accountStates, type SocialAccount } from '../account.ts'
import { findAccounts } from '../find-accounts.ts'
import { findMessages, type Message } from '../find-messages.ts'
import { findPost, findPosts } from '../find-posts.ts'
import { isPostState, type Post, postStates, themes } from '../post.ts'
import { approvePost, submitPost } from '../review-post.ts'
import { draftPost } from '../write-post.ts'

const textOrNull = Type.Union([Type.String(), Type.Null()])
const keysOf = (words: object) => Object.keys(words) as [string, ...string[]]

const account = Type.Object({
  id: Type.String(),
  agencyId: Type.String(),
  platform: Type.String(),
  handle: Type.String(),
  externalId: textOrNull,
  state: Type.Enum(keysOf(accountStates)),
  stateSince: Type.String(),
  url: Type.String(),
})
const broadcast = Type.Object({
  id: Type.String(),
  agencyId: Type.String(),
  accountId: Type.String(),
  text: Type.String(),
  theme: Type.Union([Type.Enum(keysOf(themes)), Type.Null()]),
  state: Type.Enum(keysOf(postStates)),
  reason: textOrNull,
  url: textOrNull,
  publishedAt: textOrNull,
  version: Type.Integer(),
})
const message = Type.Object({
  id: Type.String(),
  agencyId: Type.String(),
  accountId: Type.String(),
  externalId: Type.String(),
  conversationId: Type.String(),
  text: Type.String(),
  at: Type.String(),
  receivedAt: Type.String(),
  url: textOrNull,
  callable: Type.Boolean(),
})

const accountOf = ({ id, agencyId, platform, handle, url, externalId, state, stateSince }: SocialAccount) => ({
  id,
  agencyId,
  platform,
  handle,
  externalId,
  state,
  stateSince: stateSince.toISOString(),
  url,
})
const broadcastOf = (post: Post) => ({
  id: post.id,
  agencyId: post.agencyId,
  accountId: post.accountId,
  text: post.text,
  theme: post.theme,
  state: post.state,
  reason: post.reason,
  url: post.url,
  publishedAt: post.publishedAt?.toISOString() ?? null,
  version: post.version,
})
const messageOf = (found: Message) => ({
  ...found,
  at: found.at.toISOString(),
  receivedAt: found.receivedAt.toISOString(),
})

const idOf = ({ id }: { id: string }): string => id

export const apiRoutes = [
  api({
    method: 'GET',
    path: '/accounts',
    access: 'account.read',
    summary: 'Accounts of agencies on social channels',
    query: pageQuery,
    answer: listOf(account),
    handle: async (ctx, { query }) => {
      const sorted = (await findAccounts(ctx)).sort((a, b) => (a.id < b.id ? -1 : 1))
      return pageOf(sorted.filter(({ id }) => id > (query.cursor ?? '')).map(accountOf), limitOf(query), idOf)
    },
  }),
  api({
    method: 'GET',
    path: '/broadcasts',
    access: 'post.read',
    summary: 'Posts to all, newest first',
    query: Type.Object({ ...pageQuery.properties, state: Type.Optional(Type.String()) }),
    answer: listOf(broadcast),
    handle: async (ctx, { query }) => {
      const state = query.state !== undefined && isPostState(query.state) ? query.state : undefined
      const limit = limitOf(query)
      const posts = await findPosts(ctx, { purpose: 'broadcast', state, before: query.cursor, limit: limit + 1 })
      return pageOf(posts.map(broadcastOf), limit, idOf)
    },
  }),
  api({
    method: 'GET',
    path: '/broadcasts/:id',
    access: 'post.read',
    summary: 'One post',
    answer: broadcast,
    handle: async (ctx, { params }) => broadcastOf(await findPost(ctx, params.id ?? '')),
  }),
  api({
    method: 'POST',
    path: '/broadcasts',
    access: 'post.write',
    summary: 'Writes a post; `submit` also asks for approval',
    body: Type.Object({
      accountId: Type.String(),
      text: Type.String({ maxLength: 30_000 }),
      theme: Type.Enum(keysOf(themes)),
      submit: Type.Optional(Type.Boolean()),
    }),
    answer: broadcast,
    handle: async (ctx, { body }) => {
      const drafted = await draftPost(ctx, { ...body, theme: String(body.theme), pictureAlt: '' })
      if (isRefusal(drafted) || body.submit !== true) return isRefusal(drafted) ? drafted : broadcastOf(drafted)
      const submitted = await submitPost(ctx, { postId: drafted.id, version: drafted.version })
      return isRefusal(submitted) ? submitted : broadcastOf(submitted)
    },
  }),
  api({
    method: 'POST',
    path: '/broadcasts/:id/approve',
    access: 'post.approve',
    summary: 'Approves a post that waits for it; it is sent at once',
    body: Type.Object({ version: Type.Integer() }),
    answer: broadcast,
    handle: async (ctx, { params, body }) => {
      const approved = await approvePost(ctx, { postId: params.id ?? '', version: body.version })
      return isRefusal(approved) ? approved : broadcastOf(approved)
    },
  }),
  api({
    method: 'GET',
    path: '/messages',
    access: 'case.read',
    summary: 'What citizens wrote to the accounts, newest first',
    query: pageQuery,
    answer: listOf(message),
    handle: async (ctx, { query }) => {
      const limit = limitOf(query)
      const found = await findMessages(ctx, { before: query.cursor, limit: limit + 1 })
      return pageOf(found.map(messageOf), limit, idOf)
    },
  }),
]
