import type { Agency } from '../../agencies/agency.ts'
import { findAgency } from '../../agencies/find-agencies.ts'
import { agencyRoles, may } from '../../agencies/policy.ts'
import { findLock } from '../../people/lock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Frame, get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { type FieldErrors, isRefusal } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import { appoint } from '../appoint.ts'
import { type Appointment, mayAppoint } from '../appointment.ts'
import { correctAppointment } from '../correct-appointment.ts'
import { delegate, endDelegation, findDelegations } from '../delegation.ts'
import { eraseHolder } from '../erase-holder.ts'
import { findAlarms } from '../find-alarms.ts'
import { findAppointment, findAppointments } from '../find-appointments.ts'
import { findHandover, findHandovers } from '../find-handovers.ts'
import { handOverPost } from '../hand-over-post.ts'
import { type HandoverInput, handedOver, type Post, roleOf } from '../handover.ts'
import { appointmentPaths } from '../paths.ts'
import { remind, unlock } from '../remind.ts'
import { AlarmsPage } from './alarms-page.tsx'
import { AppointmentPage } from './appointment-page.tsx'
import { type AppointmentInput, AppointmentsPage } from './appointments-page.tsx'
import { HandoverPage } from './handover-page.tsx'
import { RecordPage } from './record-page.tsx'

async function appointmentsPage(ctx: Ctx, frame: Frame, agency: Agency) {
  const [appointments, handovers, delegations] = await Promise.all([
    findAppointments(ctx, agency.id),
    findHandovers(ctx, agency.id),
    findDelegations(ctx, agency.id),
  ])
  const today = dayInWib(ctx.now)
  const empty = { role: 'operator', name: '', email: '', from: today, to: '', decree: '', acting: false, deputy: false }
  const known = {
    frame,
    agency,
    appointments,
    handovers,
    delegations,
    today,
    givable: agencyRoles.filter((role) => mayAppoint(ctx.actor, role, agency.id)),
    mayDelegate: may(ctx.actor, 'delegation.make', agency.id),
  }
  return (input: AppointmentInput = empty, errors: FieldErrors = {}) => (
    <AppointmentsPage {...known} input={input} errors={errors} />
  )
}

const appointmentInput = (request: PageRequest): AppointmentInput => ({
  role: request.field('role'),
  name: request.field('name'),
  email: request.field('email'),
  from: request.field('from'),
  to: request.field('to'),
  decree: request.field('decree'),
  acting: request.field('acting') === 'on',
  deputy: request.field('deputy') === 'on',
})

async function handoverPage(ctx: Ctx, frame: Frame, agency: Agency) {
  const today = dayInWib(ctx.now)
  const now = (await findAppointments(ctx, agency.id)).filter(
    ({ from, to }) => from <= today && (to === null || to > today),
  )
  const posts = (Object.keys(handedOver) as Post[])
    .filter((post) => mayAppoint(ctx.actor, roleOf(post).role, agency.id))
    .map((post) => ({ post, holder: holderIn(now, post) }))
  return (input: HandoverInput, errors: FieldErrors = {}) => (
    <HandoverPage frame={frame} agency={agency} posts={posts} input={input} errors={errors} />
  )
}

function holderIn(now: readonly Appointment[], post: Post): string | null {
  const { role, deputy } = roleOf(post)
  return now.find((a) => a.role === role && a.deputy === deputy)?.personName ?? null
}

const changeInput = ({ from, to, decree, acting }: Appointment) => ({
  from,
  to: to ?? '',
  decree: decree ?? '',
  acting,
  reason: '',
})

