import type { JSX } from 'preact'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'
import { type CaseState, caseStates } from '../case.ts'

const tones: Readonly<Record<CaseState, Tone>> = { open: 'warn', replied: 'info', answered: 'good', closed: 'quiet' }

export const StateBadge = ({ state }: { state: CaseState }): JSX.Element => (
  <Badge tone={tones[state]}>{caseStates[state]}</Badge>
)
