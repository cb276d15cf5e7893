import { get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { findAccount } from '../find-accounts.ts'
import { confirmPosts, findPostImport, previewPosts } from '../import-posts.ts'
import { notePost, refuseNoting } from '../note-post.ts'
import { channelPaths } from '../paths.ts'
import { AccountPage } from './account-page.tsx'
import { accountProps } from './account-props.ts'
import { PostImportPage, PostUploadPage } from './post-import-page.tsx'

export const handPostRoutes = [
  post(channelPaths.handPosts, 'post.write', async (ctx, { frame, params, field }) => {
    const { id = '' } = params
    const input = {
      day: field('day'),
      text: field('text'),
      url: field('url'),
      theme: field('theme'),
      likes: field('likes'),
      comments: field('comments'),
      shares: field('shares'),
      views: field('views'),
    }
    const done = await notePost(ctx, { ...input, accountId: id })
    if (!isRefusal(done)) return seeOther(channelPaths.account.href({ id }), 'Siaran tercatat.')
    const props = await accountProps(ctx, frame, await findAccount(ctx, id))
    return refused(done, (errors) => <AccountPage {...props} noted={input} noteErrors={errors} />)
  }),

  get(channelPaths.postImports, 'post.write', async (ctx, { frame, params }) => {
    const account = await findAccount(ctx, params.id ?? '')
    return refuseNoting(ctx, account) ?? html(<PostUploadPage frame={frame} account={account} />)
  }),

  post(channelPaths.postImports, 'post.write', async (ctx, { frame, params, file }) => {
    const { id = '' } = params
    const made = await previewPosts(ctx, { accountId: id, file: file('file') })
    if (!isRefusal(made)) return seeOther(channelPaths.postImport.href({ id, import: made.id }))
    const account = await findAccount(ctx, id)
    return refused(made, (errors) => <PostUploadPage frame={frame} account={account} errors={errors} />)
  }),

  get(channelPaths.postImport, 'post.write', async (ctx, { frame, params }) =>
    html(
      <PostImportPage
        frame={frame}
        shown={await findPostImport(ctx, { accountId: params.id ?? '', id: params.import ?? '' })}
      />,
    ),
  ),

  post(channelPaths.postImport, 'post.write', async (ctx, { frame, params }) => {
    const input = { accountId: params.id ?? '', id: params.import ?? '' }
    const done = await confirmPosts(ctx, input)
    if (!isRefusal(done))
      return seeOther(channelPaths.postImport.href({ id: input.accountId, import: input.id }), 'Siaran tercatat.')
    const shown = await findPostImport(ctx, input)
    return refused(done, (errors) => <PostImportPage frame={frame} shown={shown} errors={errors} />)
  }),
]
