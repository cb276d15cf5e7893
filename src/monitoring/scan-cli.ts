import { isIP } from 'node:net'
import { formatInstant } from '../platform/time.ts'
import { tierWords } from './evidence.ts'
import { openFetcher } from './fetching/fetch-page.ts'
import { isPublicAddress } from './fetching/public-address.ts'
import { confidenceWords, methodVersion } from './freshness.ts'
import { type SiteScan, scanSite } from './scan-site.ts'

/**
 * The verb `scan URL`: scans one site without a database and gives back the text to print. `now` fixes the clock
 * (trials). Who types a private address on this machine may ask it; a public site that leads to one, or a name that
 * means one, is refused as in the running monitor, unless `allowPrivate`.
 */
export async function runScan(
  url: string,
  options: { json: boolean; now?: Date; allowPrivate?: boolean },
): Promise<string> {
  const clock = () => options.now ?? new Date()
  const allowPrivate = options.allowPrivate || isTypedPrivate(url)
  const { fetchPage, close } = openFetcher({ allowPrivate, clock })
  try {
    const address = URL.canParse(url) ? new URL(url).href : url
    const scan = await scanSite(address, { fetchPage, clock, pause: allowPrivate ? 0 : 1000 })
    return options.json ? JSON.stringify(asJson(address, scan), null, 2) : asText(address, scan)
  } finally {
    await close()
  }
}

function isTypedPrivate(url: string): boolean {
  if (!URL.canParse(url)) return false
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  return host === 'localhost' || (isIP(host) > 0 && !isPublicAddress(host))
}

function asJson(url: string, { verdict, outcome, cause, httpStatus, ms, startedAt, findings, cms }: SiteScan) {
  const { lastRealUpdate, confidence, words } = verdict
  const evidence = verdict.evidence.map(({ tier, item, title, source, snippet, claimed, fetchedAt, status, hash }) => ({
    ...{ tier, item, title, source, snippet, claimed, fetchedAt, status, hash },
  }))
  const reach = { outcome, cause, httpStatus, ms }
  return {
    url,
    scannedAt: startedAt,
    method: methodVersion,
    ...reach,
    lastRealUpdate,
    confidence,
    words,
    cms,
    evidence,
    findings,
  }
}

function asText(url: string, { verdict, outcome, startedAt, findings }: SiteScan): string {
  const alive = { up: 'dapat dibuka', down: 'tidak dapat dibuka', unknown: 'tidak diketahui' }[outcome]
  const proof = verdict.evidence
    .slice(0, 10)
    .map(({ tier, snippet, item }) => `  - ${tierWords[tier]}: ${snippet}\n    ${item}`)
  return [
    `${url}: ${alive} (${formatInstant(startedAt)})`,
    verdict.words,
    `Keyakinan: ${confidenceWords[verdict.confidence]}`,
    ...(proof.length > 0 ? ['Bukti:', ...proof] : []),
    ...(findings.length > 0 ? ['Temuan:', ...findings.map(({ text, url }) => `  - ${text} ${url}`)] : []),
  ].join('\n')
}
