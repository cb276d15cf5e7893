import type { JSX } from 'preact'
import { formatDate } from '../../platform/time.ts'
import { Empty } from '../../platform/ui/empty.tsx'
import { Section } from '../../platform/ui/section.tsx'
import type { PublicItem } from '../public-item.ts'
import { siteLinks } from '../site.ts'
import { ItemList } from './item-list.tsx'
import { PictureImage } from './picture.tsx'
import { SiteFrame, type SiteView } from './site-frame.tsx'

interface Props {
  view: SiteView
  news: readonly PublicItem[]
  announcements: readonly PublicItem[]
  coming: readonly PublicItem[]
}

export function HomePage({ view, news, announcements, coming }: Props): JSX.Element {
  const { site, base } = view
  const to = siteLinks(base)
  const [first, ...others] = news
  return (
    <SiteFrame view={view} title={site.title} description={site.tagline} wide>
      <h1 class="unseen">{site.title}</h1>
      <div class="home-news">
        {first ? (
          <Lead item={first} href={to.item(first)} />
        ) : (
          <Empty title="Belum ada berita">Kunjungi lagi nanti.</Empty>
        )}
        {others.length > 0 && (
          <Section title="Berita lain">
            <ItemList items={others} base={base} level="h3" />
            <p>
              <a href={to.section('news')}>Semua berita</a>
            </p>
          </Section>
        )}
      </div>
      <div class="home-side">
        {announcements.length > 0 && (
          <Section title="Pengumuman">
            <ItemList items={announcements} base={base} level="h3" />
          </Section>
        )}
        {coming.length > 0 && (
          <Section title="Agenda mendatang">
            <ItemList items={coming} base={base} level="h3" />
          </Section>
        )}
      </div>
    </SiteFrame>
  )
}

function Lead({ item, href }: { item: PublicItem; href: string }): JSX.Element {
  return (
    <article class="lead">
      {item.picture && <PictureImage picture={item.picture} sizes="(min-width: 44rem) 42rem, 100vw" />}
      <h2>
        <a href={href}>{item.title}</a>
      </h2>
      <p class="dateline">
        <time dateTime={item.firstPublishedAt.toISOString()}>{formatDate(item.firstPublishedAt)}</time>
      </p>
      <p>{item.summary}</p>
    </article>
  )
}
