import { findAgencies } from '../../agencies/find-agencies.ts'
import { maskPersonalData } from '../../cases/personal-data.ts'
import { readFiles } from '../../cases/read-files.ts'
import { parseTicket } from '../../cases/ticket.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { once } from '../../platform/http/once.ts'
import { get, html, type PageRequest, post, type Reply, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal, type Refusal } from '../../platform/refusal.ts'
import { findHeldFiles, holdFiles } from '../held-files.ts'
import { findLikelySame, type LikelySame } from '../likely-same.ts'
import { ownAddress } from '../link-key.ts'
import { publicDeskPaths } from '../paths.ts'
import { emptyReport, type ReportInput, regionGroups } from '../report.ts'
import { sameReportKey } from '../same-report.ts'
import { sendReport } from '../send-report.ts'
import { CheckPage, numbersIn } from './check-page.tsx'
import type { ReportChoices } from './report-form.tsx'
import { ReportPage } from './report-page.tsx'

/** Reports from one network in a minute: many people share the address of a mobile carrier, and none writes so fast. */
const perMinute = 20

async function choices(ctx: Ctx): Promise<ReportChoices> {
  const agencies = await findAgencies(ctx)
  return { agencies: agencies.map(({ id, name }) => [id, name] as const), regions: regionGroups(agencies) }
}

const inputOf = ({ field, fields }: PageRequest): ReportInput => ({
  text: field('text'),
  region: field('region'),
  place: field('place'),
  contact: field('contact'),
  agencyId: field('agencyId'),
  kind: field('kind') || emptyReport.kind,
  anonymous: field('anonymous') === 'on',
  secret: field('secret') === 'on',
  mails: field('mails') === 'on',
  held: fields('held'),
})

export const reportRoutes = [
  get(publicDeskPaths.report, 'anyone', async (ctx, { frame, query }) => {
    const asked = query.get('tiket')
    const ticket = parseTicket(asked ?? '')
    if (ticket !== null) return seeOther(publicDeskPaths.follow.href({ ticket }))
    const wrongTicket = asked ?? undefined
    const page = <ReportPage frame={frame} choices={await choices(ctx)} input={emptyReport} wrongTicket={wrongTicket} />
    return html(page, wrongTicket === undefined ? 200 : 422)
  }),

  // Not run once by its form key: files of a form that is refused are kept, and the same words have a key of their own.
  post(publicDeskPaths.report, 'anyone', report, { once: false, perMinute }),
]

async function report(ctx: Ctx, request: PageRequest): Promise<Reply> {
  const choice = request.field('pilihan')
  const given = inputOf(request)
  const input = choice === 'samarkan' ? { ...given, text: maskPersonalData(given.text, numbersIn(given.text)) } : given
  const held = await findHeldFiles(ctx, input.held)
  const sent = await readFiles([...held.map(asUpload), ...request.files('files')])
  if (isRefusal(sent)) return again(ctx, request, input, held, sent)
  const files = sent.slice(held.length)
  const unsettled = choice === 'ubah' || (choice === '' && input.text !== '' && numbersIn(input.text).length > 0)
  if (unsettled) {
    const kept = [...held, ...(await holdFiles(ctx, files))]
    if (choice !== 'ubah') return check(request, input, kept, await findLikelySame(ctx, input))
    return html(<ReportPage frame={request.frame} choices={await choices(ctx)} input={input} held={kept} />)
  }
  const done = await sendOnce(ctx, request, input, [...held, ...files])
  if (!isRefusal(done) && !('similar' in done)) return done
  const kept = [...held, ...(await holdFiles(ctx, files))]
  return isRefusal(done) ? again(ctx, request, input, kept, done) : check(request, input, kept, done.similar)
}

const check = (request: PageRequest, input: ReportInput, held: Held, similar: readonly LikelySame[]): Reply =>
  html(<CheckPage frame={request.frame} input={input} held={held} similar={similar} />, 422)

type Held = Awaited<ReturnType<typeof findHeldFiles>> | Awaited<ReturnType<typeof holdFiles>>

type Files = Parameters<typeof sendReport>[2]

const asUpload = ({ name, bytes }: Files[number]) => ({ filename: name, bytes })

async function again(ctx: Ctx, request: PageRequest, input: ReportInput, held: Held, refusal: Refusal): Promise<Reply> {
  const options = await choices(ctx)
  return refused(refusal, (errors) => (
    <ReportPage frame={request.frame} choices={options} input={input} held={held} errors={errors} />
  ))
}

/** Likely the same matter was reported already: nothing was sent. */
type Unsent = { similar: readonly LikelySame[] }

/**
 * The same words from the same network on one day are one report. One that could be sent is held back where likely same
 * ones are known and the citizen was not told yet.
 */
function sendOnce(ctx: Ctx, request: PageRequest, input: ReportInput, files: Files): Promise<Reply | Refusal | Unsent> {
  const [choice, same] = [request.field('pilihan'), request.field('same')]
  return once<Reply | Refusal | Unsent, { to: string }>(
    ctx,
    sameReportKey(ctx, request.ip, input, files),
    async (ctx) => {
      // Before it is sent, so that it is not like itself; only what was offered may be named.
      const similar = choice === '' || same !== '' ? await findLikelySame(ctx, input) : []
      const named = choice === '' ? undefined : similar.find(({ caseId }) => caseId === same)?.caseId
      const opened = await sendReport(ctx, input, files, named)
      if (isRefusal(opened)) return { done: false, outcome: opened }
      if (choice === '' && similar.length > 0) return { done: false, outcome: { similar } }
      const to = ownAddress(ctx, opened)
      const words = `Laporan diterima. Nomor tiket Anda ${opened.ticket}. Simpan halaman ini: hanya tautannya yang membuka laporan Anda.`
      return { done: true, outcome: seeOther(to, words), answer: { to } }
    },
    ({ to }) => seeOther(to, 'Laporan yang sama sudah kami terima. Ini halamannya; tidak perlu dikirim lagi.'),
  )
}
