import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { FakePost } from './posts.ts'
import { feedXml, homeHtml, postHtml, postsJson } from './theme.ts'

/** How the fake site behaves; `normal` is a healthy WordPress-like site, fresh or stale by its posts. */
export type Behaviour =
  | 'normal'
  | 'no-feed'
  | 'feed-not-xml'
  | 'hangs'
  | 'drips'
  | 'endless'
  | 'gzip-bomb'
  | 'resets'
  | 'error-500'
  | 'redirect-loop'
  | 'redirect-to-file'
  | 'robots-refuses'
  | 'bot-wall'
  | 'empty'
  | 'no-news'

export interface FakeSite {
  url: string
  posts: FakePost[]
  behaviour: Behaviour
  /** Whether `/wp-json` answers; off by default, as on many real sites. */
  restApi: boolean
  /** Addresses asked for so far, oldest first. */
  requests: string[]
  close(): Promise<void>
}

/**
 * A small WordPress-like site over HTTP: home with a listing, `/feed/`, articles, robots.txt. `posts` and `behaviour`
 * may be changed while it runs. Port 0 takes any free one; `clock` feeds the theme's noise.
 */
export async function startFakeSite(options: {
  port?: number
  host?: string
  posts: FakePost[]
  behaviour?: Behaviour
  clock?: () => Date
}): Promise<FakeSite> {
  const server = createServer((request, response) => answer(site, request, response, options.clock?.() ?? new Date()))
  const host = options.host ?? '127.0.0.1'
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(options.port ?? 0, host, listening)
  })
  const { port } = server.address() as AddressInfo
  const site: FakeSite = {
    url: `http://${host}:${port}`,
    posts: options.posts,
    behaviour: options.behaviour ?? 'normal',
    restApi: false,
    requests: [],
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
  return site
}

function answer(site: FakeSite, request: IncomingMessage, response: ServerResponse, now: Date): void {
  const path = new URL(request.url ?? '/', site.url).pathname
  site.requests.push(path)
  response.on('error', () => {})
  const trouble = troubles[site.behaviour]
  if (trouble) trouble(response, path)
  else send(site, path, response, now, request.headers['if-none-match'])
}

const bomb = (): Buffer => {
  kept ??= gzipSync(Buffer.alloc(50_000_000, 'a'))
  return kept
}
let kept: Buffer | undefined

/** Behaviours in which no page comes at all. */
const troubles: Partial<Record<Behaviour, (response: ServerResponse, path: string) => void>> = {
  hangs: () => {},
  drips: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const timer = setInterval(() => response.write('.'), 50)
    response.on('close', () => clearInterval(timer))
  },
  endless: (response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(2 * 1024 ** 3) })
    const chunk = Buffer.alloc(64 * 1024, 'a')
    const pour = () => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', pour)
    pour()
  },
  'gzip-bomb': (response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
    response.end(bomb())
  },
  resets: (response) => {
    response.socket?.resetAndDestroy()
  },
  'error-500': (response) => {
    response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Error establishing a database connection</h1>')
  },
  'redirect-loop': (response, path) => {
    response.writeHead(302, { location: path === '/masuk' ? '/' : '/masuk' }).end()
  },
  'redirect-to-file': (response) => {
    response.writeHead(302, { location: 'file:///etc/passwd' }).end()
  },
  'bot-wall': (response) => {
    response.writeHead(403, { 'content-type': 'text/html', server: 'cloudflare' }).end('<h1>Just a moment...</h1>')
  },
  empty: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end()
  },
}

function send(site: FakeSite, path: string, response: ServerResponse, now: Date, etag: string | undefined): void {
  const posts = site.behaviour === 'no-news' ? [] : site.posts
  const post = posts.find(({ slug }) => path === `/berita/${slug}/`)
  const withFeed = site.behaviour !== 'no-feed' && site.behaviour !== 'no-news'
  if (path === '/robots.txt') {
    const refuses = site.behaviour === 'robots-refuses'
    response.writeHead(200, { 'content-type': 'text/plain' })
    response.end(`User-agent: *\nDisallow: ${refuses ? '/' : '/wp-admin/'}\n`)
  } else if (path === '/feed/' && withFeed) {
    const tag = `"${posts[0]?.slug}"`
    if (etag === tag) return void response.writeHead(304).end()
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=UTF-8', etag: tag })
    const broken = '<!doctype html><html><body>Fatal error: Allowed memory size exhausted</body></html>'
    response.end(site.behaviour === 'feed-not-xml' ? broken : feedXml(posts, now, site.url))
  } else if (path === '/wp-json/wp/v2/posts' && site.restApi) {
    response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' })
    response.end(postsJson(posts, now, site.url))
  } else if (post || path === '/' || path === '/berita/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8' })
    response.end(post ? postHtml(post, now) : homeHtml(posts, now, withFeed))
  } else response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Halaman tidak ditemukan</h1>')
}
