import type { JSX } from 'preact'
import type { Agency } from '../../agencies/agency.ts'
import { agencyPaths } from '../../agencies/paths.ts'
import { roleNames } from '../../agencies/role.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatDay } from '../../platform/time.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { ButtonLink, PostButton } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Check, Field, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { Appointment } from '../appointment.ts'
import type { Delegation } from '../delegation.ts'
import { type Handover, handedOver } from '../handover.ts'
import { appointmentPaths } from '../paths.ts'

export interface AppointmentInput {
  role: string
  name: string
  email: string
  from: string
  to: string
  decree: string
  acting: boolean
  deputy: boolean
}

interface Props {
  frame: Frame
  agency: Agency
  appointments: readonly Appointment[]
  handovers: readonly Handover[]
  delegations: readonly Delegation[]
  today: string
  /** Roles this person may give here; none: the forms are not shown. */
  givable: readonly string[]
  mayDelegate: boolean
  input: AppointmentInput
  errors?: FieldErrors
}

export function AppointmentsPage(props: Props): JSX.Element {
  const { frame, agency, appointments, handovers, today, givable } = props
  const handOver = appointmentPaths.handover.href({ agency: agency.id })
  return (
    <StaffPage
      frame={frame}
      title={`Jabatan di ${agency.name}`}
      actions={givable.length > 0 && <ButtonLink href={handOver}>Serah terima jabatan</ButtonLink>}
    >
      <p>
        <a href={agencyPaths.agency.href({ id: agency.id })}>{agency.name}</a>
      </p>
      <Table
        caption="Masa jabatan, yang terbaru di atas"
        rows={appointments}
        columns={[
          { head: 'Nama', cell: (a) => <a href={appointmentPaths.appointment.href({ id: a.id })}>{a.personName}</a> },
          { head: 'Jabatan', cell: (a) => titleOf(a) },
          { head: 'Mulai', cell: (a) => formatDay(a.from) },
          { head: 'Sampai sebelum', cell: (a) => (a.to === null ? '–' : formatDay(a.to)) },
          { head: 'Dasar', cell: (a) => a.decree ?? '–' },
          { head: 'Keadaan', cell: (a) => <Standing from={a.from} to={a.to} today={today} /> },
        ]}
        empty={<Empty title="Belum ada masa jabatan">Angkat kepala dan operator di bawah ini.</Empty>}
      />
      {handovers.length > 0 && (
        <Section title="Serah terima">
          <Table
            caption="Berita acara, yang terbaru di atas"
            rows={handovers}
            columns={[
              {
                head: 'Jabatan',
                cell: (h) => <a href={appointmentPaths.record.href({ id: h.id })}>{handedOver[h.post]}</a>,
              },
              { head: 'Dari', cell: (h) => h.leaverName ?? 'kosong' },
              { head: 'Kepada', cell: (h) => h.newcomerName },
              { head: 'Mulai', cell: (h) => formatDay(h.day) },
            ]}
          />
        </Section>
      )}
      <Delegations {...props} />
      {givable.length > 0 && <AppointForm {...props} />}
    </StaffPage>
  )
}

export const titleOf = ({ role, acting, deputy }: Pick<Appointment, 'role' | 'acting' | 'deputy'>): string =>
  `${acting ? 'Plt. ' : ''}${deputy ? 'Wakil operator' : roleNames[role]}`

function Standing({ from, to, today }: { from: string; to: string | null; today: string }): JSX.Element {
  if (from > today) return <Badge tone="info">akan datang</Badge>
  if (to !== null && to <= today) return <Badge tone="quiet">selesai</Badge>
  return <Badge tone="good">berjalan</Badge>
}

function Delegations({ agency, appointments, delegations, today, mayDelegate }: Props): JSX.Element | null {
  const reviewers = appointments.filter(({ role, to }) => role === 'reviewer' && (to === null || to > today))
  if (!mayDelegate && delegations.length === 0) return null
  return (
    <Section title="Delegasi persetujuan">
      <Table
        caption="Pemeriksa yang menyetujui atas nama kepala"
        rows={delegations}
        columns={[
          { head: 'Kepada', cell: (d) => d.delegateName },
          { head: 'Dari kepala', cell: (d) => d.headName },
          { head: 'Mulai', cell: (d) => formatDay(d.from) },
          { head: 'Sampai sebelum', cell: (d) => formatDay(d.to) },
          { head: 'Alasan', cell: (d) => d.reason },
          {
            head: 'Keadaan',
            cell: (d) =>
              mayDelegate && d.to > today ? (
                <PostButton action={appointmentPaths.delegationEnd.href({ id: d.id })} label="Akhiri" />
              ) : (
                <Standing from={d.from} to={d.to} today={today} />
              ),
          },
        ]}
        empty={<Empty title="Tidak ada delegasi">Kepala menyetujui sendiri semua laporan.</Empty>}
      />
      {mayDelegate && reviewers.length > 0 && (
        <Form action={appointmentPaths.delegations.href({ agency: agency.id })} submit="Delegasikan">
          <Select
            name="delegateId"
            label="Kepada"
            options={reviewers.map(({ personId, personName }) => [personId, personName] as const)}
          />
          <Field name="from" label="Mulai" type="date" value={today} required />
          <Field name="to" label="Sampai sebelum" type="date" required />
          <Field name="reason" label="Alasan" hint="Misalnya cuti atau dinas luar" required />
        </Form>
      )}
    </Section>
  )
}

function AppointForm({ agency, givable, input, errors }: Props): JSX.Element {
  const options = Object.entries(roleNames).filter(([role]) => givable.includes(role))
  return (
    <Section title="Angkat seseorang">
      <Form action={appointmentPaths.appointments.href({ agency: agency.id })} errors={errors} submit="Angkat">
        <Select name="role" label="Jabatan" value={input.role} options={options} />
        <Field name="name" label="Nama lengkap" value={input.name} required />
        <Field name="email" label="Alamat surel dinas" type="email" value={input.email} required />
        <Field name="from" label="Mulai" type="date" value={input.from} required />
        <Field name="to" label="Sampai sebelum" type="date" value={input.to} hint="Boleh dikosongkan" />
        <Field name="decree" label="Nomor keputusan" value={input.decree} hint="Wajib untuk kepala" />
        {givable.includes('head') && <Check name="acting" label="Pelaksana Tugas (Plt.)" checked={input.acting} />}
        <Check name="deputy" label="Sebagai wakil operator" checked={input.deputy} />
      </Form>
    </Section>
  )
}
