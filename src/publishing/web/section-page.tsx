import type { JSX } from 'preact'
import { Empty } from '../../platform/ui/empty.tsx'
import { NextPage } from '../../platform/ui/pager.tsx'
import { Section } from '../../platform/ui/section.tsx'
import type { PublicItem } from '../public-item.ts'
import { ItemList } from './item-list.tsx'
import { SiteFrame, type SiteView } from './site-frame.tsx'

interface Props {
  view: SiteView
  title: string
  items: readonly PublicItem[]
  /** Address of the next part; null on the last one. */
  next: string | null
}

/** News, announcements, documents: newest first. */
export function SectionPage({ view, title, items, next }: Props): JSX.Element {
  return (
    <SiteFrame view={view} title={title} description={`${title} dari ${view.site.title}.`}>
      <h1>{title}</h1>
      {items.length > 0 ? (
        <ItemList items={items} base={view.base} />
      ) : (
        <Empty title={`Belum ada ${title.toLowerCase()}`}>Kunjungi lagi nanti.</Empty>
      )}
      <NextPage href={next} />
    </SiteFrame>
  )
}

/** What comes, then what was. */
export function AgendaPage({
  view,
  coming,
  past,
  next,
}: Omit<Props, 'title' | 'items'> & { coming: readonly PublicItem[]; past: readonly PublicItem[] }): JSX.Element {
  return (
    <SiteFrame view={view} title="Agenda" description={`Agenda ${view.site.title}.`}>
      <h1>Agenda</h1>
      <Section title="Mendatang">
        {coming.length > 0 ? (
          <ItemList items={coming} base={view.base} level="h3" />
        ) : (
          <Empty title="Belum ada agenda mendatang">Kunjungi lagi nanti.</Empty>
        )}
      </Section>
      {past.length > 0 && (
        <Section title="Yang sudah lewat">
          <ItemList items={past} base={view.base} level="h3" />
        </Section>
      )}
      <NextPage href={next} />
    </SiteFrame>
  )
}
