import Type from 'typebox'
import { limitOf, listOf, pageQuery } from '../../platform/http/api-page.ts'
import { api } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { approveContent } from '../approve-content.ts'
import { type Content, contentKinds, contentStates, contentThemes } from '../content.ts'
import { findContent, findContents } from '../find-contents.ts'
import { submitContent } from '../submit-content.ts'
import { writeContent } from '../write-content.ts'

const oneOf = <T extends string>(words: Record<T, string>) =>
  Type.Unsafe<T>({ type: 'string', enum: Object.keys(words) })
const instant = Type.String({ format: 'date-time' })
const maybe = <T extends ReturnType<typeof Type.String>>(type: T) => Type.Union([type, Type.Null()])

const listed = {
  id: Type.String(),
  agencyId: Type.String(),
  kind: oneOf(contentKinds),
  theme: oneOf(contentThemes),
  title: Type.String(),
  slug: Type.String(),
  state: oneOf(contentStates),
  author: Type.String(),
  changedAt: instant,
  firstPublishedAt: maybe(instant),
  /** Whether the public sees it now, if only an earlier version. */
  public: Type.Boolean(),
}
const contentRow = Type.Object(listed)
const contentFull = Type.Object({
  ...listed,
  version: Type.Integer(),
  summary: Type.String(),
  body: Type.String(),
  bodyHtml: Type.String(),
  eventDay: maybe(Type.String({ format: 'date' })),
  eventPlace: Type.String(),
  returnReason: maybe(Type.String()),
  significantChangeAt: maybe(instant),
  minorChangeAt: maybe(instant),
})

type Listed = Pick<
  Content,
  | 'id'
  | 'agencyId'
  | 'kind'
  | 'theme'
  | 'title'
  | 'slug'
  | 'state'
  | 'authorName'
  | 'changedAt'
  | 'firstPublishedAt'
  | 'revisionId'
>

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const rowOf = (row: Listed) => ({
  id: row.id,
  agencyId: row.agencyId,
  kind: row.kind,
  theme: row.theme,
  title: row.title,
  slug: row.slug,
  state: row.state,
  author: row.authorName,
  changedAt: row.changedAt.toISOString(),
  firstPublishedAt: iso(row.firstPublishedAt),
  public: row.revisionId !== null,
})

const fullOf = (content: Content) => ({
  ...rowOf(content),
  version: content.version,
  summary: content.summary,
  body: content.bodySource,
  bodyHtml: content.bodyHtml,
  eventDay: content.eventDay,
  eventPlace: content.eventPlace,
  returnReason: content.returnReason,
  significantChangeAt: iso(content.significantChangeAt),
  minorChangeAt: iso(content.minorChangeAt),
})

export const apiRoutes = [
  api({
    method: 'GET',
    path: '/contents',
    access: 'content.read',
    summary: 'Content of all agencies this token may read, last changed first',
    query: Type.Object({
      ...pageQuery.properties,
      agency: Type.Optional(Type.String()),
      kind: Type.Optional(oneOf(contentKinds)),
      state: Type.Optional(oneOf(contentStates)),
    }),
    answer: listOf(contentRow),
    handle: async (ctx, { query }) => {
      const filter = { agencyId: query.agency, kind: query.kind, state: query.state }
      const { items, next } = await findContents(ctx, filter, { limit: limitOf(query), cursor: query.cursor })
      return { items: items.map(rowOf), next }
    },
  }),
  api({
    method: 'GET',
    path: '/contents/:id',
    access: 'content.read',
    summary: 'One item, as it is being worked on',
    answer: contentFull,
    handle: async (ctx, { params }) => fullOf(await findContent(ctx, params.id ?? '')),
  }),
  api({
    method: 'POST',
    path: '/contents',
    access: 'content.write',
    summary: 'Begins an item, as a draft',
    body: Type.Object({
      agencyId: Type.String(),
      kind: Type.String(),
      theme: Type.String(),
      title: Type.String(),
      summary: Type.Optional(Type.String()),
      body: Type.Optional(Type.String({ description: 'Light Markdown' })),
      eventDay: Type.Optional(Type.String({ description: 'YYYY-MM-DD, of events' })),
      eventPlace: Type.Optional(Type.String()),
    }),
    answer: contentFull,
    handle: async (ctx, { body }) => {
      const content = await writeContent(ctx, body)
      return isRefusal(content) ? content : fullOf(content)
    },
  }),
  api({
    method: 'POST',
    path: '/contents/:id/submission',
    access: 'content.write',
    summary: 'Hands a draft to whoever approves',
    answer: contentFull,
    handle: async (ctx, { params }) => {
      const content = await submitContent(ctx, { id: params.id ?? '' })
      return isRefusal(content) ? content : fullOf(content)
    },
  }),
  api({
    method: 'POST',
    path: '/contents/:id/approval',
    access: 'content.approve',
    summary: 'Publishes what was submitted; never by its writer',
    answer: contentFull,
    handle: async (ctx, { params }) => {
      const content = await approveContent(ctx, { id: params.id ?? '' })
      return isRefusal(content) ? content : fullOf(content)
    },
  }),
]
