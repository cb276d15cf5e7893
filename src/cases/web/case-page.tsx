import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At } from '../../platform/ui/at.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { caseClasses, caseKinds, channelName } from '../case.ts'
import type { CaseInFull } from '../find-case.ts'
import type { Reporter } from '../open-reporter.ts'
import { casePaths } from '../paths.ts'
import {
  AnswerForm,
  type Choices,
  ClassifyForm,
  CloseForm,
  DismissForm,
  type Draft,
  PassOnForm,
  ReporterForm,
} from './case-forms.tsx'
import { Clocks } from './clocks.tsx'
import { StateBadge } from './state-badge.tsx'
import { CaseTimeline } from './timeline.tsx'

export interface CasePageProps {
  frame: Frame
  found: CaseInFull
  agencies: Choices
  /** What was typed into a form that was refused, and why. */
  draft?: Draft
  /** Opened just now, with a reason. */
  reporter?: Reporter
}

/** Everything about one case. Which forms are there follows from its state and from who looks. */
export function CasePage({ frame, found, agencies, draft, reporter }: CasePageProps): JSX.Element {
  const running = found.state === 'open' || found.state === 'replied'
  const errorsOf = (form: Draft['form']): FieldErrors | undefined => (draft?.form === form ? draft.errors : undefined)
  return (
    <StaffPage frame={frame} title={found.subject}>
      <Facts
        items={[
          ['Keadaan', <StateBadge key="state" state={found.state} />],
          ['Tiket warga', found.ticket],
          ['Nomor register', found.register],
          ['Perangkat daerah', new Map(agencies).get(found.agencyId) ?? found.agencyId],
          ['Jenis', caseKinds[found.kind]],
          ...(found.kind === 'complaint' ? ([['Kelas', caseClasses[found.class]]] as const) : []),
          ['Kanal', channelName(found.channel)],
          ['Diterima', <At key="at" instant={found.receivedAt} />],
          ...(found.place === null ? [] : ([['Tempat', found.place]] as const)),
          ...(found.follows === null
            ? []
            : ([
                [
                  'Lanjutan dari',
                  <a key="f" href={casePaths.case.href({ ticket: found.follows })}>
                    {found.follows}
                  </a>,
                ],
              ] as const)),
        ]}
      />
      <Section title="Yang ditulis">
        <CaseTimeline messages={found.messages} acts={found.acts} channel={found.channel} />
      </Section>
      {found.mayAnswer && found.state !== 'closed' && (
        <Section title="Jawab">
          <AnswerForm found={found} draft={draft} errors={errorsOf('answer')} />
        </Section>
      )}
      <Section title="Batas waktu">
        <Clocks clocks={found.clocks} />
      </Section>
      {found.mayAnswer && running && (
        <Section title="Klasifikasi">
          <ClassifyForm found={found} draft={draft} errors={errorsOf('classify')} />
        </Section>
      )}
      {found.mayPassOn && running && (
        <Section title="Teruskan">
          <PassOnForm found={found} draft={draft} errors={errorsOf('pass-on')} agencies={agencies} />
        </Section>
      )}
      {found.mayAnswer && running && (
        <Section title="Tidak perlu dijawab?">
          <DismissForm found={found} draft={draft} errors={errorsOf('close')} />
        </Section>
      )}
      {found.mayAnswer && found.state === 'answered' && (
        <Section title="Penutupan">
          <CloseForm found={found} errors={errorsOf('close')} />
        </Section>
      )}
      {found.mayAnswer && found.hasReporter && (
        <Section title="Pelapor">
          <ReporterForm found={found} errors={errorsOf('reporter')} reporter={reporter} />
        </Section>
      )}
    </StaffPage>
  )
}
