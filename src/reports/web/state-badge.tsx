import type { JSX } from 'preact'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'
import { type ReportState, stateNames } from '../report-state.ts'

const tones: Readonly<Record<ReportState, Tone>> = {
  missing: 'bad',
  draft: 'quiet',
  submitted: 'info',
  received: 'info',
  returned: 'warn',
  accepted: 'good',
  forwarded: 'good',
}

/** The state, and beside it that it came late: an accepted report can be both. */
export function StateBadge({ state, late }: { state: ReportState; late: boolean }): JSX.Element {
  return (
    <>
      <Badge tone={tones[state]}>{stateNames[state]}</Badge>{' '}
      {late && state !== 'missing' && <Badge tone="warn">Terlambat</Badge>}
    </>
  )
}
