import { h, type JSX } from 'preact'
import { casePaths } from '../paths.ts'
import { type Onlooker, onlookersInWords } from '../presence.ts'

/** Who else has the case open; kept up to date where script runs (island `case-presence`). */
export const OnlookersLine = ({ ticket, others }: { ticket: string; others: readonly Onlooker[] }): JSX.Element =>
  h(
    'case-presence',
    { action: casePaths.presence.href({ ticket }) },
    <p class="hint" role="status">
      {onlookersInWords(others)}
    </p>,
  )
