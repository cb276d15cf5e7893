import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fakePosts } from '../fake/posts.ts'
import { feedXml, homeHtml, postHtml } from '../fake/theme.ts'
import { readClaimedDate } from './claimed-date.ts'
import { findFeeds } from './find-feed.ts'
import { findListings, guessCms } from './find-listings.ts'
import { fingerprint, reallyDiffers } from './fingerprint.ts'
import { mainText } from './noise.ts'
import { readPageDate } from './page-dates.ts'
import { readFeed } from './read-feed.ts'
import { readListing } from './read-listing.ts'

const now = new Date('2026-11-23T03:00:00Z')
const posts = fakePosts(new Date('2026-11-20T02:00:00Z'))
const home = homeHtml(posts, now, true)

describe('feeds', () => {
  it('are found in the head, comments aside, then at the usual places', () => {
    const feeds = findFeeds(home, 'https://disdik.example/')
    assert.equal(feeds[0], 'https://disdik.example/feed/')
    assert.ok(!feeds.some((url) => url.includes('comment')))
    assert.ok(findFeeds('', 'https://kota.example/situs/dinkes').includes('https://kota.example/situs/dinkes/feed.xml'))
  })

  it('give items with dates, never the date of the channel', () => {
    const items = readFeed(feedXml(posts, now, 'https://disdik.example'), 'https://disdik.example/feed/', now)
    assert.equal(items?.length, 6)
    assert.equal(items?.[0]?.published?.toISOString(), '2026-11-20T02:00:00.000Z')
    assert.ok(items?.every(({ published }) => published && published < now))
  })

  it('may be Atom, and may write dates without a zone or in Indonesian', () => {
    const atom = (date: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><updated>2026-11-23T03:00:00Z</updated><entry><title>Judul</title>
      <link href="/a"/><published>${date}</published></entry></feed>`
    const dateOf = (date: string) => readFeed(atom(date), 'https://x.example/', now)?.[0]?.published?.toISOString()
    assert.equal(dateOf('2026-11-19T10:00:00'), '2026-11-19T03:00:00.000Z')
    assert.equal(dateOf('Kamis, 19 November 2026'), '2026-11-19T05:00:00.000Z')
    assert.equal(dateOf('entah'), undefined)
  })

  const broken = [
    '',
    '<html><body>Fatal error</body></html>',
    '{"items":[]}',
    '\0\0\0',
    '<rss',
    '<?xml version="1.0"?>',
  ]
  for (const body of broken)
    it(`are null when they are none: ${JSON.stringify(body.slice(0, 30))}`, () =>
      assert.equal(readFeed(body, 'https://x.example/', now), null))

  it('do not blow up by nested entities', () => {
    const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('')
    const xml = `<!DOCTYPE r [<!ENTITY e0 "ha">${entities}]><rss version="2.0"><channel><item><title>&e9;</title></item></channel></rss>`
    const started = performance.now()
    assert.ok((readFeed(xml, 'https://x.example/', now)?.[0]?.title.length ?? 0) < 100_000)
    assert.ok(performance.now() - started < 1000)
  })
})

describe('listings', () => {
  it('give headlines with the date beside them, and none of the noise', () => {
    const items = readListing(home, 'https://disdik.example/', now)
    assert.equal(items.length, 6)
    assert.deepEqual(
      items.map(({ visible }) => visible?.date.toISOString()),
      posts.map(({ at }) => at.toISOString()),
    )
  })

  const block = (date: string, i: number) =>
    `<li><a href="/b/${i}">Judul berita nomor ${i}</a> <small>${date}</small></li>`

  it('read plain lists too', () => {
    const html = `<ul>${['1 Maret 2026', '2 Maret 2026', '3 Maret 2026'].map(block).join('')}</ul>`
    assert.equal(readListing(html, 'https://x.example/', now).filter(({ visible }) => visible).length, 3)
  })

  it('do not trust a date that fewer than three blocks show', () => {
    const html = `<ul>${['1 Maret 2026', '2 Maret 2026', 'tanpa tanggal'].map(block).join('')}</ul>`
    const items = readListing(html, 'https://x.example/', now)
    assert.equal(items.length, 3)
    assert.ok(items.every(({ visible }) => visible === null))
  })

  it('do not take a date from within the headline or the teaser', () => {
    const teaser = (i: number) => `<article><h2><a href="/b/${i}">Rapat kerja 6 Maret 2026 bagian ${i}</a></h2>
      <p>Kegiatan yang berlangsung pada tanggal 6 Maret 2026 di aula dinas dihadiri banyak undangan.</p></article>`
    const items = readListing([1, 2, 3].map(teaser).join(''), 'https://x.example/', now)
    assert.ok(items.every(({ visible }) => visible === null))
  })

  it('leave other hosts out', () => {
    const html = '<h3><a href="https://lain.example/a">Berita dari situs lain</a></h3>'
    assert.deepEqual(readListing(html, 'https://x.example/', now), [])
  })

  it('are named in the menu', () => {
    assert.deepEqual(findListings(home, 'https://disdik.example/'), ['https://disdik.example/berita/'])
    assert.equal(guessCms(home), 'wordpress')
  })
})

describe('dates of articles', () => {
  const cases: [string, string | undefined][] = [
    [postHtml(posts[0] ?? fail(), now), '2026-11-20T02:00:00.000Z'],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2026-11-01T08:00:00+07:00"}]}</script>',
      '2026-11-01T01:00:00.000Z',
    ],
    [
      '<script type="application/ld+json">{rusak</script><article><time datetime="2026-11-02">kemarin</time></article>',
      '2026-11-02T05:00:00.000Z',
    ],
    ['<meta property="article:modified_time" content="2026-11-23T03:00:00Z">', undefined],
    ['<footer><time datetime="2026-11-23">hari ini</time></footer>', undefined],
    ['<p>tanpa metadata</p>', undefined],
  ]
  for (const [html, expected] of cases)
    it(`${expected ?? 'none'} in ${html.slice(0, 60)}`, () =>
      assert.equal(readPageDate(html, now)?.date.toISOString(), expected))

  it('never throw on what machines write', () => {
    for (const text of ['', '0000-00-00 00:00:00', 'NaN', '2026-13-45T99:99:99Z', undefined])
      assert.equal(readClaimedDate(text, now), null)
  })
})

describe('fingerprints', () => {
  const words = Array.from(
    { length: 200 },
    (_, i) => `kata${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10) % 10]}`,
  )
  const text = words.join(' ')

  it('move with what is written, not with clocks and counters', () => {
    assert.equal(fingerprint(`${text} 10:15 dibaca 99 kali`), fingerprint(`${text} 11:45 dibaca 1.234 kali`))
    assert.ok(reallyDiffers(fingerprint(text), fingerprint(words.toReversed().join(' '))))
    assert.ok(!reallyDiffers(fingerprint(text), fingerprint(text.replace('katabl', 'katabm'))))
    assert.ok(reallyDiffers(fingerprint('Kantor tutup'), fingerprint('Kantor buka')))
  })

  it('are made of the main part only', () => {
    assert.equal(mainText(postHtml(posts[0] ?? fail(), now)).includes('Pengunjung'), false)
  })
})

function fail(): never {
  throw new Error('no post')
}
