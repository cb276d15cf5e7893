import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { bytes, get, html, type PageRequest, post, type Reply, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal, Missing, type Refusal } from '../../platform/refusal.ts'
import { findAccounts } from '../find-accounts.ts'
import { findPost, findPosts } from '../find-posts.ts'
import { channelPaths } from '../paths.ts'
import { isPostState, type Post, refuseToApprove, refuseToChange, refuseToSendAgain, refuseToSubmit } from '../post.ts'
import { approvePost, returnPost, sendPostAgain, submitPost } from '../review-post.ts'
import { changePost, draftPost } from '../write-post.ts'
import { NewPostPage } from './new-post-page.tsx'
import { type Possible, PostPage } from './post-page.tsx'
import { PostsPage } from './posts-page.tsx'

const pageSize = 30

function possible(ctx: Ctx, found: Post): Possible {
  const can = (action: 'post.write' | 'post.approve', refusal: Refusal | undefined) =>
    may(ctx.actor, action, found.agencyId) && refusal === undefined
  return {
    change: can('post.write', refuseToChange(found, found.version)),
    submit: can('post.write', refuseToSubmit(found, found.version)),
    approve: can('post.approve', refuseToApprove(found, found.version, ctx.actor)),
    sendAgain: found.purpose === 'broadcast' && can('post.approve', refuseToSendAgain(found, found.version)),
  }
}

const writable = async (ctx: Ctx) =>
  (await findAccounts(ctx)).filter(({ agencyId }) => may(ctx.actor, 'post.write', agencyId))

const inputOf = ({ field }: PageRequest) => ({
  text: field('text'),
  theme: field('theme'),
  pictureAlt: field('pictureAlt'),
})

const stepOf = ({ field, params }: PageRequest) => ({ postId: params.id ?? '', version: Number(field('version')) })

/** One step of the review: on refusal the same page says why. */
async function step(ctx: Ctx, request: PageRequest, done: Post | Refusal, notice: string): Promise<Reply> {
  if (!isRefusal(done)) return seeOther(channelPaths.post.href({ id: done.id }), notice)
  const found = await findPost(ctx, request.params.id ?? '')
  return refused(done, (errors) => (
    <PostPage frame={request.frame} post={found} possible={possible(ctx, found)} errors={errors} />
  ))
}

export const postRoutes = [
  get(channelPaths.posts, 'post.read', async (ctx, { frame, query }) => {
    const state = query.get('keadaan') ?? ''
    const posts = await findPosts(ctx, {
      purpose: 'broadcast',
      state: isPostState(state) ? state : undefined,
      before: query.get('sebelum') ?? undefined,
      limit: pageSize + 1,
    })
    const shown = posts.slice(0, pageSize)
    const next =
      posts.length > pageSize ? channelPaths.posts.href({}, { keadaan: state, sebelum: shown.at(-1)?.id }) : null
    return html(<PostsPage frame={frame} posts={shown} state={state} next={next} />)
  }),

  get(channelPaths.newPost, 'post.write', async (ctx, { frame }) => {
    const input = { text: '', theme: '', pictureAlt: '' }
    return html(<NewPostPage frame={frame} accounts={await writable(ctx)} accountId="" input={input} />)
  }),

  post(channelPaths.posts, 'post.write', async (ctx, request) => {
    const input = inputOf(request)
    const accountId = request.field('accountId')
    const done = await draftPost(ctx, { ...input, accountId, picture: request.file('picture') })
    if (!isRefusal(done)) return seeOther(channelPaths.post.href({ id: done.id }), 'Draf tersimpan.')
    const accounts = await writable(ctx)
    return refused(done, (errors) => (
      <NewPostPage frame={request.frame} accounts={accounts} accountId={accountId} input={input} errors={errors} />
    ))
  }),

  get(channelPaths.post, 'post.read', async (ctx, { frame, params }) => {
    const found = await findPost(ctx, params.id ?? '')
    return html(<PostPage frame={frame} post={found} possible={possible(ctx, found)} />)
  }),

  get(channelPaths.picture, 'post.read', async (ctx, { params }) => {
    const { id, picture } = await findPost(ctx, params.id ?? '')
    if (!picture) throw new Missing(`picture of post ${id}`)
    return bytes(picture.type, await ctx.platform.files.get(picture.file))
  }),

  post(channelPaths.post, 'post.write', async (ctx, request) => {
    const input = inputOf(request)
    const done = await changePost(ctx, { ...input, ...stepOf(request), picture: request.file('picture') })
    if (!isRefusal(done)) return seeOther(channelPaths.post.href({ id: done.id }), 'Perubahan tersimpan sebagai draf.')
    const found = await findPost(ctx, request.params.id ?? '')
    return refused(done, (errors) => (
      <PostPage frame={request.frame} post={found} possible={possible(ctx, found)} input={input} errors={errors} />
    ))
  }),

  post(channelPaths.submission, 'post.write', async (ctx, request) =>
    step(
      ctx,
      request,
      await submitPost(ctx, stepOf(request)),
      'Diajukan. Pemeriksa akan menyetujui atau mengembalikan.',
    ),
  ),

  post(channelPaths.approval, 'post.approve', async (ctx, request) =>
    step(ctx, request, await approvePost(ctx, stepOf(request)), 'Disetujui. Siaran segera dikirim.'),
  ),

  post(channelPaths.return, 'post.approve', async (ctx, request) => {
    const reason = request.field('reason')
    const done = await returnPost(ctx, { ...stepOf(request), reason })
    if (!isRefusal(done)) return seeOther(channelPaths.post.href({ id: done.id }), 'Dikembalikan kepada penulis.')
    const found = await findPost(ctx, request.params.id ?? '')
    return refused(done, (errors) => (
      <PostPage frame={request.frame} post={found} possible={possible(ctx, found)} reason={reason} errors={errors} />
    ))
  }),

  post(channelPaths.resending, 'post.approve', async (ctx, request) =>
    step(ctx, request, await sendPostAgain(ctx, stepOf(request)), 'Siaran dikirim lagi.'),
  ),
]
