import type { Config } from '../platform/config.ts'
import type { Platform } from './account.ts'
import { profileUrl, statusUrl } from './x/addresses.ts'

interface Place {
  platform: Platform
  handle: string
  server: string | null
}

/** Where people find an account. */
export function accountUrl(x: Config['x'], { platform, handle, server }: Place): string {
  switch (platform) {
    case 'x':
      return profileUrl(x, handle)
    case 'mastodon':
      return `${server}/@${handle}`
    case 'email':
      return `mailto:${handle}`
    case 'instagram':
      return `https://www.instagram.com/${handle}/`
    case 'facebook':
      return `https://www.facebook.com/${handle}`
    case 'tiktok':
      return `https://www.tiktok.com/@${handle}`
    case 'youtube':
      return `https://www.youtube.com/@${handle}`
    case 'whatsapp':
      return `https://wa.me/${handle.replace(/\D/g, '').replace(/^0/, '62')}`
  }
}

/** Where a post of an account is on its platform; null where nobody can look it up. */
export function postUrl(x: Config['x'], { platform, handle, server }: Place, externalId: string): string | null {
  if (platform === 'x') return statusUrl(x, externalId, handle)
  return platform === 'mastodon' ? `${server}/@${handle}/${externalId}` : null
}
