import Type from 'typebox'
import { limitOf, listOf, pageQuery } from '../../platform/http/api-page.ts'
import { api } from '../../platform/http/route.ts'
import { invalid, isRefusal, Missing } from '../../platform/refusal.ts'
import { answerCase } from '../answer-case.ts'
import { handChannels, isCaseClass, isCaseKind, isHandChannel } from '../case.ts'
import { closeCase } from '../close-case.ts'
import { chosenOutcomes } from '../closing.ts'
import { findCase } from '../find-case.ts'
import { findCases } from '../find-cases.ts'
import { followUpCase } from '../follow-up-case.ts'
import { openCase } from '../open-case.ts'
import { parseTicket } from '../ticket.ts'
import { caseInFullJson, caseInFullSchema, caseJson, caseSchema } from './case-json.ts'

const ticketIn = (params: Record<string, string>): string => {
  const ticket = parseTicket(params.ticket ?? '')
  if (ticket === null) throw new Missing(`case ${params.ticket}`)
  return ticket
}

export const casesApi = [
  api({
    method: 'GET',
    path: '/cases',
    access: 'case.read',
    summary: 'Cases by what is due next; `state` open, replied, answered or closed, else all that wait',
    query: Type.Object({
      ...pageQuery.properties,
      state: Type.Optional(Type.String()),
      agencyId: Type.Optional(Type.String()),
    }),
    answer: listOf(caseSchema),
    handle: async (ctx, { query }) => {
      const { items, next } = await findCases(ctx, { ...query, limit: limitOf(query) })
      return { items: items.map(caseJson), next }
    },
  }),

  api({
    method: 'GET',
    path: '/cases/:ticket',
    access: 'case.read',
    summary: 'One case with messages and clocks',
    answer: caseInFullSchema,
    handle: async (ctx, { params }) => caseInFullJson(await findCase(ctx, ticketIn(params))),
  }),

  api({
    method: 'POST',
    path: '/cases',
    access: 'case.open',
    summary: 'Opens a case that came by another way (telephone, desk, another system)',
    body: Type.Object({
      agencyId: Type.String(),
      channel: Type.Optional(Type.String()),
      kind: Type.Optional(Type.String()),
      class: Type.Optional(Type.String()),
      text: Type.String(),
      place: Type.Optional(Type.String()),
      reporter: Type.Optional(
        Type.Object({ name: Type.Optional(Type.String()), contact: Type.Optional(Type.String()) }),
      ),
      receivedAt: Type.Optional(Type.String({ format: 'date-time' })),
      source: Type.Optional(
        Type.Object({
          externalId: Type.String({ pattern: '^[!-~]{1,200}$' }),
          url: Type.Optional(Type.String({ pattern: '^https?://[!-~]{1,2000}$' })),
        }),
      ),
    }),
    answer: caseSchema,
    handle: async (ctx, { body }) => {
      const { channel = 'desk', kind = 'complaint', class: depth = 'plain', source, receivedAt, ...rest } = body
      // Others have an adapter, which must know the message that an answer replies to.
      if (!isHandChannel(channel)) return invalid({ channel: `Pilih: ${Object.keys(handChannels).join(', ')}.` })
      if (!isCaseKind(kind)) return invalid({ kind: 'Jenis kasus tidak dikenal.' })
      if (!isCaseClass(depth)) return invalid({ class: 'Kelas pengaduan tidak dikenal.' })
      const opened = await openCase(ctx, {
        ...rest,
        channel,
        kind,
        class: depth,
        receivedAt: receivedAt === undefined ? ctx.now : new Date(receivedAt),
        source: source && { channel, externalId: source.externalId, url: source.url },
      })
      return isRefusal(opened) ? opened : caseJson(opened)
    },
  }),

  api({
    method: 'POST',
    path: '/cases/:ticket/answers',
    access: 'case.answer',
    summary: 'Answers the citizen; `version` is the one of the case as it was read',
    body: Type.Object({ text: Type.String(), final: Type.Boolean(), version: Type.Optional(Type.Integer()) }),
    answer: Type.Object({ answerId: Type.String(), ticket: Type.String(), public: Type.Boolean() }),
    handle: async (ctx, { params, body }) => {
      const ticket = ticketIn(params)
      const version = body.version ?? (await findCase(ctx, ticket)).version
      return answerCase(ctx, { ticket, text: body.text, final: body.final, version })
    },
  }),

  api({
    method: 'POST',
    path: '/cases/:ticket/follow-ups',
    access: 'case.answer',
    summary: 'Tells what was done about a case, with an address as proof; photos and letters come by the form',
    body: Type.Object({ text: Type.String(), link: Type.String() }),
    answer: Type.Object({ followUpId: Type.String() }),
    handle: async (ctx, { params, body }) =>
      followUpCase(ctx, { ticket: ticketIn(params), kind: 'link', ...body, uploads: [] }),
  }),

  api({
    method: 'POST',
    path: '/cases/:ticket/closure',
    access: 'case.answer',
    summary: 'Closes a case with an outcome: done, planned, impossible, passed-outside, duplicate, archived',
    body: Type.Object({
      outcome: Type.String(),
      reason: Type.Optional(Type.String()),
      year: Type.Optional(Type.String()),
      budget: Type.Optional(Type.String()),
      to: Type.Optional(Type.String()),
      ticket: Type.Optional(Type.String()),
      text: Type.Optional(Type.String()),
      version: Type.Optional(Type.Integer()),
    }),
    answer: caseSchema,
    handle: async (ctx, { params, body: { outcome, text, version, ...detail } }) => {
      const ticket = ticketIn(params)
      const chosen = [...chosenOutcomes, 'archived' as const].find((one) => one === outcome)
      if (!chosen) return invalid({ outcome: 'Hasil tidak dikenal.' })
      const seen = version ?? (await findCase(ctx, ticket)).version
      const closed = await closeCase(ctx, { ticket, version: seen, outcome: chosen, detail, text })
      return isRefusal(closed) ? closed : caseJson(closed)
    },
  }),
]
