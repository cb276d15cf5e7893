import { type Frame, get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { peoplePaths } from '../paths.ts'
import { signIn, signOut, signOutEverywhere } from '../sign-in.ts'
import { SignInPage } from './sign-in-page.tsx'

/** Where to go after signing in: only an address of ours. */
const ownAddress = (text: string): string => (/^\/(?![/\\])[^\s]*$/.test(text) ? text : '/beranda')

const nobody = (frame: Frame): Frame => ({ ...frame, person: null })

export const routes = [
  get(peoplePaths.signIn, 'anyone', async (_ctx, { frame, query }) =>
    frame.person === null
      ? html(<SignInPage frame={nobody(frame)} email="" to={query.get('ke') ?? ''} />)
      : seeOther(ownAddress(query.get('ke') ?? '')),
  ),

  post(
    peoplePaths.signIn,
    'anyone',
    async (ctx, request) => {
      const input = {
        email: request.field('email'),
        password: request.field('password'),
        device: String(request.headers['user-agent'] ?? ''),
        ip: request.ip,
      }
      const to = request.field('ke')
      const session = await signIn(ctx, input)
      if (isRefusal(session))
        return refused(session, (errors) => (
          <SignInPage frame={nobody(request.frame)} email={input.email} to={to} errors={errors} />
        ))
      return { kind: 'see-other', to: ownAddress(to), cookie: session }
    },
    { once: false },
  ),

  post(
    peoplePaths.signOut,
    'anyone',
    async (ctx, { session }) => {
      if (session !== null) await signOut(ctx, session)
      return { kind: 'see-other', to: peoplePaths.signIn.href(), notice: 'Anda sudah keluar.', cookie: null }
    },
    { once: false },
  ),

  post(
    peoplePaths.signOutEverywhere,
    'signed-in',
    async (ctx) => {
      const ended = await signOutEverywhere(ctx)
      const notice = `Anda sudah keluar dari semua perangkat (${ended} sesi berakhir).`
      return { kind: 'see-other', to: peoplePaths.signIn.href(), notice, cookie: null }
    },
    { once: false },
  ),
]
