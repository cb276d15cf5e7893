import type { Ctx } from '../../platform/ctx.ts'
import type { Path } from '../../platform/http/paths.ts'
import { bytes, get, html, type PageRequest, type Reply } from '../../platform/http/route.ts'
import { dayInWib } from '../../platform/time.ts'
import { type ContentKind, contentKinds } from '../content.ts'
import { findArticle, findSite } from '../find-article.ts'
import { findPictureFile } from '../find-picture.ts'
import {
  findAddresses,
  findComing,
  findLatest,
  findPast,
  findSection,
  itemsPerPage,
  searchSite,
} from '../find-public.ts'
import { mediaPaths, sitePaths } from '../paths.ts'
import type { PublicItem } from '../public-item.ts'
import { siteGroup } from '../record-content.ts'
import { siteLinks } from '../site.ts'
import { ArticlePage } from './article-page.tsx'
import { atom, robots, rss, sitemap } from './feeds.ts'
import { HomePage } from './home-page.tsx'
import { NotFoundPage, ProfilePage, SearchPage } from './search-page.tsx'
import { AgendaPage, SectionPage } from './section-page.tsx'
import { type SiteView, siteView } from './site-frame.tsx'

const cache = ({ params }: { params: Record<string, string> }): string => siteGroup(params.agency ?? '')

const agencyOf = ({ params }: PageRequest): string => params.agency ?? ''

const viewOf = async (ctx: Ctx, request: PageRequest): Promise<SiteView> =>
  siteView(await findSite(ctx, agencyOf(request)), request, ctx.platform.config.baseUrl)

/** A page of a public site: kept in memory until something of the agency changes. */
const page = (path: Path, draw: (ctx: Ctx, view: SiteView, request: PageRequest) => Promise<Reply>) =>
  get(path, 'anyone', async (ctx, request) => draw(ctx, await viewOf(ctx, request), request), { cache })

const partOf = ({ query }: PageRequest): number => {
  const part = Number(query.get('halaman') ?? 1)
  return Number.isInteger(part) && part >= 1 && part <= 1000 ? part : 1
}

const nextPart = (items: readonly PublicItem[], address: string, part: number): string | null =>
  items.length > itemsPerPage ? `${address}?halaman=${part + 1}` : null

const section = (path: Path, kind: ContentKind) =>
  page(path, async (ctx, view, request) => {
    const part = partOf(request)
    const items = await findSection(ctx, view.site.agencyId, kind, part)
    const next = nextPart(items, siteLinks(view.base).section(kind), part)
    return html(<SectionPage view={view} title={contentKinds[kind]} items={items.slice(0, itemsPerPage)} next={next} />)
  })

async function answerItem(ctx: Ctx, request: PageRequest, kind: ContentKind, slug: string): Promise<Reply | undefined> {
  const found = await findArticle(ctx, agencyOf(request), kind, slug)
  if (!found) return undefined
  const view = siteView(found.site, request, ctx.platform.config.baseUrl)
  return html(<ArticlePage view={view} article={found.article} />)
}

const notFound = async (ctx: Ctx, request: PageRequest): Promise<Reply> =>
  html(<NotFoundPage view={await viewOf(ctx, request)} />, 404)

const item = (path: Path, kind: ContentKind) =>
  get(
    path,
    'anyone',
    async (ctx, request) =>
      (await answerItem(ctx, request, kind, request.params.slug ?? '')) ?? (await notFound(ctx, request)),
    { cache },
  )

const xmlType = (kind: string): string => `application/${kind}; charset=utf-8`

export const siteRoutes = [
  page(sitePaths.home, async (ctx, view) => {
    const { agencyId } = view.site
    const [news, announcements, coming] = await Promise.all([
      findSection(ctx, agencyId, 'news', 1),
      findSection(ctx, agencyId, 'announcement', 1),
      findComing(ctx, agencyId, dayInWib(ctx.now), 3),
    ])
    return html(
      <HomePage view={view} news={news.slice(0, 6)} announcements={announcements.slice(0, 3)} coming={coming} />,
    )
  }),

  section(sitePaths.news, 'news'),
  section(sitePaths.announcements, 'announcement'),
  section(sitePaths.documents, 'document'),
  item(sitePaths.newsItem, 'news'),
  item(sitePaths.announcement, 'announcement'),
  item(sitePaths.event, 'event'),
  item(sitePaths.document, 'document'),
  item(sitePaths.profilePage, 'page'),

  page(sitePaths.events, async (ctx, view, request) => {
    const today = dayInWib(ctx.now)
    const part = partOf(request)
    const [coming, past] = await Promise.all([
      part === 1 ? findComing(ctx, view.site.agencyId, today, 100) : [],
      findPast(ctx, view.site.agencyId, today, part),
    ])
    const next = nextPart(past, siteLinks(view.base).section('event'), part)
    return html(<AgendaPage view={view} coming={coming} past={past.slice(0, itemsPerPage)} next={next} />)
  }),

  get(
    sitePaths.profile,
    'anyone',
    async (ctx, request) => {
      const [found, pages] = await Promise.all([
        findArticle(ctx, agencyOf(request), 'page', 'profil'),
        findSection(ctx, agencyOf(request), 'page', 1),
      ])
      if (!found) return html(<ProfilePage view={await viewOf(ctx, request)} pages={pages} />)
      const view = siteView(found.site, request, ctx.platform.config.baseUrl)
      const others = pages.filter(({ slug }) => slug !== 'profil')
      return html(<ArticlePage view={view} article={found.article} others={others} />)
    },
    { cache },
  ),

  get(sitePaths.search, 'anyone', async (ctx, request) => {
    const view = await viewOf(ctx, request)
    const words = (request.query.get('q') ?? '').trim().slice(0, 200)
    const found = words === '' ? null : await searchSite(ctx, view.site.agencyId, words)
    return html(<SearchPage view={view} words={words} found={found} />)
  }),

  page(sitePaths.rss, async (ctx, view) =>
    bytes(xmlType('rss+xml'), rss(view, await findLatest(ctx, view.site.agencyId, 20))),
  ),
  page(sitePaths.atom, async (ctx, view) =>
    bytes(xmlType('atom+xml'), atom(view, await findLatest(ctx, view.site.agencyId, 20), ctx.now)),
  ),
  page(sitePaths.sitemap, async (ctx, view) =>
    bytes(xmlType('xml'), sitemap(view, await findAddresses(ctx, view.site.agencyId))),
  ),
  page(sitePaths.robots, async (_ctx, view) => bytes('text/plain; charset=utf-8', robots(view))),

  get(mediaPaths.file, 'anyone', async (ctx, { params }) => {
    const { bytes: picture, wasPublic } = await findPictureFile(ctx, params.file ?? '')
    const keep = wasPublic ? 'public, max-age=31536000, immutable' : 'private, no-store'
    return bytes('image/webp', picture, { 'cache-control': keep })
  }),
]
