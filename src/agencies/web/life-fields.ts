import type { Ctx } from '../../platform/ctx.ts'
import type { PageRequest } from '../../platform/http/route.ts'
import { agencyCalled } from '../agency-called.ts'
import type { AgencyInput, Decision } from '../agency-facts.ts'
import type { Typed } from './life-form-page.tsx'

/** The facts a form carries; the parent may be called by name. */
export async function readFactFields(ctx: Ctx, { field }: PageRequest, prefix = ''): Promise<AgencyInput> {
  return {
    name: field(`${prefix}name`),
    abbreviation: field(`${prefix}abbreviation`),
    kind: field(`${prefix}kind`),
    parentId: await agencyCalled(ctx, field(`${prefix}parentId`)),
    regionCode: field(`${prefix}regionCode`),
    host: field(`${prefix}host`),
  }
}

export const readDecision = ({ field }: PageRequest): Decision => ({
  day: field('day'),
  decree: field('decree'),
  decreeAgain: field('decreeAgain') !== '',
})

const factNames = ['id', 'name', 'abbreviation', 'kind', 'parentId', 'regionCode', 'host']
const names = [
  ...['', '0.', '1.'].flatMap((prefix) => factNames.map((name) => prefix + name)),
  ...['day', 'decree', 'decreeAgain', 'reason', 'confirmed', 'ends', 'into', 'others'],
]

/** Everything that was typed, to be kept when a form comes back. */
export const typedOf = ({ field }: PageRequest): Typed => Object.fromEntries(names.map((name) => [name, field(name)]))
