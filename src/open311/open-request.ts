import { may, scopeOf } from '../agencies/policy.ts'
import { openOnce } from '../cases/open-case.ts'
import { findTokenActor } from '../platform/auth/tokens.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isRefusal, type Refusal } from '../platform/refusal.ts'
import { findServices } from './find-services.ts'
import { publicId } from './public-id.ts'

/** A fault as GeoReport v2 tells it. */
export interface Fault {
  code: 400 | 403 | 404
  description: string
}

export interface RequestOpened {
  service_request_id: string
  service_notice: string | null
  account_id: null
}

const faults = (code: Fault['code'], ...descriptions: string[]): Fault[] =>
  descriptions.map((description) => ({ code, description }))

/**
 * Opens a case by another system (POST Service Request). The key is one of our API tokens whose role may open cases.
 * The citizen's ticket goes back to whoever asked for them, in `service_notice`; nobody else ever sees it here.
 */
export async function openRequest(ctx: Ctx, field: (name: string) => string): Promise<RequestOpened | Fault[]> {
  const actor = await findTokenActor(ctx, field('api_key'))
  if (!actor || !may(actor, 'case.open')) return faults(403, 'api_key was missing, or may not open requests.')
  const services = await findServices(ctx)
  const service = services.find(({ code }) => code === field('service_code'))
  if (!service) return faults(field('service_code') === '' ? 400 : 404, 'service_code was not provided or not found.')
  const place = placeOf(field)
  if ('problem' in place) return faults(400, place.problem)
  const scope = scopeOf(actor, 'case.open')
  const own = scope === 'all' ? service.agencyId : (scope[0] ?? '')
  const agencyId = field('attribute[agency]') || own
  const media = field('media_url')
  const opened = await openOnce(
    { ...ctx, actor },
    {
      agencyId,
      channel: 'open311',
      kind: service.kind,
      text: [field('description'), /^https?:\/\/\S{1,500}$/.test(media) ? media : ''].filter(Boolean).join('\n\n'),
      place: field('address_string'),
      where: place,
      reporter: {
        name: [field('first_name'), field('last_name')].filter(Boolean).join(' '),
        contact: field('email') || field('phone'),
      },
      receivedAt: ctx.now,
    },
  )
  if (isRefusal(opened)) return refusalFaults(opened)
  const { ticket } = opened.case
  const [year = 0, number = 0] = [opened.case.register.split('/')[2], opened.case.register.split('/')[0]].map(Number)
  return {
    service_request_id: publicId({ agencyId, year, number }),
    service_notice: `Tiket warga ${ticket}: ${ctx.platform.config.baseUrl}/lapor/${ticket}`,
    account_id: null,
  }
}

/** A position or words for it must be told; a position lies on earth. */
function placeOf(
  field: (name: string) => string,
): { latitude: number; longitude: number } | object | { problem: string } {
  const [lat, long] = [field('lat'), field('long')]
  if (lat === '' && long === '')
    return field('address_string') || field('address_id')
      ? {}
      : { problem: 'lat and long, address_string or address_id must be provided.' }
  const [latitude, longitude] = [Number(lat), Number(long)]
  const lies = lat !== '' && long !== '' && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return lies ? { latitude, longitude } : { problem: 'lat and long are degrees (WGS 84).' }
}

function refusalFaults(refusal: Refusal): Fault[] {
  if (refusal.refusal === 'forbidden') return faults(403, 'This key may not open requests for that agency.')
  if (refusal.refusal === 'conflict') return faults(400, refusal.reason)
  return faults(400, ...Object.entries(refusal.errors).map(([name, words]) => `${fieldNames[name] ?? name}: ${words}`))
}

const fieldNames: Readonly<Record<string, string>> = {
  text: 'description',
  place: 'address_string',
  contact: 'email',
  name: 'first_name',
  agencyId: 'attribute[agency]',
}
