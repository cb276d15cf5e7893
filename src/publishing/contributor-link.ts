import type { FieldErrors } from '../platform/refusal.ts'

/** A contributor's personal link, as those who manage it see it. The token itself is kept nowhere. */
export interface ContributorLink {
  id: string
  agencyId: string
  /** Of the person, as the public may see it. */
  name: string
  /** Part of the agency: `Bidang Kesehatan Masyarakat`. */
  section: string
  madeByName: string
  madeAt: Date
  expiresAt: Date
  revokedAt: Date | null
}

export type LinkState = 'good' | 'expired' | 'revoked'

/** Half-open: at the very instant of its end a link is over. */
export function linkState({ expiresAt, revokedAt }: Pick<ContributorLink, 'expiresAt' | 'revokedAt'>, now: Date) {
  if (revokedAt !== null) return 'revoked' satisfies LinkState
  return (expiresAt > now ? 'good' : 'expired') satisfies LinkState
}

const day = 24 * 60 * 60_000

/** `days` of 24 hours from now, whether the link was still good or not. */
export const endOfLink = (now: Date, days: number): Date => new Date(now.getTime() + days * day)

/** Who an item is by, as shown and as kept in events. */
export const contributorName = ({ name, section }: Pick<ContributorLink, 'name' | 'section'>): string =>
  `${name}, ${section}`

const longest = 100

export function refuseContributor({ name, section }: { name: string; section: string }): FieldErrors {
  return {
    ...(name === '' && { name: 'Tulis nama kontributor.' }),
    ...(name.length > longest && { name: `Nama paling panjang ${longest} huruf.` }),
    ...(section === '' && { section: 'Tulis bidang atau seksinya.' }),
    ...(section.length > longest && { section: `Nama bidang paling panjang ${longest} huruf.` }),
  }
}
