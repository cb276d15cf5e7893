import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { openWorld, type World } from '../../../test/world.ts'
import { addToken } from '../../agencies/add-token.ts'
import { answerCase } from '../../cases/answer-case.ts'
import { openCase } from '../../cases/open-case.ts'
import { newId } from '../../platform/id.ts'
import { accepted } from '../../platform/refusal.ts'
import { seedServices } from '../find-services.ts'

let world: World
let key = ''
let keyOfDishub = ''
const base = '/open311/v2'
const text = 'Budi Umpama, 0812-0000-0001, melapor: <script>alert(1)</script> & "lampu" padam.'

before(async () => {
  world = await openWorld()
  const ctx = world.system()
  await seedServices(ctx)
  key = accepted(await addToken(ctx, { name: 'aplikasi', role: 'comms-officer', agencyId: null })).token
  keyOfDishub = accepted(await addToken(ctx, { name: 'dishub', role: 'operator', agencyId: 'dishub' })).token
})
after(() => world.close())

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const response = await world.app.inject({
    method: 'GET',
    url: base + path,
    headers: { host: 'localhost', ...headers },
  })
  return {
    status: response.statusCode,
    text: response.body,
    headers: response.headers,
    json: () => JSON.parse(response.body),
  }
}
const send = async (fields: Record<string, string>, headers: Record<string, string> = {}, ending = 'json') => {
  const response = await world.app.inject({
    method: 'POST',
    url: `${base}/requests.${ending}`,
    headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })
  return {
    status: response.statusCode,
    text: response.body,
    headers: response.headers,
    json: () => JSON.parse(response.body),
  }
}
const good = { service_code: 'complaint-development', address_string: 'Jalan Contoh 1', description: text }
const parse = (xml: string) => {
  assert.equal(XMLValidator.validate(xml), true, xml)
  return new XMLParser({ parseTagValue: false }).parse(xml)
}

