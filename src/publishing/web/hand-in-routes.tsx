import { findAgency } from '../../agencies/find-agencies.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Frame, get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { findLinkOf } from '../find-contributor-links.ts'
import { findHandIns } from '../find-hand-ins.ts'
import { handIn } from '../hand-in.ts'
import { handInPaths } from '../paths.ts'
import { DeadLinkPage } from './dead-link-page.tsx'
import { HandInPage, type HandInValues } from './hand-in-page.tsx'
import { ThanksPage } from './thanks-page.tsx'

/** The page is the same for who is signed in and who is not: the link alone counts. */
const nobody = (frame: Frame): Frame => ({ ...frame, person: null })

const empty: HandInValues = { title: '', body: '', alt: '' }

/** Whose link it is, with the agency and what came before; undefined when it is not good, whyever. */
async function atDesk(ctx: Ctx, token: string) {
  const link = await findLinkOf(ctx, token)
  if (!link) return undefined
  const [agency, handIns] = await Promise.all([findAgency(ctx, link.agencyId), findHandIns(ctx, link.id)])
  return { link, agencyName: agency.name, handIns }
}

export const handInRoutes = [
  get(handInPaths.handIn, 'anyone', async (ctx, { frame, params: { token = '' } }) => {
    const desk = await atDesk(ctx, token)
    if (!desk) return html(<DeadLinkPage frame={nobody(frame)} />, 404)
    return html(<HandInPage frame={nobody(frame)} {...desk} token={token} values={empty} />)
  }),

  post(
    handInPaths.handIn,
    'anyone',
    async (ctx, { frame, field, file, params: { token = '' } }) => {
      const values = { title: field('title'), body: field('body'), alt: field('alt') }
      const desk = await atDesk(ctx, token)
      if (!desk) return html(<DeadLinkPage frame={nobody(frame)} written={values} />, 404)
      const upload = file('picture')
      const picture = upload && { bytes: upload.bytes, alt: values.alt }
      const done = await handIn(ctx, { ...values, token, picture, key: field('_once') })
      if (!isRefusal(done)) return seeOther(handInPaths.thanks.href({ token }))
      return refused(done, (errors) => (
        <HandInPage frame={nobody(frame)} {...desk} token={token} values={values} errors={errors} />
      ))
    },
    // It keeps its own receipt, in which the token does not stand.
    { once: false },
  ),

  get(handInPaths.thanks, 'anyone', async (ctx, { frame, params: { token = '' } }) => {
    const desk = await atDesk(ctx, token)
    if (!desk) return html(<DeadLinkPage frame={nobody(frame)} />, 404)
    return html(<ThanksPage frame={nobody(frame)} {...desk} token={token} />)
  }),
]
