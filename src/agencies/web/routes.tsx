import { type Frame, get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import { findAgencies, findAgency } from '../find-agencies.ts'
import { findAllHolders, holdersOf } from '../find-people.ts'
import { agencyPaths } from '../paths.ts'
import { signIn, signOut, signOutEverywhere } from '../sign-in.ts'
import { AgencyPage } from './agency-page.tsx'
import { RegisterPage } from './register-page.tsx'
import { SignInPage } from './sign-in-page.tsx'

/** Where to go after signing in: only an address of ours. */
const ownAddress = (text: string): string => (/^\/(?![/\\])[^\s]*$/.test(text) ? text : '/beranda')

const nobody = (frame: Frame): Frame => ({ ...frame, person: null })

export const routes = [
  get(agencyPaths.register, 'agency.read', async (ctx, { frame, query }) => {
    const columns = ctx.platform.areas.flatMap((area) => area.registerColumn ?? [])
    const [agencies, holders, ...cells] = await Promise.all([
      findAgencies(ctx),
      findAllHolders(ctx),
      ...columns.map((column) => column.cells(ctx)),
    ])
    const added = columns.map(({ head }, i) => ({ head, cells: cells[i] ?? new Map() }))
    return html(
      <RegisterPage
        frame={frame}
        agencies={agencies}
        holders={holders}
        added={added}
        kind={query.get('jenis') ?? ''}
      />,
    )
  }),

  get(agencyPaths.agency, 'agency.read', async (ctx, { frame, params }) => {
    const agency = await findAgency(ctx, params.id ?? '')
    const columns = ctx.platform.areas.flatMap((area) => area.registerColumn ?? [])
    const [holders, ...cells] = await Promise.all([
      holdersOf(ctx, agency.id, dayInWib(ctx.now)),
      ...columns.map((column) => column.cells(ctx)),
    ])
    const added = columns.map(({ head }, i) => ({ head, cell: cells[i]?.get(agency.id) }))
    return html(<AgencyPage frame={frame} agency={agency} holders={holders} added={added} />)
  }),

  get(agencyPaths.signIn, 'anyone', async (_ctx, { frame, query }) =>
    frame.person === null
      ? html(<SignInPage frame={nobody(frame)} email="" to={query.get('ke') ?? ''} />)
      : seeOther(ownAddress(query.get('ke') ?? '')),
  ),

  post(
    agencyPaths.signIn,
    'anyone',
    async (ctx, request) => {
      const input = {
        email: request.field('email'),
        password: request.field('password'),
        device: String(request.headers['user-agent'] ?? ''),
        ip: request.ip,
      }
      const to = request.field('ke')
      const session = await signIn(ctx, input)
      if (isRefusal(session))
        return refused(session, (errors) => (
          <SignInPage frame={nobody(request.frame)} email={input.email} to={to} errors={errors} />
        ))
      return { kind: 'see-other', to: ownAddress(to), cookie: session }
    },
    { once: false },
  ),

  post(
    agencyPaths.signOut,
    'anyone',
    async (ctx, { session }) => {
      if (session !== null) await signOut(ctx, session)
      return { kind: 'see-other', to: agencyPaths.signIn.href(), notice: 'Anda sudah keluar.', cookie: null }
    },
    { once: false },
  ),

  post(
    agencyPaths.signOutEverywhere,
    'signed-in',
    async (ctx) => {
      const ended = await signOutEverywhere(ctx)
      const notice = `Anda sudah keluar dari semua perangkat (${ended} sesi berakhir).`
      return { kind: 'see-other', to: agencyPaths.signIn.href(), notice, cookie: null }
    },
    { once: false },
  ),
]
