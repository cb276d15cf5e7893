import type { JSX } from 'preact'
import { formatDate, formatWeekday } from '../../platform/time.ts'
import { Section } from '../../platform/ui/section.tsx'
import { contentKinds, contentThemes } from '../content.ts'
import type { PublicArticle, PublicItem } from '../public-item.ts'
import { siteLinks } from '../site.ts'
import { ItemList } from './item-list.tsx'
import { PictureImage, pictureHref } from './picture.tsx'
import { SiteFrame, type SiteView } from './site-frame.tsx'

interface Props {
  view: SiteView
  article: PublicArticle
  /** Of the profile: its other pages. */
  others?: readonly PublicItem[]
}

/** One item on its own page. */
export function ArticlePage({ view, article, others = [] }: Props): JSX.Element {
  const { title, kind, theme, picture, eventDay, eventPlace } = article
  return (
    <SiteFrame
      view={view}
      title={title}
      description={article.summary}
      head={<ArticleHead view={view} article={article} />}
    >
      <article>
        <header class="article-head">
          <p class="kicker">
            <a href={siteLinks(view.base).section(kind)}>{kind === 'page' ? 'Profil' : contentKinds[kind]}</a>
            {kind !== 'page' && ` · ${contentThemes[theme]}`}
          </p>
          <h1>{title}</h1>
          <Dateline article={article} />
        </header>
        {eventDay !== null && (
          <p class="event">
            <strong>
              <time dateTime={eventDay}>{formatWeekday(eventDay)}</time>
            </strong>
            {eventPlace && `, ${eventPlace}`}
          </p>
        )}
        {picture && (
          <p class="article-picture">
            <PictureImage picture={picture} sizes="(min-width: 44rem) 42rem, 100vw" />
          </p>
        )}
        {/* Clean since it was saved: `body.ts`. */}
        <div class="prose" dangerouslySetInnerHTML={{ __html: article.bodyHtml }} />
      </article>
      {others.length > 0 && (
        <Section title="Halaman lain">
          <ItemList items={others} base={view.base} level="h3" />
        </Section>
      )}
    </SiteFrame>
  )
}

function Dateline({ article }: { article: PublicArticle }): JSX.Element {
  const { firstPublishedAt, significantChangeAt } = article
  return (
    <p class="dateline">
      Terbit <time dateTime={firstPublishedAt.toISOString()}>{formatDate(firstPublishedAt)}</time>
      {significantChangeAt > firstPublishedAt && (
        <>
          {' '}
          · Diperbarui <time dateTime={significantChangeAt.toISOString()}>{formatDate(significantChangeAt)}</time>
        </>
      )}
    </p>
  )
}

function ArticleHead({ view, article }: { view: SiteView; article: PublicArticle }): JSX.Element {
  const { site, address, root, path } = view
  const { title, summary, picture, firstPublishedAt, significantChangeAt } = article
  const image = picture && root + pictureHref(picture, 960)
  const facts = {
    '@context': 'https://schema.org',
    '@type': article.kind === 'news' ? 'NewsArticle' : 'Article',
    headline: title,
    description: summary,
    datePublished: firstPublishedAt.toISOString(),
    dateModified: significantChangeAt.toISOString(),
    mainEntityOfPage: address + path,
    inLanguage: 'id',
    ...(image && { image: [image] }),
    author: { '@type': 'GovernmentOrganization', name: site.title, url: `${address}/` },
    publisher: { '@type': 'GovernmentOrganization', name: site.title, url: `${address}/` },
  }
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="article:published_time" content={firstPublishedAt.toISOString()} />
      <meta property="article:modified_time" content={significantChangeAt.toISOString()} />
      {image && <meta property="og:image" content={image} />}
      {image && <meta property="og:image:alt" content={picture?.alt} />}
      <script
        type="application/ld+json"
        // `<` would let a title end the element.
        dangerouslySetInnerHTML={{ __html: JSON.stringify(facts).replaceAll('<', '\\u003c') }}
      />
    </>
  )
}
