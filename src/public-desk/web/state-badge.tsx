import type { JSX } from 'preact'
import { type CaseState, caseStates } from '../../cases/case.ts'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'

const tones: Readonly<Record<CaseState, Tone>> = { open: 'warn', replied: 'info', answered: 'good', closed: 'quiet' }

export const StateBadge = ({ state }: { state: CaseState }): JSX.Element => (
  <Badge tone={tones[state]}>{caseStates[state]}</Badge>
)
