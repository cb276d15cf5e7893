import type { JSX } from 'preact'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'
import type { ClockReading } from '../clock-words.ts'

const tones: Readonly<Record<ClockReading['band'], Tone>> = {
  'below-50': 'good',
  'below-75': 'info',
  'below-90': 'warn',
  urgent: 'bad',
  overdue: 'bad',
  paused: 'info',
  stopped: 'good',
  unknown: 'quiet',
}

/** What is left of a clock; the most urgent bands say so in words, not by colour alone. */
export function ClockBadge({ reading }: { reading: ClockReading }): JSX.Element {
  const words = reading.band === 'urgent' ? `segera: ${reading.words}` : reading.words
  return <Badge tone={tones[reading.band]}>{words}</Badge>
}
