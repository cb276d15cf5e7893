import type { Ctx } from '../../platform/ctx.ts'
import { type Frame, get, html, post, type Reply, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { acceptInvitation } from '../accept-invitation.ts'
import { askReset } from '../ask-reset.ts'
import { deadLinkWords, findLink, type LinkKind } from '../mail-link.ts'
import { peoplePaths } from '../paths.ts'
import { resetPassword } from '../reset-password.ts'
import { DeadLinkPage, ForgottenPage, InvitationPage, ResetPage, SignedInAlreadyPage } from './mail-link-pages.tsx'
import { entranceOf, nobody, onward } from './sign-in-routes.tsx'

/** The page that says why this link is worth nothing: 404 when there never was one, 410 when it is over. */
async function deadLink(ctx: Ctx, frame: Frame, kind: LinkKind, token: string): Promise<Reply | undefined> {
  const { state } = await findLink(ctx, kind, token)
  if (state === 'good') return undefined
  return html(
    <DeadLinkPage frame={nobody(frame)} words={deadLinkWords(kind, state)} />,
    state === 'unknown' ? 404 : 410,
  )
}

export const mailLinkRoutes = [
  get(peoplePaths.invitation, 'anyone', async (ctx, { frame, params: { token = '' } }) => {
    const dead = await deadLink(ctx, frame, 'invitation', token)
    if (dead) return dead
    if (frame.person !== null) return html(<SignedInAlreadyPage frame={frame} />, 409)
    return html(<InvitationPage frame={frame} token={token} email="" />)
  }),

  post(
    peoplePaths.invitation,
    'anyone',
    async (ctx, request) => {
      const { frame, field } = request
      const { token = '' } = request.params
      const dead = await deadLink(ctx, frame, 'invitation', token)
      if (dead) return dead
      if (frame.person !== null) return html(<SignedInAlreadyPage frame={frame} />, 409)
      const [email, password] = [field('email'), field('password')]
      const entered = await acceptInvitation(ctx, { ...entranceOf(request), token, email, password })
      if (!isRefusal(entered)) return onward(entered, '/beranda')
      return refused(entered, (errors) => <InvitationPage frame={frame} token={token} email={email} errors={errors} />)
    },
    { once: false },
  ),

  get(peoplePaths.forgotten, 'anyone', async (_ctx, { frame }) =>
    html(<ForgottenPage frame={nobody(frame)} email="" />),
  ),

  post(peoplePaths.forgotten, 'anyone', async (ctx, { frame, field }) => {
    const email = field('email')
    const refusal = await askReset(ctx, email)
    if (refusal)
      return refused(refusal, (errors) => <ForgottenPage frame={nobody(frame)} email={email} errors={errors} />)
    return seeOther(
      peoplePaths.signIn.href(),
      'Bila alamat itu terdaftar, tautan untuk membuat kata sandi baru sudah dikirim. Periksa kotak surel Anda.',
    )
  }),

  get(peoplePaths.reset, 'anyone', async (ctx, { frame, params: { token = '' } }) => {
    const dead = await deadLink(ctx, frame, 'reset', token)
    return dead ?? html(<ResetPage frame={nobody(frame)} token={token} />)
  }),

  post(
    peoplePaths.reset,
    'anyone',
    async (ctx, { frame, field, params: { token = '' } }) => {
      const dead = await deadLink(ctx, frame, 'reset', token)
      if (dead) return dead
      const refusal = await resetPassword(ctx, { token, password: field('password') })
      if (refusal)
        return refused(refusal, (errors) => <ResetPage frame={nobody(frame)} token={token} errors={errors} />)
      return seeOther(peoplePaths.signIn.href(), 'Kata sandi baru tersimpan. Silakan masuk.')
    },
    { once: false },
  ),
]
