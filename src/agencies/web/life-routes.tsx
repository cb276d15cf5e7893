import type { JSX } from 'preact'
import type { Ctx } from '../../platform/ctx.ts'
import type { Path } from '../../platform/http/paths.ts'
import { get, html, type PageRequest, post, type Reply, refused, seeOther } from '../../platform/http/route.ts'
import { type FieldErrors, invalid, isRefusal, Missing, type Refusal } from '../../platform/refusal.ts'
import { addAgency } from '../add-agency.ts'
import { agencyCalled } from '../agency-called.ts'
import { closeAgency } from '../close-agency.ts'
import { correctAgency, correctAgencyEnd, withdrawAgencyChange } from '../correct-agency.ts'
import { findAgency } from '../find-agencies.ts'
import { type AgencyLife, findAgencyLife } from '../find-agency-life.ts'
import { mergeAgencies } from '../merge-agencies.ts'
import { agencyPaths } from '../paths.ts'
import { renameAgency } from '../rename-agency.ts'
import { splitAgency } from '../split-agency.ts'
import { readDecision, readFactFields, typedOf } from './life-fields.ts'
import { type Typed, typedFacts } from './life-form-page.tsx'
import * as pages from './life-pages.tsx'

interface LifeForm {
  path: Path
  page: (props: pages.AboutProps) => JSX.Element
  /** What the form begins with. */
  begin: (life: AgencyLife) => Typed
  act: (ctx: Ctx, request: PageRequest, stated: { id: string; version: number }) => Promise<{ id: string } | Refusal>
  done: string
}

const confirmed = (request: PageRequest): Refusal | undefined =>
  request.field('confirmed') === '' ? invalid({ confirmed: 'Centang untuk menyatakan Anda yakin.' }) : undefined

const begun = ({ timeline }: AgencyLife): Typed => {
  const last = timeline.at(-1)
  return last ? typedFacts(last) : {}
}

const forms: readonly LifeForm[] = [
  {
    path: agencyPaths.change,
    page: pages.ChangePage,
    begin: begun,
    act: async (ctx, request, stated) =>
      renameAgency(ctx, { ...stated, ...(await readFactFields(ctx, request)), ...readDecision(request) }),
    done: 'Perubahan tersimpan.',
  },
  {
    path: agencyPaths.closure,
    page: pages.ClosurePage,
    begin: () => ({}),
    act: async (ctx, request, stated) =>
      confirmed(request) ?? closeAgency(ctx, { ...stated, ...readDecision(request) }),
    done: 'Penutupan tercatat.',
  },
  {
    path: agencyPaths.endCorrection,
    page: pages.EndCorrectionPage,
    begin: ({ timeline }) => ({ day: timeline.at(-1)?.to ?? '' }),
    act: (ctx, { field }, stated) =>
      correctAgencyEnd(ctx, { ...stated, day: field('day') || null, reason: field('reason') }),
    done: 'Pembetulan tersimpan.',
  },
  {
    path: agencyPaths.merger,
    page: pages.MergerPage,
    begin: () => ({}),
    act: async (ctx, request, stated) => {
      const lines = request.field('others').split('\n').filter(Boolean)
      const others = await Promise.all(lines.map((line) => agencyCalled(ctx, line)))
      const into = await agencyCalled(ctx, request.field('into'))
      return confirmed(request) ?? mergeAgencies(ctx, { ...stated, ...readDecision(request), others, into })
    },
    done: 'Penggabungan tercatat.',
  },
  {
    path: agencyPaths.split,
    page: pages.SplitPage,
    begin: ({ timeline }) => {
      const { kind = 'department' } = timeline.at(-1) ?? {}
      return { '0.kind': kind, '1.kind': kind }
    },
    act: async (ctx, request, stated) => {
      const places = ['0.', '1.'].filter(
        (prefix) => request.field(`${prefix}id`) + request.field(`${prefix}name`) !== '',
      )
      const into = await Promise.all(
        places.map(async (prefix) => ({
          id: request.field(`${prefix}id`),
          ...(await readFactFields(ctx, request, prefix)),
        })),
      )
      return splitAgency(ctx, { ...stated, ...readDecision(request), into, ends: request.field('ends') !== '' })
    },
    done: 'Pemekaran tercatat.',
  },
]

