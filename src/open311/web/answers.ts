import { findAgencies } from '../../agencies/find-agencies.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Service } from '../find-services.ts'
import type { Writable } from '../xml.ts'

const specification = 'http://wiki.open311.org/GeoReport_v2'

export const discoveryOf = (url: string, now: Date): { root: string; value: Writable } => ({
  root: 'discovery',
  value: {
    changeset: now.toISOString(),
    contact: 'Diskominfostandi Kota Bekasi',
    key_service: 'Kunci diberikan oleh Diskominfostandi.',
    endpoints: [
      {
        specification,
        url,
        changeset: now.toISOString(),
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  },
})

export const listedService = ({ code, name, description, keywords, group }: Service): Writable => ({
  service_code: code,
  service_name: name,
  description,
  metadata: true,
  type: 'realtime',
  keywords,
  group,
})

/** The one thing that may be told besides: which agency is meant. */
export async function definitionOf(ctx: Ctx, { code }: Service): Promise<{ root: string; value: Writable }> {
  const values = (await findAgencies(ctx)).map(({ id, name }) => ({ key: id, name }))
  const attribute = {
    variable: true,
    code: 'agency',
    datatype: 'singlevaluelist',
    required: false,
    datatype_description: '',
    order: 1,
    description: 'Perangkat daerah yang dituju, bila diketahui',
    values,
  }
  return { root: 'service_definition', value: { service_code: code, attributes: [attribute] } }
}
