import { get, type PageRequest, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal, type Refusal } from '../../platform/refusal.ts'
import { finishSso } from '../finish-sso.ts'
import { peoplePaths } from '../paths.ts'
import { beginSso } from '../sso.ts'
import { SignInPage } from './sign-in-page.tsx'
import { entranceOf, nobody, onward, ownAddress } from './sign-in-routes.tsx'

const again = (refusal: Refusal, { frame }: PageRequest, to: string) =>
  refused(refusal, (errors) => <SignInPage frame={nobody(frame)} email="" to={to} sso errors={errors} />)

export const ssoRoutes = [
  get(peoplePaths.sso, 'anyone', async (ctx, request) => {
    const to = request.query.get('ke') ?? ''
    if (request.frame.person !== null) return seeOther(ownAddress(to))
    if (ctx.platform.config.oidc === null) return seeOther(peoplePaths.signIn.href({}, { ke: to }))
    const begun = await beginSso(ctx, to)
    if (isRefusal(begun)) return again(begun, request, to)
    return { kind: 'see-other', to: begun.address, cookie: begun.cookie }
  }),

  get(peoplePaths.ssoReturn, 'anyone', async (ctx, request) => {
    if (ctx.platform.config.oidc === null) return seeOther(peoplePaths.signIn.href())
    const entered = await finishSso(ctx, { ...entranceOf(request), query: request.query, cookie: request.session })
    return isRefusal(entered) ? again(entered, request, '') : onward(entered, entered.to)
  }),
]