it('discovery and services are the same in XML and JSON, by the names of the specification', async () => {
  const discovery = (await ask('/discovery.json')).json()
  assert.deepEqual(Object.keys(discovery), ['changeset', 'contact', 'key_service', 'endpoints'])
  assert.match(discovery.endpoints[0].url, /\/open311\/v2$/)
  assert.deepEqual(parse((await ask('/discovery.xml')).text).discovery.endpoints.endpoint.formats.format, [
    'text/xml',
    'application/json',
  ])
  const services = (await ask('/services.json')).json()
  assert.equal(services.length, 20)
  assert.deepEqual(Object.keys(services[0]), [
    'service_code',
    'service_name',
    'description',
    'metadata',
    'type',
    'keywords',
    'group',
  ])
  const xml = await ask('/services.xml')
  assert.match(String(xml.headers['content-type']), /^text\/xml/)
  assert.equal(xml.headers['access-control-allow-origin'], '*')
  assert.deepEqual(
    parse(xml.text).services.service.map((one: { service_code: string }) => one.service_code),
    services.map((one: { service_code: string }) => one.service_code),
  )
  const definition = (await ask('/services/complaint.json')).json()
  assert.deepEqual([definition.service_code, definition.attributes[0].datatype], ['complaint', 'singlevaluelist'])
  assert.ok(
    parse((await ask('/services/complaint.xml')).text).service_definition.attributes.attribute.values.value.length > 3,
  )
  assert.equal((await ask('/services/entah.json')).status, 404)
  assert.match((await ask('/services')).text, /^<\?xml/)
  assert.match((await ask('/services', { accept: 'application/json' })).text, /^\[/)
})

it('a request needs a key that may open cases, a service and a place', async () => {
  for (const [fields, status] of [
    [good, 403],
    [{ ...good, api_key: 'ktg_salah' }, 403],
    [{ ...good, api_key: key, service_code: '' }, 400],
    [{ ...good, api_key: key, service_code: 'entah' }, 404],
    [{ ...good, api_key: key, address_string: '' }, 400],
    [{ ...good, api_key: key, address_string: '', lat: '-6.2', long: '' }, 400],
    [{ ...good, api_key: key, lat: '100', long: '107' }, 400],
    [{ ...good, api_key: key, description: '' }, 400],
    [{ ...good, api_key: keyOfDishub, 'attribute[agency]': 'dinkes' }, 403],
  ] as const) {
    const answer = await send(fields)
    assert.equal(answer.status, status, JSON.stringify(fields))
    assert.deepEqual(Object.keys(answer.json()[0]), ['code', 'description'])
  }
  const xml = await send({ ...good, api_key: 'x' }, {}, 'xml')
  assert.equal(parse(xml.text).errors.error.code, '403')
})

it('a request of another system, or of another site, is a case; its id is no tracking code', async () => {
  const opened = await send(
    { ...good, api_key: key, lat: '-6.23456', long: '106.98765', first_name: 'Budi', email: 'budi@warga.example' },
    { origin: 'https://aplikasi.example', 'sec-fetch-site': 'cross-site' },
  )
  assert.equal(opened.status, 201, opened.text)
  assert.equal(opened.headers['access-control-allow-origin'], '*')
  const [{ service_request_id: id, service_notice: notice }] = opened.json()
  assert.equal(id, 'DISKOMINFOSTANDI-2026-000001')
  assert.match(notice, /KB-/)
  const found = await world.platform.db.selectFrom('cases').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual([found.channel, found.kind, found.latitude], ['open311', 'complaint', -6.23456])
  const one = await ask(`/requests/${id}.json`)
  const [request] = one.json()
  assert.deepEqual(Object.keys(request).slice(0, 17), [
    ...['service_request_id', 'status', 'status_notes', 'service_name', 'service_code', 'description'],
    ...['agency_responsible', 'service_notice', 'requested_datetime', 'updated_datetime', 'expected_datetime'],
    ...['address', 'address_id', 'zipcode', 'lat', 'long', 'media_url'],
  ])
  assert.deepEqual(
    [request.lat, request.long, request.status, request.description],
    [-6.23, 106.99, 'open', 'Pengaduan'],
  )
  for (const answer of [one.text, (await ask('/requests.json')).text, (await ask('/requests.xml')).text])
    assert.doesNotMatch(answer, /KB-|Budi|0812|warga\.example|Jalan Contoh|alert/)
  const own = await send({ ...good, api_key: keyOfDishub })
  assert.equal(own.json()[0].service_request_id, 'DISHUB-2026-000001')
})

it('what an officer published is told, well-formed whatever it holds; what is secret is not there', async () => {
  const ctx = world.system()
  const word = { agencyId: 'dinkes', channel: 'form', kind: 'complaint', text, receivedAt: ctx.now } as const
  const shown = accepted(await openCase(ctx, word))
  const secret = accepted(await openCase(ctx, { ...word, secret: true }))
  const question = 'Lampu <padam> & ]]> "lama" \u0007\u{1F4A1}'
  await ctx.db
    .insertInto('case_publication')
    .values({
      ...{
        id: newId(),
        case_id: shown.id,
        agency_id: 'dinkes',
        kind: 'complaint',
        theme: null,
        question,
        answer: 'Sudah <b>menyala</b>.',
      },
      ...{ district_id: null, subdistrict_id: null, answered_at: ctx.now, published_at: ctx.now, published_by: 'Sari' },
      ...{ withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null },
    })
    .execute()
  accepted(
    await answerCase(world.ctx('operatorDinkes'), { ticket: shown.ticket, text: 'Sudah.', final: true, version: 1 }),
  )
  const { service_requests: told } = parse((await ask('/requests/DINKES-2026-000001.xml')).text)
  assert.match(told.request.description, /Lampu <padam> & \]\]> "lama"/)
  assert.deepEqual([told.request.status, told.request.status_notes], ['closed', 'Sudah <b>menyala</b>.'])
  assert.equal((await ask(`/requests/DINKES-2026-000002.json`)).status, 404)
  assert.doesNotMatch(
    (await ask('/requests.json')).text,
    new RegExp(secret.register.slice(0, 6).concat('|DINKES-2026-000002')),
  )
})

it('filters by id, service, state and date; 90 days and 1000 at most; pages', async () => {
  const ids = async (query: string) =>
    (await ask(`/requests.json?${query}`)).json().map((one: { service_request_id: string }) => one.service_request_id)
  const all = ['DINKES-2026-000001', 'DISHUB-2026-000001', 'DISKOMINFOSTANDI-2026-000001']
  assert.deepEqual((await ids('')).sort(), all)
  assert.deepEqual(await ids('status=closed'), ['DINKES-2026-000001'])
  assert.equal((await ids('status=open,closed')).length, 3)
  assert.deepEqual(
    (await ids('service_request_id=DISHUB-2026-000001,DINKES-2026-000001&status=open')).sort(),
    all.slice(0, 2),
  )
  assert.deepEqual(await ids('service_code=inquiry'), [])
  assert.deepEqual(await ids('service_code=entah'), [])
  assert.equal((await ids('service_code=complaint')).length, 3)
  assert.deepEqual(await ids('end_date=2026-11-01T00:00:00Z'), [])
  assert.equal((await ids('start_date=2026-11-22T00:00:00%2B07:00')).length, 3)
  assert.equal((await ids('page_size=2')).length, 2)
  assert.equal((await ids('page_size=2&page=2')).length, 1)
  for (const query of [
    'start_date=kemarin',
    'start_date=2026-01-01&end_date=2026-11-01',
    'status=lost',
    'page=0',
    'page_size=1001',
  ])
    assert.equal((await ask(`/requests.json?${query}`)).status, 400, query)
  for (const path of [
    '/requests/%27.json',
    '/tokens/1.json',
    '/entah.json',
    '/entah/1.xml',
    '/requests/DINKES-2026-999999999999.json',
  ])
    assert.equal((await ask(path)).status, 404, path)
})
