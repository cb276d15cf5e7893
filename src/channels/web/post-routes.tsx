import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { bytes, get, html, type PageRequest, post, type Reply, refused, seeOther } from '../../platform/http/route.ts'
import { type FieldErrors, isRefusal, Missing, type Refusal } from '../../platform/refusal.ts'
import { speaksToAll } from '../account.ts'
import { adapterFor } from '../adapters.ts'
import { addPostPicture, removePostPicture } from '../add-post-picture.ts'
import { cancelPost, rescheduleHeldPost, sendHeldPost } from '../decide-post.ts'
import { findAccounts } from '../find-accounts.ts'
import { findPost, findPosts } from '../find-posts.ts'
import { channelPaths } from '../paths.ts'
import { isPostState, type Post } from '../post.ts'
import { postPrices } from '../post-price.ts'
import { type PostInput, threadLimit } from '../post-text.ts'
import { approvePost, returnPost, sendPostAgain, submitPost } from '../review-post.ts'
import { checkEmergency, sendInEmergency } from '../send-in-emergency.ts'
import { changePost, draftPost } from '../write-post.ts'
import { EmergencyPage } from './emergency-page.tsx'
import { findSource } from './find-source.ts'
import { NewPostPage } from './new-post-page.tsx'
import { PostPage, type Typed } from './post-page.tsx'
import { messageChoices, postPageProps } from './post-page-props.ts'
import { PostsPage } from './posts-page.tsx'

const pageSize = 30

const writable = async (ctx: Ctx) =>
  (await findAccounts(ctx)).filter(
    ({ agencyId, platform }) =>
      may(ctx.actor, 'post.write', agencyId) && speaksToAll(platform) && adapterFor(platform) !== undefined,
  )

/** An address of ours as readers of X need it. */
const whole = (ctx: Ctx, address: string): string =>
  address.startsWith('/') ? `${ctx.platform.config.baseUrl}${address}` : address

/** The further posts stand in `text2`, `text3`... */
const inputOf = ({ field }: PageRequest): PostInput => ({
  text: field('text'),
  rest: Array.from({ length: threadLimit + 1 }, (_, i) => field(`text${i + 2}`)).filter((text) => text !== ''),
  theme: field('theme'),
  pictureAlt: field('pictureAlt'),
  decorative: field('decorative') === 'on',
  scheduledFor: field('scheduledFor'),
  embargoUntil: field('embargoUntil'),
  newsUrl: field('newsUrl'),
  contentId: field('contentId'),
  announcementId: field('announcementId'),
  nationalMessageId: field('nationalMessageId'),
})

const stepOf = ({ field, params }: PageRequest) => ({ postId: params.id ?? '', version: Number(field('version')) })

const postHref = (id: string, parts?: number): string => channelPaths.post.href({ id }, { bagian: parts })

/** The page of the post again, with what was typed in which of its forms. */
async function again(ctx: Ctx, request: PageRequest, refusal: Refusal, typed?: Typed): Promise<Reply> {
  const props = await postPageProps(ctx, request.frame, await findPost(ctx, request.params.id ?? ''))
  return refused(refusal, (errors) => <PostPage {...props} {...(typed && { typed })} errors={errors} />)
}

/** One step of the review: on refusal the same page says why. */
async function step(ctx: Ctx, request: PageRequest, done: Post | Refusal, notice: string): Promise<Reply> {
  return isRefusal(done) ? again(ctx, request, done) : seeOther(postHref(done.id), notice)
}

const released = ({ state, scheduledFor }: Post): string => {
  if (state === 'in-review') return 'Disetujui. Siaran menunggu langkah persetujuan berikutnya.'
  return scheduledFor ? 'Disetujui. Siaran dikirim sesuai jadwal.' : 'Disetujui. Siaran segera dikirim.'
}

async function newPostPage(ctx: Ctx, request: PageRequest, input: PostInput, accountId: string) {
  const [accounts, messages, source] = await Promise.all([writable(ctx), messageChoices(ctx), findSource(ctx, input)])
  return (errors?: FieldErrors) => (
    <NewPostPage
      frame={request.frame}
      accounts={accounts}
      accountId={accountId}
      input={input}
      prices={postPrices(ctx)}
      messages={messages}
      source={source}
      {...(errors && { errors })}
    />
  )
}

