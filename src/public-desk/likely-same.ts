import { findAgencies } from '../agencies/find-agencies.ts'
import { type CaseKind, type CaseState, caseKinds } from '../cases/case.ts'
import { type CaseTheme, themes } from '../cases/case-theme.ts'
import { findSimilarInPublic } from '../cases/find-similar.ts'
import type { Ctx } from '../platform/ctx.ts'
import './data/tables.ts'
import { type ReportInput, readPlace } from './report.ts'

/** A report the city likely knows already, as everybody may see it. */
export interface LikelySame {
  caseId: string
  /** The question an officer published; where none is, the kind and theme: never somebody's words. */
  what: string
  /** Name of the urban village; null where it is not known. */
  where: string | null
  since: Date
  state: CaseState
  /** Where question and answer are published. */
  publicationId: string | null
}

/** What is likely reported already of this matter, the likeliest first. */
export async function findLikelySame(ctx: Ctx, input: ReportInput): Promise<LikelySame[]> {
  const agencies = await findAgencies(ctx)
  const { where } = readPlace(input, agencies)
  const place = { latitude: null, longitude: null, districtId: null, subdistrictId: null, ...where }
  const found = await findSimilarInPublic(ctx, { ...place, text: input.text })
  if (found.length === 0) return []
  const published = await ctx.db
    .selectFrom('case_publication')
    .select(['id', 'case_id', 'question'])
    .where('withdrawn_at', 'is', null)
    .where(
      'case_id',
      'in',
      found.map(({ id }) => id),
    )
    .orderBy('published_at')
    .execute()
  return found.map((one) => {
    const shown = published.findLast(({ case_id }) => case_id === one.id)
    return {
      caseId: one.id,
      what: shown ? inShort(shown.question) : generally(one),
      where: agencies.find(({ id }) => id === one.subdistrictId)?.name ?? null,
      since: one.receivedAt,
      state: one.state,
      publicationId: shown?.id ?? null,
    }
  })
}

const generally = ({ kind, theme }: { kind: CaseKind; theme: CaseTheme | null }): string =>
  theme ? `${caseKinds[kind]}, ${themes[theme].toLowerCase()}` : caseKinds[kind]

/** The first words of a question. */
const inShort = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  const short = [...line].slice(0, 120).join('').trimEnd()
  return short === line ? line : `${short}…`
}
