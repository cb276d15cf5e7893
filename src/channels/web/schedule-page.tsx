import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { addDays, dayInWib, formatDay, formatMonth, formatTime } from '../../platform/time.ts'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { Planner } from '../../platform/ui/planner.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import type { Planned } from '../find-schedule.ts'
import { channelPaths } from '../paths.ts'
import type { View } from '../planned-days.ts'
import { firstWords } from './first-words.ts'
import { PostBadge } from './state-badge.tsx'

interface Props {
  frame: Frame
  view: View
  planned: readonly Planned[]
  /** To choose from, for who sees more than one. */
  agencies: readonly (readonly [id: string, name: string])[]
  agencyId: string
  now: Date
}

/** Where the broadcasts of all agencies stand in time. */
export function SchedulePage({ frame, view, planned, agencies, agencyId, now }: Props): JSX.Element {
  const today = dayInWib(now)
  const href = (kind: View['kind'], name: string) =>
    channelPaths.schedule.href({}, { [kind === 'week' ? 'pekan' : 'bulan']: name, instansi: agencyId })
  const title =
    view.kind === 'month'
      ? formatMonth(view.name)
      : `${formatDay(view.name)} sampai ${formatDay(addDays(view.name, 6))}`
  const week = view.kind === 'month' ? weekWithin(view, today) : view.name
  return (
    <StaffPage
      frame={frame}
      title="Jadwal siaran"
      actions={
        frame.may('post.write') && (
          <ButtonLink href={channelPaths.newPost.href()} kind="main">
            Tulis siaran
          </ButtonLink>
        )
      }
    >
      {agencies.length > 1 && (
        <Filters action={channelPaths.schedule.href()}>
          <input type="hidden" name={view.kind === 'week' ? 'pekan' : 'bulan'} value={view.name} />
          <Select
            name="instansi"
            label="Perangkat daerah"
            value={agencyId}
            options={[['', 'Semua perangkat daerah'], ...agencies]}
          />
        </Filters>
      )}
      <nav class="actions" aria-label="Waktu">
        <ButtonLink href={href(view.kind, view.previous)}>Sebelumnya</ButtonLink>
        <ButtonLink href={href(view.kind, view.next)}>Berikutnya</ButtonLink>
        <a href={view.kind === 'month' ? href('week', week) : href('month', view.name.slice(0, 7))}>
          {view.kind === 'month' ? 'Lihat per pekan' : 'Lihat sebulan'}
        </a>
      </nav>
      <h2 class="planner-title">{title}</h2>
      {planned.length === 0 && <p class="hint">Tidak ada siaran yang terbit atau dijadwalkan pada waktu ini.</p>}
      <div class="planner-head" aria-hidden="true">
        {['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'].map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <Planner
        label={`Siaran ${title}`}
        days={view.days.map((day) => ({
          day,
          outside: view.kind === 'month' && !day.startsWith(view.name),
          today: day === today,
          entries: planned.filter(({ at }) => dayInWib(at) === day).map((one) => <Entry key={one.post.id} {...one} />),
        }))}
      />
    </StaffPage>
  )
}

/** The week of today when the month has it, else its first. */
const weekWithin = (view: View, today: string): string => {
  const index = view.days.indexOf(today)
  return view.days[index < 0 ? 0 : index - (index % 7)] ?? view.days[0] ?? today
}

function Entry({ post, at }: Planned): JSX.Element {
  return (
    <>
      <p>
        <time dateTime={at.toISOString()}>{formatTime(at)}</time> @{post.handle}
      </p>
      <p>
        <a href={channelPaths.post.href({ id: post.id })}>{firstWords(post.text, 50)}</a>
      </p>
      <PostBadge state={post.state} dueAt={post.scheduledFor && post.dueAt} />
    </>
  )
}
