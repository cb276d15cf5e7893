import type { JSX } from 'preact'
import { formatDate, formatWeekday } from '../../platform/time.ts'
import type { PublicItem } from '../public-item.ts'
import { siteLinks } from '../site.ts'
import { PictureImage } from './picture.tsx'

/** Items of a public site: date, title, summary. Events show their own day. */
export function ItemList({
  items,
  base,
  level = 'h2',
}: {
  items: readonly PublicItem[]
  base: string
  level?: 'h2' | 'h3'
}): JSX.Element {
  const to = siteLinks(base)
  const Heading = level
  return (
    <ul class="items">
      {items.map((item) => (
        <li key={item.id}>
          <div>
            <Heading>
              <a href={to.item(item)}>{item.title}</a>
            </Heading>
            <p class="dateline">
              <ItemDate item={item} />
            </p>
            {item.summary && <p>{item.summary}</p>}
          </div>
          {item.picture && <PictureImage picture={item.picture} sizes="9rem" late />}
        </li>
      ))}
    </ul>
  )
}

function ItemDate({ item }: { item: PublicItem }): JSX.Element {
  if (item.eventDay === null)
    return <time dateTime={item.firstPublishedAt.toISOString()}>{formatDate(item.firstPublishedAt)}</time>
  return (
    <>
      <time dateTime={item.eventDay}>{formatWeekday(item.eventDay)}</time>
      {item.eventPlace && `, ${item.eventPlace}`}
    </>
  )
}
