import { dayInWib, formatDay, formatTime, formatWeekday } from '../../platform/time.ts'
import type { FakePost } from './posts.ts'

/** A look-alike of a common WordPress theme, with the noise that misleads monitors: clocks, footers, widgets. */
export function homeHtml(posts: readonly FakePost[], now: Date, withFeed: boolean): string {
  const feed = `<link rel="alternate" type="application/rss+xml" title="Dinas &raquo; Umpan" href="/feed/">
<link rel="alternate" type="application/rss+xml" title="Dinas &raquo; Umpan Komentar" href="/comments/feed/">`
  return page(
    'Dinas Pendidikan (situs contoh)',
    `<main id="content">${posts.map(teaser).join('\n')}</main>
<aside class="sidebar"><section class="widget"><h3>Agenda</h3><p>Upacara Hari Guru, ${formatDay(dayInWib(new Date(now.getTime() + 20 * 86_400_000)))}</p></section>
<section class="widget"><h3>Komentar Terbaru</h3><p>Warga pada ${formatDay(dayInWib(now))}</p></section></aside>`,
    now,
    withFeed ? feed : '',
  )
}

const teaser = (post: FakePost): string => `<article class="post type-post">
<h2 class="entry-title"><a href="/berita/${post.slug}/">${post.title}</a></h2>
<span class="posted-on">${formatWeekday(dayInWib(post.at))} ${formatTime(post.at).replace('.', ':')} WIB</span>
<p class="excerpt">${post.text} Sesuai Peraturan Wali Kota Nomor 5 Tahun 2017 tanggal 6 Maret 2017.</p></article>`

export function postHtml(post: FakePost, now: Date): string {
  const published = post.at.toISOString()
  return page(
    post.title,
    `<main id="content"><article class="post"><h1 class="entry-title">${post.title}</h1>
<p class="entry-meta">Diposting pada <time class="entry-date" datetime="${published}">${formatDay(dayInWib(post.at))}</time></p>
<div class="entry-content"><p>${post.text}</p></div></article></main>`,
    now,
    `<meta property="article:published_time" content="${published}">
<meta property="article:modified_time" content="${now.toISOString()}">`,
  )
}

const page = (title: string, main: string, now: Date, head: string): string => `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>${title}</title><meta name="generator" content="WordPress 6.1">
${head}<link rel="stylesheet" href="/wp-content/themes/dinas/style.css"></head><body>
<header class="site-header"><div class="clock">Hari ini: ${formatWeekday(dayInWib(now))} ${formatTime(now)} WIB</div>
<nav><a href="/">Beranda</a> <a href="/berita/">Berita</a> <a href="/profil/">Profil</a></nav></header>
${main}
<footer><p>Pengunjung hari ini: 123. Terakhir diperbarui: ${formatDay(dayInWib(now))}</p>
<p>&copy; ${dayInWib(now).slice(0, 4)} Dinas Pendidikan</p></footer></body></html>`

/** RSS as WordPress writes it: `lastBuildDate` is now, which says nothing. */
export const feedXml = (
  posts: readonly FakePost[],
  now: Date,
  origin: string,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Dinas Pendidikan (situs contoh)</title><link>${origin}/</link>
<description>Berita</description><lastBuildDate>${now.toUTCString()}</lastBuildDate>
${posts.map((post) => feedItem(post, origin)).join('\n')}
</channel></rss>`

const feedItem = (post: FakePost, origin: string): string => `<item><title>${post.title}</title>
<link>${origin}/berita/${post.slug}/</link><guid isPermaLink="false">${origin}/?p=${post.slug}</guid>
<pubDate>${post.at.toUTCString()}</pubDate><description><![CDATA[<p>${post.text}</p>]]></description></item>`

/** What the REST interface of WordPress lists; every save moves `modified_gmt`. */
export const postsJson = (posts: readonly FakePost[], now: Date, origin: string): string =>
  JSON.stringify(
    posts.slice(0, 10).map(({ slug, title, at }) => ({
      date_gmt: at.toISOString().slice(0, 19),
      modified_gmt: now.toISOString().slice(0, 19),
      link: `${origin}/berita/${slug}/`,
      title: { rendered: title },
    })),
  )
