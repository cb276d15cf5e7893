import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { addMonths, monthInWib } from '../platform/time.ts'
import type { CaseKind, CaseState } from './case.ts'
import type { CaseTheme } from './case-theme.ts'
import { readCase } from './data/case-rows.ts'
import { frequencies, stemsOf } from './data/search-rows.ts'
import { type AlikeRow, alikeRows, caseStems, similarRow } from './data/similar-rows.ts'
import { type Compared, likely, likeness } from './likeness.ts'
import { wordsOf } from './search-words.ts'

/** A case that likely tells of the same matter. */
export interface Similar {
  id: string
  ticket: string
  subject: string
  agencyId: string
  state: CaseState
  receivedAt: Date
  topicId: string | null
  /** 0 to 1. */
  likeness: number
  /** The citizen said so before sending. */
  told: boolean
}

/** What may be shown of it to everybody: neither its words nor its ticket. The id leads nowhere in public. */
export type PublicSimilar = Pick<Similar, 'id' | 'agencyId' | 'state' | 'receivedAt' | 'likeness'> & {
  kind: CaseKind
  theme: CaseTheme | null
  subdistrictId: string | null
}

/** A matter that is written about again is written about within so many months, this one included. */
const months = 3
/** Words of a text that are looked for: the rarest. */
const looked = 5

/**
 * Cases of the last months likely the same matter as this one, among those the actor may see; the one the citizen named
 * as the same comes first. Throws `Missing`.
 */
export async function findSimilar(ctx: Ctx, ticket: string, limit = 5): Promise<Similar[]> {
  const row = await readCase(ctx, ticket)
  const scope = scopeOf(ctx.actor, 'case.read')
  const given = {
    stems: await caseStems(ctx, row.id),
    districtId: row.district_id,
    subdistrictId: row.subdistrict_id,
    latitude: row.latitude,
    longitude: row.longitude,
  }
  const found = await alike(ctx, given, { scope, from: row.received_at, except: row.id, isPublic: false })
  const told = row.same_as_id === null ? undefined : await similarRow(ctx, row.same_as_id, scope)
  const others = found.filter(({ id }) => id !== told?.id).map((one) => ({ ...shownToStaff(one), told: false }))
  return [...(told ? [{ ...told, likeness: 1, told: true }] : []), ...others].slice(0, limit)
}

/**
 * What a citizen is told before a report is sent: whether the matter is known, where and since when. Cases that are secret,
 * look like advertising, concern the conduct of officials (supervisory) or were merged away are left out.
 */
export async function findSimilarInPublic(
  ctx: Ctx,
  given: Omit<Compared, 'stems'> & { text: string },
  limit = 3,
): Promise<PublicSimilar[]> {
  const words = wordsOf(given.text, 60)
  const stems = [...new Set((await stemsOf(ctx, words)).map(({ stem }) => stem))]
  const found = await alike(ctx, { ...given, stems }, { scope: 'all', from: ctx.now, except: null, isPublic: true })
  return found.slice(0, limit).map(({ id, kind, theme, agencyId, state, receivedAt, likeness, subdistrictId }) => ({
    ...{ id, kind, theme, agencyId, state, receivedAt, likeness, subdistrictId },
  }))
}

type Alike = Omit<AlikeRow, 'stems' | 'districtId' | 'latitude' | 'longitude'> & { likeness: number }

const shownToStaff = ({ id, ticket, subject, agencyId, state, receivedAt, topicId, likeness }: Alike) => ({
  ...{ id, ticket, subject, agencyId, state, receivedAt, topicId, likeness },
})

async function alike(
  ctx: Ctx,
  given: Compared,
  among: { scope: 'all' | readonly string[]; from: Date; except: string | null; isPublic: boolean },
): Promise<Alike[]> {
  const { shareOf } = await frequencies(ctx)
  const rarest = [...given.stems].sort((a, b) => shareOf(a) - shareOf(b)).slice(0, looked)
  if (rarest.length < 2) return []
  const present = monthInWib(among.from)
  // The month after, too: of an older case the later ones are as much the same matter.
  const within = Array.from({ length: months + 1 }, (_, i) => addMonths(present, 1 - i))
  const rows = await alikeRows(ctx, { pairs: pairsOf(rarest), months: within, ...among })
  return rows
    .map(({ stems, districtId, latitude, longitude, ...row }) => ({
      ...row,
      likeness: likeness(given, { stems, districtId, subdistrictId: row.subdistrictId, latitude, longitude }, shareOf),
    }))
    .filter((row) => row.likeness >= likely)
    .sort((a, b) => b.likeness - a.likeness)
}

/** Two of the rarest words in one report: what shares fewer is another matter. */
const pairsOf = (stems: readonly string[]): [string, string][] =>
  stems.flatMap((a, i) => stems.slice(i + 1).map((b): [string, string] => [a, b]))
