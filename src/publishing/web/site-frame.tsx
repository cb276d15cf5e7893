import type { ComponentChildren, JSX } from 'preact'
import type { PageRequest } from '../../platform/http/route.ts'
import { Document } from '../../platform/ui/document.tsx'
import { Mark } from '../../platform/ui/mark.tsx'
import { contentKinds } from '../content.ts'
import type { PublicSite } from '../public-item.ts'
import { siteLinks } from '../site.ts'

/** Where a page of a site was asked for, and where it is to be found by others. */
export interface SiteView {
  site: PublicSite
  /** Before every link on the page: '' or `/situs/ID`. */
  base: string
  /** Scheme, host and, without a host name of its own, `/situs/ID`: for feeds and canonical addresses. */
  address: string
  /** Scheme and host of that: pictures lie at its root. */
  root: string
  /** Path asked for, within the site: `/berita`. */
  path: string
  /** Address of the city's own side: reports, sign-in. */
  city: string
}

/** In public (https) the agency's host name is the one address of its site, also when asked for by another. */
export function siteView(
  site: PublicSite,
  request: Pick<PageRequest, 'siteBase' | 'origin' | 'frame'>,
  city: string,
): SiteView {
  const { siteBase: base, origin, frame } = request
  const own = city.startsWith('https:') && site.host !== null
  return {
    site,
    base,
    address: own ? `https://${site.host}` : origin + base,
    root: own ? `https://${site.host}` : origin,
    path: frame.path.slice(base.length) || '/',
    city,
  }
}

interface Props {
  view: SiteView
  title: string
  /** One or two sentences for search engines. */
  description?: string
  head?: ComponentChildren
  /** Two columns where there is room; else the measure of running text. */
  wide?: boolean
  children?: ComponentChildren
}

const sections = ['news', 'announcement', 'event', 'document', 'page'] as const

/** The frame of a hosted site: no script, one style sheet. */
export function SiteFrame({ view, title, description, head, wide, children }: Props): JSX.Element {
  const { site, base, address, path } = view
  const to = siteLinks(base)
  const isHome = path === '/'
  const canonical = address + (isHome ? '/' : path)
  return (
    <Document
      title={isHome ? title : `${title} · ${site.title}`}
      head={
        <>
          {description && <meta name="description" content={description} />}
          <link rel="canonical" href={canonical} />
          <meta property="og:site_name" content={site.title} />
          <meta property="og:title" content={title} />
          <meta property="og:url" content={canonical} />
          {description && <meta property="og:description" content={description} />}
          <link rel="alternate" type="application/rss+xml" title={site.title} href={to.rss} />
          <link rel="alternate" type="application/atom+xml" title={site.title} href={to.atom} />
          {head}
        </>
      }
    >
      <a class="skip" href="#isi">
        Langsung ke isi
      </a>
      <header class="masthead site-head">
        <a class="brand" href={to.home}>
          <Mark />
          <span>
            <strong>{site.title}</strong> <small>{site.tagline || 'Pemerintah Kota Bekasi'}</small>
          </span>
        </a>
      </header>
      <nav class="site-nav" aria-label="Utama">
        <ul>
          <li>
            <a href={to.home} aria-current={isHome ? 'page' : undefined}>
              Beranda
            </a>
          </li>
          {sections.map((kind) => (
            <li key={kind}>
              <a href={to.section(kind)} aria-current={currentIn(path, siteLinks('').section(kind))}>
                {kind === 'page' ? 'Profil' : contentKinds[kind]}
              </a>
            </li>
          ))}
          <li>
            <a href={to.search} aria-current={currentIn(path, '/cari')}>
              Cari
            </a>
          </li>
        </ul>
      </nav>
      <main id="isi" class={wide ? 'column wide' : 'column'} tabIndex={-1}>
        {children}
      </main>
      <footer class="foot">
        <div class="column">
          <p>
            Situs resmi {site.title}, Pemerintah Kota Bekasi.{' '}
            <a href={`${view.city}/lapor`}>Sampaikan laporan atau pertanyaan</a>
          </p>
          <p>
            <a href={to.rss}>Umpan RSS</a> · <a href={to.atom}>Atom</a>
          </p>
        </div>
      </footer>
    </Document>
  )
}

const currentIn = (path: string, section: string): 'page' | 'true' | undefined =>
  path === section ? 'page' : path.startsWith(`${section}/`) ? 'true' : undefined
