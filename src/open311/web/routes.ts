import type { Ctx } from '../../platform/ctx.ts'
import { get, type PageRequest, post, type Reply } from '../../platform/http/route.ts'
import { findRequests } from '../find-requests.ts'
import { findServices } from '../find-services.ts'
import { type Fault, openRequest } from '../open-request.ts'
import { open311Paths } from '../paths.ts'
import { readPublicId } from '../public-id.ts'
import { readRequestQuery } from '../request-query.ts'
import { type Writable, writeXml } from '../xml.ts'
import { definitionOf, discoveryOf, listedService } from './answers.ts'

type Format = 'json' | 'xml'
/** The element XML begins with, and what it holds; JSON is what it holds. */
type Told = { root: string; value: Writable; status?: number }

const fault = (code: Fault['code'], description: string): Told => faultsOf([{ code, description }])
const faultsOf = (faults: readonly Fault[]): Told => ({
  root: 'errors',
  value: faults.map(({ code, description }) => ({ code, description })),
  status: faults[0]?.code ?? 400,
})
const unknown = fault(404, 'There is no such resource.')

/** Other sites' pages may read and send: what counts is the key, never a cookie. */
export const open311Routes = [
  get(open311Paths.resource, 'anyone', async (ctx, request) => {
    const { name, format } = read(request, request.params.resource)
    if (name === 'discovery') return tell(format, discoveryOf(`${ctx.platform.config.baseUrl}/open311/v2`, ctx.now))
    if (name === 'services')
      return tell(format, { root: 'services', value: (await findServices(ctx)).map(listedService) })
    return tell(format, name === 'requests' ? await requestsOf(ctx, request.query) : unknown)
  }),

  get(open311Paths.item, 'anyone', async (ctx, request) => {
    const { name, format } = read(request, request.params.item)
    return tell(format, await itemOf(ctx, request.params.resource ?? '', name))
  }),

  post(
    open311Paths.resource,
    'anyone',
    async (ctx, request) => {
      const { name, format } = read(request, request.params.resource)
      if (name !== 'requests') return tell(format, unknown)
      const opened = await openRequest(ctx, (name) => request.field(name) || (request.query.get(name) ?? ''))
      if (Array.isArray(opened)) return tell(format, faultsOf(opened))
      return tell(format, { root: 'service_requests', value: [{ ...opened }], status: 201 })
    },
    { once: false, fromElsewhere: true },
  ),
]

async function itemOf(ctx: Ctx, resource: string, name: string): Promise<Told> {
  if (resource === 'services') {
    const service = (await findServices(ctx)).find(({ code }) => code === name)
    return service ? definitionOf(ctx, service) : fault(404, 'service_code was not found.')
  }
  if (resource === 'tokens') return fault(404, 'Requests have their id at once; there are no tokens.')
  if (resource !== 'requests') return unknown
  const id = readPublicId(name)
  const query = readRequestQuery(new URLSearchParams(), ctx.now)
  const found = id && !('problem' in query) ? await findRequests(ctx, { ...query, ids: [id] }) : []
  if (found.length === 0) return fault(404, 'service_request_id was not found.')
  return { root: 'service_requests', value: found.map((one) => ({ ...one })) }
}

async function requestsOf(ctx: Ctx, query: URLSearchParams): Promise<Told> {
  const asked = readRequestQuery(query, ctx.now)
  if ('problem' in asked) return fault(400, asked.problem)
  return { root: 'service_requests', value: (await findRequests(ctx, asked)).map((one) => ({ ...one })) }
}

/** XML unless JSON is asked for, by the ending or by `Accept`. */
function read({ headers }: PageRequest, text = ''): { name: string; format: Format } {
  const [, name = text, ending] = /^(.*)\.(json|xml)$/.exec(text) ?? []
  if (ending === 'json' || ending === 'xml') return { name, format: ending }
  return { name, format: String(headers.accept ?? '').includes('json') ? 'json' : 'xml' }
}

function tell(format: Format, { root, value, status = 200 }: Told): Reply {
  return {
    kind: 'bytes',
    status,
    type: format === 'json' ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8',
    body: format === 'json' ? JSON.stringify(value) : writeXml(root, value),
    headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
  }
}
