import { findAgencies } from '../../agencies/find-agencies.ts'
import { scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { type FieldErrors, isRefusal, Missing } from '../../platform/refusal.ts'
import { dayInWib, formatTime } from '../../platform/time.ts'
import { isCaseClass, isCaseKind } from '../case.ts'
import { enterCase } from '../enter-case.ts'
import { findCase } from '../find-case.ts'
import { isSentByHand, markAnswerSent } from '../mark-answer-sent.ts'
import type { Whereabouts } from '../open-case.ts'
import { casePaths } from '../paths.ts'
import { ticketOf } from './case-request.tsx'
import { type EntryInput, EntryPage, entryFields } from './entry-page.tsx'
import { SentPage } from './sent-page.tsx'

/** An instant as the browser's field writes it, in WIB: `2026-11-23T10:00`. */
const toField = (at: Date): string => `${dayInWib(at)}T${formatTime(at).replace('.', ':')}`

function fromField(text: string): Date | null {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? new Date(`${text.slice(0, 16)}:00+07:00`) : null
  return at && !Number.isNaN(at.getTime()) ? at : null
}

export const entryRoutes = [
  get(casePaths.entry, 'case.open', async (ctx, { frame, query }) => {
    const empty = Object.fromEntries(entryFields.map((name) => [name, ''])) as EntryInput
    const input = {
      ...empty,
      kind: 'complaint',
      class: 'plain',
      receivedOn: toField(ctx.now),
      link: query.get('tautan') ?? '',
    }
    return html(<EntryPage frame={frame} input={input} {...(await choicesFor(ctx))} />)
  }),

  post(casePaths.entry, 'case.open', async (ctx, request) => {
    const input = Object.fromEntries(entryFields.map((name) => [name, request.field(name)])) as EntryInput
    const choices = await choicesFor(ctx)
    const [only, ...others] = choices.agencies
    const agencyId = input.agencyId || (others.length === 0 ? only?.[0] : '') || ''
    const again = (errors: FieldErrors) => (
      <EntryPage frame={request.frame} input={input} {...choices} errors={errors} />
    )
    if (!choices.agencies.some(([id]) => id === agencyId))
      return html(again({ agencyId: 'Pilih perangkat daerah yang menangani.' }), agencyId === '' ? 422 : 403)
    const entered = await enterCase(ctx, {
      agencyId,
      channel: input.channel,
      link: input.link,
      kind: isCaseKind(input.kind) ? input.kind : 'complaint',
      class: isCaseClass(input.class) ? input.class : 'plain',
      text: input.text,
      place: input.place,
      where: await whereaboutsOf(ctx, input.area),
      name: input.name,
      contact: input.contact,
      receivedAt: fromField(input.receivedOn),
      files: request.files('files'),
    })
    if (isRefusal(entered)) return refused(entered, again)
    const { case: found, isNew } = entered
    const words = isNew
      ? `Kasus dicatat dengan nomor ${found.register}. Tiket untuk warga: ${found.ticket}.`
      : 'Tautan itu sudah menjadi kasus ini; tidak ada yang dicatat dua kali.'
    return seeOther(casePaths.case.href({ ticket: found.ticket }), words)
  }),

  get(casePaths.sent, 'case.answer', async (ctx, request) => {
    const { found, answer } = await answerOf(ctx, request)
    return html(
      <SentPage frame={request.frame} found={found} answer={answer} input={{ link: '', at: toField(ctx.now) }} />,
    )
  }),

  post(casePaths.sent, 'case.answer', async (ctx, request) => {
    const { found, answer } = await answerOf(ctx, request)
    const input = { link: request.field('link'), at: request.field('at') }
    const about = { ticket: found.ticket, answerId: answer.id }
    const marked = await markAnswerSent(ctx, { ...about, link: input.link, at: fromField(input.at) })
    if (!isRefusal(marked)) return seeOther(casePaths.case.href({ ticket: found.ticket }), 'Jawaban tercatat terkirim.')
    return refused(marked, (errors) => (
      <SentPage frame={request.frame} found={found} answer={answer} input={input} errors={errors} />
    ))
  }),
]

/** Throws `Missing` for what is no answer that waits to be sent by hand. */
async function answerOf(ctx: Ctx, request: PageRequest) {
  const found = await findCase(ctx, ticketOf(request))
  const answer = found.messages.find(({ id, author }) => id === request.params.answer && author === 'agency')
  if (!answer || !found.mayAnswer || !isSentByHand(found)) throw new Missing(`answer ${request.params.answer}`)
  return { found, answer }
}

/** The agencies the actor may open cases for, and the places of the city. */
async function choicesFor(ctx: Ctx) {
  const scope = scopeOf(ctx.actor, 'case.open')
  const agencies = await findAgencies(ctx)
  const named = (list: typeof agencies) => list.map(({ id, name }) => [id, name] as const)
  return {
    agencies: named(agencies.filter(({ id }) => scope === 'all' || scope.includes(id))),
    areas: named(agencies.filter(({ kind }) => kind === 'district' || kind === 'subdistrict')),
  }
}

async function whereaboutsOf(ctx: Ctx, areaId: string): Promise<Whereabouts> {
  const area = (await findAgencies(ctx)).find(({ id }) => id === areaId)
  if (area?.kind === 'district') return { districtId: area.id }
  return area?.kind === 'subdistrict' ? { districtId: area.parentId, subdistrictId: area.id } : {}
}
