import type { ComponentChildren, JSX } from 'preact'
import { formatWeekday } from '../time.ts'

export interface PlannerDay {
  /** `YYYY-MM-DD`. */
  day: string
  /** Outside the month that is shown. */
  outside?: boolean
  today?: boolean
  entries: readonly ComponentChildren[]
}

/**
 * Days with what is planned on them: weeks of seven columns on a desk (the first day is a Monday), a list of the days
 * that have something on a phone.
 */
export function Planner({ label, days }: { label: string; days: readonly PlannerDay[] }): JSX.Element {
  return (
    <ol class="planner" aria-label={label}>
      {days.map(({ day, outside, today, entries }) => (
        <li
          key={day}
          class={
            [entries.length === 0 && 'free', outside && 'outside', today && 'today'].filter(Boolean).join(' ') ||
            undefined
          }
        >
          <h3>
            <time dateTime={day}>
              <span class="planner-long">{formatWeekday(day)}</span>
              <span class="planner-short" aria-hidden="true">
                {Number(day.slice(8))}
              </span>
            </time>
            {today && <span class="planner-today"> hari ini</span>}
          </h3>
          {entries.length > 0 && (
            <ul>
              {entries.map((entry, i) => (
                <li key={i}>{entry}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