export const postRoutes = [
  get(channelPaths.posts, 'post.read', async (ctx, { frame, query }) => {
    const state = query.get('keadaan') ?? ''
    const posts = await findPosts(ctx, {
      purpose: 'broadcast',
      state: isPostState(state) ? state : undefined,
      emergency: query.get('darurat') === 'ya',
      before: query.get('sebelum') ?? undefined,
      limit: pageSize + 1,
    })
    const shown = posts.slice(0, pageSize)
    const next =
      posts.length > pageSize ? channelPaths.posts.href({}, { keadaan: state, sebelum: shown.at(-1)?.id }) : null
    return html(<PostsPage frame={frame} posts={shown} state={state} next={next} />)
  }),

  get(channelPaths.newPost, 'post.write', async (ctx, request) => {
    const asked = (name: string) => request.query.get(name) ?? ''
    const title = asked('judul').slice(0, 200)
    const address = whole(ctx, asked('alamat').slice(0, 500))
    const input = {
      text: [title, address].filter((words) => words !== '').join('\n'),
      theme: asked('tema'),
      newsUrl: address,
      contentId: asked('konten'),
      announcementId: asked('pengumuman'),
      nationalMessageId: asked('narasi'),
    }
    return html((await newPostPage(ctx, request, input, asked('akun')))())
  }),

  post(channelPaths.posts, 'post.write', async (ctx, request) => {
    const input = inputOf(request)
    const accountId = request.field('accountId')
    const done = await draftPost(ctx, { ...input, accountId, picture: request.file('picture') })
    if (isRefusal(done)) return refused(done, await newPostPage(ctx, request, input, accountId))
    const more = request.field('next') === 'part' ? 2 + (input.rest?.length ?? 0) : undefined
    return seeOther(postHref(done.id, more), 'Draf tersimpan.')
  }),

  get(channelPaths.post, 'post.read', async (ctx, { frame, params, query }) => {
    const found = await findPost(ctx, params.id ?? '')
    const parts = Math.min(threadLimit, Number(query.get('bagian')) || 1)
    return html(<PostPage {...(await postPageProps(ctx, frame, found))} parts={parts} />)
  }),

  get(channelPaths.picture, 'post.read', async (ctx, { params }) => {
    const { pictures } = await findPost(ctx, params.id ?? '')
    const picture = pictures.find(({ id }) => id === params.picture)
    if (!picture) throw new Missing(`picture ${params.picture}`)
    return bytes('image/jpeg', await ctx.platform.files.get(picture.file))
  }),

  post(channelPaths.post, 'post.write', async (ctx, request) => {
    const input = inputOf(request)
    const done = await changePost(ctx, { ...input, ...stepOf(request) })
    if (isRefusal(done)) return again(ctx, request, done, { form: 'change', input })
    const more = request.field('next') === 'part' ? 2 + (input.rest?.length ?? 0) : undefined
    return seeOther(postHref(done.id, more), 'Perubahan tersimpan sebagai draf.')
  }),

  post(channelPaths.pictures, 'post.write', async (ctx, request) => {
    const { field, file } = request
    const [alt, decorative] = [field('pictureAlt'), field('decorative') === 'on']
    const { postId, version } = stepOf(request)
    const done = await addPostPicture(ctx, {
      postId: field('partId') || postId,
      version,
      upload: file('picture'),
      alt,
      decorative,
    })
    if (isRefusal(done)) return again(ctx, request, done, { form: 'picture', alt, decorative })
    return seeOther(postHref(done.id), 'Gambar ditambahkan.')
  }),

  post(channelPaths.pictureRemoval, 'post.write', async (ctx, request) => {
    const done = await removePostPicture(ctx, { ...stepOf(request), pictureId: request.params.picture ?? '' })
    return step(ctx, request, done, 'Gambar dihapus.')
  }),

  post(channelPaths.submission, 'post.write', async (ctx, request) => {
    const done = await submitPost(ctx, stepOf(request))
    return step(ctx, request, done, 'Diajukan. Pemeriksa akan menyetujui atau mengembalikan.')
  }),

  post(channelPaths.approval, 'post.approve', async (ctx, request) => {
    const done = await approvePost(ctx, { ...stepOf(request), sendNow: request.field('sendNow') === 'yes' })
    return step(ctx, request, done, isRefusal(done) ? '' : released(done))
  }),

  post(channelPaths.return, 'post.approve', async (ctx, request) => {
    const reason = request.field('reason')
    const done = await returnPost(ctx, { ...stepOf(request), reason })
    if (isRefusal(done)) return again(ctx, request, done, { form: 'return', reason })
    return seeOther(postHref(done.id), 'Dikembalikan kepada penulis.')
  }),

  post(channelPaths.resending, 'post.approve', async (ctx, request) =>
    step(ctx, request, await sendPostAgain(ctx, stepOf(request)), 'Siaran dikirim lagi.'),
  ),

  post(channelPaths.cancellation, 'post.write', async (ctx, request) =>
    step(ctx, request, await cancelPost(ctx, stepOf(request)), 'Siaran dibatalkan.'),
  ),

  post(channelPaths.lateSending, 'post.approve', async (ctx, request) =>
    step(ctx, request, await sendHeldPost(ctx, stepOf(request)), 'Siaran segera dikirim.'),
  ),

  post(channelPaths.rescheduling, 'post.approve', async (ctx, request) => {
    const scheduledFor = request.field('scheduledFor')
    const done = await rescheduleHeldPost(ctx, { ...stepOf(request), scheduledFor })
    if (isRefusal(done)) return again(ctx, request, done, { form: 'reschedule', scheduledFor })
    return seeOther(postHref(done.id), 'Siaran dijadwalkan lagi.')
  }),

  get(channelPaths.emergency, 'post.write', async (ctx, { frame, params }) =>
    html(<EmergencyPage frame={frame} post={await findPost(ctx, params.id ?? '')} />),
  ),

  post(channelPaths.emergency, 'post.write', async (ctx, request) => {
    const reason = request.field('emergencyReason')
    const done = await sendInEmergency(ctx, { ...stepOf(request), reason })
    if (!isRefusal(done)) return seeOther(postHref(done.id), 'Siaran dikirim tanpa persetujuan. Alasannya tercatat.')
    const found = await findPost(ctx, request.params.id ?? '')
    return refused(done, (errors) => (
      <EmergencyPage frame={request.frame} post={found} reason={reason} errors={errors} />
    ))
  }),

  post(channelPaths.emergencyCheck, 'post.approve', async (ctx, request) =>
    step(ctx, request, await checkEmergency(ctx, stepOf(request)), 'Pemeriksaan tercatat.'),
  ),
]
