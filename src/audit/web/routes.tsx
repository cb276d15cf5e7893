import { findAgencies } from '../../agencies/find-agencies.ts'
import { csvHeaders, csvType, writeCsv } from '../../platform/csv/write-csv.ts'
import { bytes, get, html } from '../../platform/http/route.ts'
import { dayInWib } from '../../platform/time.ts'
import { findTrail, type TrailFilter } from '../find-trail.ts'
import { auditPaths } from '../paths.ts'
import { changeInWords, changesOf } from '../trail-words.ts'
import { TrailPage } from './trail-page.tsx'

const pageSize = 50
/** Rows of one export; more is asked for by shorter times. */
const exportLimit = 50_000

const filterOf = (query: URLSearchParams): TrailFilter => ({
  person: query.get('orang') ?? '',
  agencyId: query.get('perangkat') ?? '',
  thing: query.get('hal') ?? '',
  thingId: query.get('nomor') ?? '',
  from: query.get('dari') ?? '',
  to: query.get('sampai') ?? '',
})

/** The same filter as a query, for the links of the page. */
const queryOf = (filter: TrailFilter) => ({
  orang: filter.person,
  perangkat: filter.agencyId,
  hal: filter.thing,
  nomor: filter.thingId,
  dari: filter.from,
  sampai: filter.to,
})

export const routes = [
  get(auditPaths.trail, 'event.read', async (ctx, { frame, query }) => {
    const filter = filterOf(query)
    const [rows, agencies] = await Promise.all([
      findTrail(ctx, filter, { before: query.get('sebelum') ?? '', limit: pageSize + 1 }),
      findAgencies(ctx),
    ])
    const events = rows.slice(0, pageSize)
    const asked = queryOf(filter)
    const next =
      rows.length > pageSize ? auditPaths.trail.href({}, { ...asked, sebelum: events.at(-1)?.id ?? '' }) : null
    const csv = auditPaths.trailExport.href({}, asked)
    return html(<TrailPage {...{ frame, filter, events, agencies, next, csv, exportLimit }} />)
  }),

  get(auditPaths.trailExport, 'event.read', async (ctx, { query }) => {
    const events = await findTrail(ctx, filterOf(query), { before: '', limit: exportLimit })
    const csv = writeCsv(
      ['id', 'waktu', 'oleh', 'tindakan', 'hal', 'nomor', 'perangkat daerah', 'perubahan'],
      events.map(({ id, at, by, action, thing, thingId, agencyId, before, after }) => [
        Number(id),
        at.toISOString(),
        by,
        action,
        thing,
        thingId,
        agencyId,
        changesOf(before, after).map(changeInWords).join('\n'),
      ]),
    )
    return bytes(csvType, csv, csvHeaders(`jejak-${dayInWib(ctx.now)}`))
  }),
]