export const lifeRoutes = [
  get(agencyPaths.addition, 'agency.manage', async (_ctx, { frame }) =>
    html(<pages.AdditionPage frame={frame} typed={{}} errors={{}} />),
  ),
  post(agencyPaths.addition, 'agency.manage', async (ctx, request) => {
    const facts = await readFactFields(ctx, request)
    const done = await addAgency(ctx, { id: request.field('id'), ...facts, ...readDecision(request) })
    if (isRefusal(done))
      return refused(done, (errors) => (
        <pages.AdditionPage frame={request.frame} typed={typedOf(request)} errors={errors} />
      ))
    return seeOther(agencyPaths.agency.href({ id: done.id }), 'Perangkat daerah ditambahkan.')
  }),

  ...forms.flatMap(({ path, page: Page, begin, act, done }) => [
    get(path, 'agency.manage', async (ctx, { frame, params }) => {
      const { life, about } = await aboutOf(ctx, params.id ?? '')
      return html(<Page frame={frame} about={about} typed={begin(life)} errors={{}} />)
    }),
    post(path, 'agency.manage', async (ctx, request) => {
      const { about } = await aboutOf(ctx, request.params.id ?? '')
      const again = (errors: FieldErrors) => (
        <Page
          frame={request.frame}
          about={{ ...about, version: request.field('version') }}
          typed={typedOf(request)}
          errors={errors}
        />
      )
      return answer(await act(ctx, request, statedIn(request)), done, again)
    }),
  ]),

  get(agencyPaths.correction, 'agency.manage', async (ctx, request) =>
    html(<pages.CorrectionPage {...(await correctionProps(ctx, request))} />),
  ),
  post(agencyPaths.correction, 'agency.manage', async (ctx, request) => {
    const facts = await readFactFields(ctx, request)
    const from = request.query.get('sejak') ?? ''
    const { day, decree } = readDecision(request)
    const stated = { ...statedIn(request), reason: request.field('reason') }
    const props = await correctionProps(ctx, request)
    const done = await correctAgency(ctx, { ...stated, ...facts, from, day, decree })
    return answer(done, 'Pembetulan tersimpan.', (errors) => (
      <pages.CorrectionPage {...props} typed={typedOf(request)} errors={errors} />
    ))
  }),
  post(agencyPaths.withdrawal, 'agency.manage', async (ctx, request) => {
    const from = request.query.get('sejak') ?? ''
    const stated = { ...statedIn(request), reason: request.field('reason') }
    const props = await correctionProps(ctx, request)
    const done = await withdrawAgencyChange(ctx, { ...stated, from })
    return answer(done, 'Catatan dicabut.', (withdrawalErrors) => (
      <pages.CorrectionPage {...props} withdrawalErrors={withdrawalErrors} />
    ))
  }),
]

const statedIn = ({ params, field }: PageRequest) => ({ id: params.id ?? '', version: Number(field('version')) || 0 })

async function aboutOf(ctx: Ctx, id: string) {
  const life = await findAgencyLife(ctx, id)
  const { name } = await findAgency(ctx, id)
  return { life, about: { id, name, version: String(life.version) } }
}

async function correctionProps(ctx: Ctx, { frame, params, query }: PageRequest) {
  const { life, about } = await aboutOf(ctx, params.id ?? '')
  const period = life.timeline.find(({ from }) => from === query.get('sejak'))
  if (!period) throw new Missing('a record of that day')
  const typed = { ...typedFacts(period), day: period.from, decree: period.decree ?? '' }
  const withdrawable = period !== life.timeline[0]
  return { frame, about, typed, errors: {}, from: period.from, withdrawable }
}

function answer(done: { id: string } | Refusal, words: string, again: (errors: FieldErrors) => JSX.Element): Reply {
  return isRefusal(done) ? refused(done, again) : seeOther(agencyPaths.agency.href({ id: done.id }), words)
}
