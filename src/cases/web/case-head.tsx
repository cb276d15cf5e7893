import type { JSX } from 'preact'
import { At } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { Tags } from '../../platform/ui/tags.tsx'
import { caseKinds, channelName } from '../case.ts'
import type { CaseInFull } from '../find-case.ts'
import type { CaseWork } from '../find-case-work.ts'
import { clockSteps } from '../sla-rule.ts'
import { ClockBadge } from './clock-badge.tsx'
import { StateBadge } from './state-badge.tsx'
import { LabelBadges } from './work-forms.tsx'

/** What one needs to know before reading: how it stands, what is due next, whose it is. */
export function CaseHead(props: { found: CaseInFull; work: CaseWork; agencyName: string }): JSX.Element {
  const { found, work, agencyName } = props
  const next = found.clocks.find(({ step, stoppedAt }) => step === found.nextStep && !stoppedAt)
  return (
    <>
      <Tags>
        <StateBadge state={found.state} />
        {next && (
          <span>
            <ClockBadge reading={next.reading} /> {clockSteps[next.step].toLowerCase()}
          </span>
        )}
        {found.anonymous && <Badge tone="info">Pelapor anonim</Badge>}
        {found.suspected && <Badge tone="warn">Diduga iklan</Badge>}
        {found.secret && <Badge tone="warn">Rahasia: tidak pernah diumumkan</Badge>}
        <LabelBadges work={work} />
      </Tags>
      <p class="hint">
        {found.ticket} · {agencyName} · {caseKinds[found.kind]} · {channelName(found.channel)} · diterima{' '}
        <At instant={found.receivedAt} />
        {work.assignee && ` · ditugaskan kepada ${work.assignee.name}`}
      </p>
    </>
  )
}
