/** Where a link leads: the channel, and one spelling for all links to the same thing. */
export interface LinkSource {
  channel: string
  url: string
}

/** Hosts without `www.` and `m.`; the first that fits. */
const hosts: readonly (readonly [host: RegExp, channel: string])[] = [
  [/^(x|twitter)\.com$/, 'x'],
  [/^instagram\.com$/, 'instagram'],
  [/^(facebook\.com|fb\.watch|fb\.com)$/, 'facebook'],
  [/^(|vt\.|vm\.)tiktok\.com$/, 'tiktok'],
  [/^(youtube\.com|youtu\.be)$/, 'youtube'],
  [/^lapor\.go\.id$/, 'lapor'],
  [/^(wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com|whatsapp\.com)$/, 'whatsapp'],
]

/** What platforms add to tell who shared a link: it says nothing of what it leads to. */
const tracking =
  /^(utm_\w+|fbclid|gclid|igshid?|igsh|s|t|si|ref|ref_src|feature|_r|_t|is_from_webapp|sender_device|mibextid)$/

const longest = 1000

/** Reads a pasted link; undefined for what is none of http or https. Pure. */
export function readLink(text: string): LinkSource | undefined {
  const typed = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  if (/\s/.test(text) || text.length > longest || !URL.canParse(typed)) return undefined
  const url = new URL(typed)
  if (!/^https?:$/.test(url.protocol) || !url.hostname.includes('.') || url.username !== '') return undefined
  const host = url.hostname.toLowerCase().replace(/^(www|m|mobile|web)\./, '')
  const channel = hosts.find(([pattern]) => pattern.test(host))?.[1] ?? 'web'
  if (channel === 'x') {
    const id = /\/status(?:es)?\/(\d+)/.exec(url.pathname)?.[1]
    if (id) return { channel, url: `https://x.com/i/status/${id}` }
  }
  const video = host === 'youtu.be' ? url.pathname.slice(1) : channel === 'youtube' ? url.searchParams.get('v') : null
  if (video) return { channel, url: `https://youtube.com/watch?v=${encodeURIComponent(video)}${comment(url)}` }
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
  url.searchParams.sort()
  const path = url.pathname.replace(/\/+$/, '')
  return { channel, url: `https://${host}${url.port && `:${url.port}`}${path}${url.search}` }
}

/** A comment under a video has a link of its own. */
function comment(url: URL): string {
  const id = url.searchParams.get('lc')
  return id ? `&lc=${encodeURIComponent(id)}` : ''
}
