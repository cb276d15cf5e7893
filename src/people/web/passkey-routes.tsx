import { bytes, post, type Reply, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal, type Refusal } from '../../platform/refusal.ts'
import { addPasskey, askToAddPasskey } from '../add-passkey.ts'
import { askForPasskey, signInWithPasskey } from '../passkey-sign-in.ts'
import { peoplePaths } from '../paths.ts'
import { removePasskey } from '../remove-passkey.ts'
import { selfOf } from '../self.ts'
import { SignInPage } from './sign-in-page.tsx'
import { entranceOf, nobody, onward } from './sign-in-routes.tsx'

const json = (value: unknown): Reply => bytes('application/json; charset=utf-8', JSON.stringify(value))

/** The island shows these words as they are. */
const words = (refusal: Refusal): Reply => ({
  kind: 'bytes',
  type: 'text/plain; charset=utf-8',
  body: refusal.refusal === 'invalid' ? Object.values(refusal.errors).join(' ') : refusal.reason,
  status: 422,
})

export const passkeyRoutes = [
  post(peoplePaths.passkeyQuestion, 'anyone', async (ctx) => json(await askForPasskey(ctx)), { once: false }),

  post(
    peoplePaths.passkeySignIn,
    'anyone',
    async (ctx, request) => {
      const to = request.field('ke')
      const entered = await signInWithPasskey(ctx, { ...entranceOf(request), answer: request.field('answer') })
      if (!isRefusal(entered)) return onward(entered, to)
      const sso = ctx.platform.config.oidc !== null
      return refused(entered, (errors) => (
        <SignInPage frame={nobody(request.frame)} email="" to={to} sso={sso} errors={errors} />
      ))
    },
    { once: false },
  ),

  post(
    peoplePaths.newPasskeyQuestion,
    'signed-in',
    async (ctx, { field, ip }) => {
      const question = await askToAddPasskey(ctx, { personId: selfOf(ctx), password: field('password'), ip })
      return isRefusal(question) ? words(question) : json(question)
    },
    { once: false },
  ),

  post(
    peoplePaths.passkeys,
    'signed-in',
    async (ctx, { field }) => {
      const input = { personId: selfOf(ctx), name: field('name'), answer: field('answer') }
      return (await addPasskey(ctx, input)) ?? seeOther(peoplePaths.account.href(), 'Kunci sandi ditambahkan.')
    },
    { once: false },
  ),

  post(peoplePaths.passkeyRemoval, 'signed-in', async (ctx, { field }) => {
    const refusal = await removePasskey(ctx, selfOf(ctx), field('id'))
    return refusal ?? seeOther(peoplePaths.account.href(), 'Kunci sandi dihapus. Hapus juga dari perangkat Anda.')
  }),
]
