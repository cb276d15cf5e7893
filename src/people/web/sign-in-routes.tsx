import type { Ctx } from '../../platform/ctx.ts'
import {
  type Frame,
  get,
  html,
  type PageRequest,
  post,
  type Reply,
  refused,
  seeOther,
} from '../../platform/http/route.ts'
import { isRefusal, Missing } from '../../platform/refusal.ts'
import { beginCodeApp } from '../code-app.ts'
import type { Entered, Entrance } from '../enter.ts'
import { findHalf, giveCode, giveFirstCode } from '../give-code.ts'
import { peoplePaths } from '../paths.ts'
import { findSecondFactor } from '../second-factor.ts'
import { signIn, signOut, signOutEverywhere } from '../sign-in.ts'
import { drawQr } from './code-app-form.tsx'
import { CodePage } from './code-page.tsx'
import { SetUpFirstPage } from './set-up-first-page.tsx'
import { SignInPage } from './sign-in-page.tsx'

/** Where to go after signing in: only an address of ours. */
export const ownAddress = (text: string): string => (/^\/(?![/\\])[^\s]*$/.test(text) ? text : '/beranda')

export const nobody = (frame: Frame): Frame => ({ ...frame, person: null })

export const entranceOf = ({ headers, ip }: PageRequest): Entrance => ({
  device: String(headers['user-agent'] ?? ''),
  ip,
})

/** On to where one wanted to go, or to what is still owed before. */
export function onward({ session, stage }: Entered, to: string): Reply {
  const owed = { code: peoplePaths.secondFactor, 'set-up': peoplePaths.setUpFirst }
  return {
    kind: 'see-other',
    to: stage === 'open' ? ownAddress(to) : owed[stage].href({}, { ke: to }),
    cookie: session,
  }
}

const tooLate = (): Reply => seeOther(peoplePaths.signIn.href(), 'Waktu untuk masuk sudah habis. Mulailah kembali.')

/** Half a sign-in that is over sends one back to its beginning. */
async function unlessOver(work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Missing) return tooLate()
    throw error
  }
}

async function setUp(ctx: Ctx, personId: string, sealed?: string) {
  const app = await beginCodeApp(ctx, personId, sealed)
  return { app, qr: await drawQr(app.uri) }
}

export const signInRoutes = [
  get(peoplePaths.signIn, 'anyone', async (ctx, { frame, query }) => {
    const to = query.get('ke') ?? ''
    if (frame.person !== null) return seeOther(ownAddress(to))
    return html(<SignInPage frame={nobody(frame)} email="" to={to} sso={ctx.platform.config.oidc !== null} />)
  }),

  post(
    peoplePaths.signIn,
    'anyone',
    async (ctx, request) => {
      const [email, to] = [request.field('email'), request.field('ke')]
      const entered = await signIn(ctx, { ...entranceOf(request), email, password: request.field('password') })
      if (!isRefusal(entered)) return onward(entered, to)
      const sso = ctx.platform.config.oidc !== null
      return refused(entered, (errors) => (
        <SignInPage frame={nobody(request.frame)} email={email} to={to} sso={sso} errors={errors} />
      ))
    },
    { once: false },
  ),

  get(peoplePaths.secondFactor, 'anyone', async (ctx, { frame, query, session }) =>
    unlessOver(async () => {
      const { personId } = await findHalf(ctx, session, 'code')
      return html(
        <CodePage frame={nobody(frame)} to={query.get('ke') ?? ''} factor={await findSecondFactor(ctx, personId)} />,
      )
    }),
  ),

  post(
    peoplePaths.secondFactor,
    'anyone',
    async (ctx, request) =>
      unlessOver(async () => {
        const { ip, session: token, frame } = request
        const to = request.field('ke')
        const { personId } = await findHalf(ctx, token, 'code')
        const entered = await giveCode(ctx, { token, code: request.field('code'), ip })
        if (!isRefusal(entered)) return onward(entered, to)
        const factor = await findSecondFactor(ctx, personId)
        return refused(entered, (errors) => <CodePage frame={nobody(frame)} to={to} factor={factor} errors={errors} />)
      }),
    { once: false },
  ),

  get(peoplePaths.setUpFirst, 'anyone', async (ctx, { frame, query, session }) =>
    unlessOver(async () => {
      const { personId } = await findHalf(ctx, session, 'set-up')
      const shown = await setUp(ctx, personId)
      return html(<SetUpFirstPage frame={nobody(frame)} to={query.get('ke') ?? ''} {...shown} />)
    }),
  ),

  post(
    peoplePaths.setUpFirst,
    'anyone',
    async (ctx, request) =>
      unlessOver(async () => {
        const { ip, session: token, frame } = request
        const to = request.field('ke')
        const { personId } = await findHalf(ctx, token, 'set-up')
        const sealed = request.field('sealed')
        const entered = await giveFirstCode(ctx, { token, code: request.field('code'), sealed, ip })
        if (!isRefusal(entered)) return onward(entered, peoplePaths.recoveryCodes.href())
        const shown = await setUp(ctx, personId, sealed)
        return refused(entered, (errors) => <SetUpFirstPage frame={nobody(frame)} to={to} {...shown} errors={errors} />)
      }),
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
