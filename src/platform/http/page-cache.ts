import { createHash } from 'node:crypto'

export interface CachedPage {
  body: Buffer
  headers: Record<string, string>
  etag: string
}

/** Rendered public pages kept in memory, by group: all pages of a group are forgotten together. */
export interface PageCache {
  find(address: string): CachedPage | undefined
  /** A page drawn before its group was last forgotten is not kept: `since` is what `generation` said before drawing. */
  keep(address: string, group: string, since: number, page: CachedPage): void
  generation(group: string): number
  /** Forgets every page of `group` in this process. `forgetPages` does so in all processes, after the commit. */
  forget(group: string): void
  forgetAll(): void
}

const capacity = 5000

export function createPageCache(): PageCache {
  const pages = new Map<string, CachedPage & { group: string }>()
  const generations = new Map<string, number>()
  let epoch = 0
  return {
    find: (address) => pages.get(address),
    keep(address, group, since, page) {
      if (this.generation(group) !== since) return
      const oldest = pages.size >= capacity ? pages.keys().next().value : undefined
      if (oldest !== undefined) pages.delete(oldest)
      pages.set(address, { ...page, group })
    },
    generation: (group) => epoch + (generations.get(group) ?? 0),
    forget(group) {
      generations.set(group, (generations.get(group) ?? 0) + 1)
      for (const [address, page] of pages) if (page.group === group) pages.delete(address)
    },
    forgetAll() {
      epoch++
      pages.clear()
    },
  }
}

export const etagOf = (body: Buffer): string => `"${createHash('sha1').update(body).digest('base64url')}"`
