import type { JSX } from 'preact'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import type { PublicItem } from '../public-item.ts'
import { siteLinks } from '../site.ts'
import { ItemList } from './item-list.tsx'
import { SiteFrame, type SiteView } from './site-frame.tsx'

/** `found` is null before anything was asked. */
export function SearchPage(props: { view: SiteView; words: string; found: readonly PublicItem[] | null }): JSX.Element {
  const { view, words, found } = props
  return (
    <SiteFrame view={view} title="Cari" head={<meta name="robots" content="noindex" />}>
      <h1>Cari</h1>
      <Filters action={siteLinks(view.base).search} submit="Cari">
        <Field name="q" label="Kata yang dicari" type="search" value={words} />
      </Filters>
      {found && found.length > 0 && (
        <>
          <p role="status">{found.length} hasil.</p>
          <ItemList items={found} base={view.base} />
        </>
      )}
      {found?.length === 0 && (
        <div role="status">
          <Empty title={`Tidak ada yang cocok dengan "${words}"`}>
            Coba kata lain yang lebih umum, atau <a href={`${view.city}/lapor`}>tanyakan langsung</a>.
          </Empty>
        </div>
      )}
    </SiteFrame>
  )
}

export function ProfilePage({ view, pages }: { view: SiteView; pages: readonly PublicItem[] }): JSX.Element {
  return (
    <SiteFrame view={view} title="Profil" description={`Profil ${view.site.title}.`}>
      <h1>Profil</h1>
      {pages.length > 0 ? (
        <ItemList items={pages} base={view.base} />
      ) : (
        <Empty title="Profil belum diisi">Kunjungi lagi nanti.</Empty>
      )}
    </SiteFrame>
  )
}

export function NotFoundPage({ view }: { view: SiteView }): JSX.Element {
  return (
    <SiteFrame view={view} title="Halaman tidak ditemukan" head={<meta name="robots" content="noindex" />}>
      <h1>Halaman tidak ditemukan</h1>
      <p>
        Alamat ini tidak ada, atau halamannya sudah ditarik. Periksa kembali tautannya, atau cari dengan kata kunci.
      </p>
      <Filters action={siteLinks(view.base).search} submit="Cari">
        <Field name="q" label="Kata yang dicari" type="search" />
      </Filters>
    </SiteFrame>
  )
}
