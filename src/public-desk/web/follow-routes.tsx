import { findAgency } from '../../agencies/find-agencies.ts'
import { addCitizenWord } from '../../cases/add-citizen-word.ts'
import { keepFiles } from '../../cases/attach-files.ts'
import { switchMails, withdrawContact } from '../../cases/change-reporter.ts'
import { fileReply } from '../../cases/file-reply.ts'
import { findFileForCitizen } from '../../cases/find-file.ts'
import { findPublicCase } from '../../cases/find-public-case.ts'
import { rateCase } from '../../cases/rate-case.ts'
import { readFiles } from '../../cases/read-files.ts'
import { reopenCase } from '../../cases/reopen-case.ts'
import { parseTicket } from '../../cases/ticket.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, type Reply, secretPage, seeOther } from '../../platform/http/route.ts'
import { isRefusal, Missing, type Refusal } from '../../platform/refusal.ts'
import { transaction } from '../../platform/transaction.ts'
import { findOwnCase } from '../find-own-case.ts'
import { linkKey } from '../link-key.ts'
import { publicDeskPaths } from '../paths.ts'
import { FollowPage } from './follow-page.tsx'
import { type OwnDraft, OwnPage } from './own-page.tsx'

const perMinute = 20

export const followRoutes = [
  get(publicDeskPaths.follow, 'anyone', async (ctx, { frame, params }) => {
    const ticket = parseTicket(params.ticket ?? '')
    if (ticket === null) throw new Missing(`case ${params.ticket}`)
    const found = await findPublicCase(ctx, ticket)
    const { name: agencyName } = await findAgency(ctx, found.agencyId)
    const late = found.nextDueAt !== null && found.nextDueAt < ctx.now
    return html(<FollowPage frame={frame} found={found} agencyName={agencyName} late={late} />)
  }),

  get(publicDeskPaths.own, 'anyone', (ctx, request) => ownPage(ctx, request)),

  get(publicDeskPaths.file, 'anyone', async (ctx, { params }) => {
    const found = await findOwnCase(ctx, params)
    return fileReply(await findFileForCitizen(ctx, found.id, params.id ?? ''))
  }),

  post(
    publicDeskPaths.words,
    'anyone',
    async (ctx, request) => {
      const found = await findOwnCase(ctx, request.params)
      const files = await readFiles(request.files('files'))
      if (isRefusal(files)) return ownPage(ctx, request, { form: 'word', text: request.field('text') }, files)
      const taken = await transaction(ctx, async (ctx) => {
        const taken = await addCitizenWord(ctx, { ticket: found.ticket, text: request.field('text') })
        if (!isRefusal(taken)) await keepFiles(ctx, { ...taken, public: true }, files)
        return taken
      })
      if (isRefusal(taken)) return ownPage(ctx, request, { form: 'word', text: request.field('text') }, taken)
      if (taken.outcome !== 'linked') return done(request, 'Tambahan Anda sudah kami terima.')
      const to = publicDeskPaths.own.href({ ticket: taken.ticket, key: linkKey(ctx, taken.caseId) })
      return seeOther(to, `Laporan lama sudah selesai, jadi tambahan Anda menjadi laporan baru ${taken.ticket}.`)
    },
    { perMinute },
  ),

  post(
    publicDeskPaths.reopening,
    'anyone',
    async (ctx, request) => {
      const found = await findOwnCase(ctx, request.params)
      const reopened = await reopenCase(ctx, { ticket: found.ticket, text: request.field('text') })
      if (isRefusal(reopened)) return ownPage(ctx, request, { form: 'reopen', text: request.field('text') }, reopened)
      return done(request, 'Laporan Anda dibuka kembali.')
    },
    { perMinute },
  ),

  post(
    publicDeskPaths.rating,
    'anyone',
    async (ctx, request) => {
      const found = await findOwnCase(ctx, request.params)
      const score = Number(request.field('score'))
      const rated = await rateCase(ctx, { ticket: found.ticket, score, text: request.field('text') })
      if (isRefusal(rated))
        return ownPage(
          ctx,
          request,
          { form: 'rate', text: request.field('text'), score: request.field('score') },
          rated,
        )
      return done(request, 'Terima kasih, penilaian Anda tersimpan.')
    },
    { perMinute },
  ),

  post(publicDeskPaths.mails, 'anyone', async (ctx, request) => {
    const found = await findOwnCase(ctx, request.params)
    const wanted = request.field('mails') === 'ya'
    const refusal = await switchMails(ctx, found.id, wanted)
    if (refusal) return ownPage(ctx, request, undefined, refusal)
    return done(request, wanted ? 'Kabar akan dikirim ke surel Anda.' : 'Kabar lewat surel dihentikan.')
  }),

  post(publicDeskPaths.contact, 'anyone', async (ctx, request) => {
    const found = await findOwnCase(ctx, request.params)
    const refusal = await withdrawContact(ctx, found.id)
    if (refusal) return ownPage(ctx, request, undefined, refusal)
    return done(request, 'Kontak Anda sudah dihapus.')
  }),
]

const done = ({ params }: PageRequest, words: string): Reply =>
  seeOther(publicDeskPaths.own.href({ ticket: params.ticket ?? '', key: params.key ?? '' }), words)

/** The citizen's own page; again, with what was typed, when a form on it was refused. */
async function ownPage(ctx: Ctx, request: PageRequest, draft?: OwnDraft, refusal?: Refusal): Promise<Reply> {
  const found = await findOwnCase(ctx, request.params)
  const { name: agencyName } = await findAgency(ctx, found.agencyId)
  const errors = !refusal ? {} : refusal.refusal === 'invalid' ? refusal.errors : { '': refusal.reason }
  const status = !refusal ? 200 : refusal.refusal === 'invalid' ? 422 : refusal.refusal === 'conflict' ? 409 : 403
  return secretPage(
    <OwnPage
      frame={request.frame}
      found={found}
      linkKey={request.params.key ?? ''}
      address={`${request.origin}${publicDeskPaths.own.href({ ticket: found.ticket, key: request.params.key ?? '' })}`}
      agencyName={agencyName}
      late={found.nextDueAt !== null && found.nextDueAt < ctx.now}
      draft={draft}
      errors={errors}
    />,
    status,
  )
}