export const routes = [
  get(appointmentPaths.appointments, 'agency.read', async (ctx, { frame, params }) =>
    html((await appointmentsPage(ctx, frame, await findAgency(ctx, params.agency ?? '')))()),
  ),

  post(appointmentPaths.appointments, 'appointment.make', async (ctx, request) => {
    const agency = await findAgency(ctx, request.params.agency ?? '')
    const page = await appointmentsPage(ctx, request.frame, agency)
    const input = appointmentInput(request)
    const made = await appoint(ctx, { ...input, to: input.to || null, agencyId: agency.id })
    if (isRefusal(made)) return refused(made, (errors) => page(input, errors))
    return seeOther(appointmentPaths.appointments.href({ agency: agency.id }), `${input.name} diangkat.`)
  }),

  get(appointmentPaths.appointment, 'agency.read', async (ctx, { frame, params }) => {
    const found = await findAppointment(ctx, params.id ?? '')
    const mayChange = mayAppoint(ctx.actor, found.role, found.agencyId)
    const lock = mayChange ? await findLock(ctx, found.personId) : null
    return html(
      <AppointmentPage
        frame={frame}
        appointment={found}
        mayChange={mayChange}
        lock={lock?.reason ?? null}
        input={changeInput(found)}
      />,
    )
  }),

  post(appointmentPaths.appointment, 'appointment.make', async (ctx, request) => {
    const found = await findAppointment(ctx, request.params.id ?? '')
    const input = {
      from: request.field('from'),
      to: request.field('to'),
      decree: request.field('decree'),
      acting: request.field('acting') === 'on',
      reason: request.field('reason'),
    }
    const version = Number(request.field('version'))
    const changed = await correctAppointment(ctx, { ...input, id: found.id, to: input.to || null, version })
    if (isRefusal(changed))
      return refused(changed, (errors) => (
        <AppointmentPage
          frame={request.frame}
          appointment={found}
          mayChange
          lock={null}
          input={input}
          errors={errors}
        />
      ))
    return seeOther(appointmentPaths.appointment.href({ id: found.id }), 'Masa jabatan diperbarui.')
  }),

  get(appointmentPaths.handover, 'appointment.make', async (ctx, { frame, params, query }) => {
    const agency = await findAgency(ctx, params.agency ?? '')
    const page = await handoverPage(ctx, frame, agency)
    const empty = { name: '', email: '', decree: '', note: '', absent: false }
    return html(
      page({ ...empty, agencyId: agency.id, post: query.get('jabatan') ?? 'operator', day: dayInWib(ctx.now) }),
    )
  }),

  post(appointmentPaths.handover, 'appointment.make', async (ctx, request) => {
    const agency = await findAgency(ctx, request.params.agency ?? '')
    const page = await handoverPage(ctx, request.frame, agency)
    const input = {
      agencyId: agency.id,
      post: request.field('post'),
      name: request.field('name'),
      email: request.field('email'),
      day: request.field('day'),
      decree: request.field('decree'),
      note: request.field('note'),
      absent: request.field('absent') === 'on',
    }
    const made = await handOverPost(ctx, input)
    if (isRefusal(made)) return refused(made, (errors) => page(input, errors))
    return seeOther(appointmentPaths.record.href({ id: made.id }), 'Serah terima tercatat. Cetak berita acara ini.')
  }),

  get(appointmentPaths.alarms, 'appointment.make', async (ctx, { frame }) =>
    html(<AlarmsPage frame={frame} alarms={await findAlarms(ctx)} />),
  ),

  post(appointmentPaths.reminder, 'appointment.make', async (ctx, { params }) => {
    const reminded = await remind(ctx, params.id ?? '')
    if (isRefusal(reminded)) return reminded
    return seeOther(appointmentPaths.alarms.href(), `Undangan dikirim kepada ${reminded.name}.`)
  }),

  post(appointmentPaths.unlocking, 'appointment.make', async (ctx, { params }) => {
    const opened = await unlock(ctx, params.id ?? '')
    if (isRefusal(opened)) return opened
    return seeOther(appointmentPaths.appointment.href({ id: params.id ?? '' }), `Akun ${opened.name} dibuka.`)
  }),

  post(appointmentPaths.erasure, 'person.erase', async (ctx, { params }) => {
    const erased = await eraseHolder(ctx, params.id ?? '')
    if (isRefusal(erased)) return erased
    const words = `Data pribadi ${erased.name} dihapus. Nama dan masa jabatannya tetap tersimpan.`
    return seeOther(appointmentPaths.appointment.href({ id: params.id ?? '' }), words)
  }),

  get(appointmentPaths.record, 'agency.read', async (ctx, { frame, params }) => {
    const handover = await findHandover(ctx, params.id ?? '')
    return html(<RecordPage frame={frame} agency={await findAgency(ctx, handover.agencyId)} handover={handover} />)
  }),

  post(appointmentPaths.delegations, 'delegation.make', async (ctx, request) => {
    const agency = await findAgency(ctx, request.params.agency ?? '')
    const page = await appointmentsPage(ctx, request.frame, agency)
    const made = await delegate(ctx, {
      agencyId: agency.id,
      delegateId: request.field('delegateId'),
      from: request.field('from'),
      to: request.field('to'),
      reason: request.field('reason'),
    })
    if (isRefusal(made)) return refused(made, (errors) => page(undefined, errors))
    return seeOther(appointmentPaths.appointments.href({ agency: agency.id }), 'Delegasi tercatat.')
  }),

  post(appointmentPaths.delegationEnd, 'delegation.make', async (ctx, { params }) => {
    const ended = await endDelegation(ctx, params.id ?? '')
    if (isRefusal(ended)) return ended
    return seeOther(appointmentPaths.appointments.href({ agency: ended.agencyId }), 'Delegasi diakhiri.')
  }),
]
