import { type Platform, platforms } from './account.ts'
import type { Adapter } from './adapter.ts'
import { emailAdapter } from './email/adapter.ts'
import { mastodonAdapter } from './mastodon/adapter.ts'
import { xAdapter } from './x/adapter.ts'

/** The one list of platforms we speak ourselves. A new one is a folder, a line here and a run of `adapter-contract.ts`. */
const adapters: readonly Adapter[] = [xAdapter, mastodonAdapter, emailAdapter]

/** Undefined: the platform is used by hand. */
export const adapterFor = (platform: string): Adapter | undefined =>
  adapters.find((adapter) => adapter.platform === platform)

/** `280 huruf di X, 500 huruf di Mastodon`. */
export const limitsInWords = (): string =>
  adapters
    .flatMap(({ platform, length }) => (length ? `${length.most} huruf di ${platforms[platform]}` : []))
    .join(', ')

/** Of an account that was connected, so that it has one. Throws for others. */
export function adapterOf(platform: Platform): Adapter {
  const adapter = adapterFor(platform)
  if (!adapter) throw new Error(`${platform} has no adapter`)
  return adapter
}
