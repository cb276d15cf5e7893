import type { JSX } from 'preact'
import type { Agency } from '../../agencies/agency.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Fold } from '../../platform/ui/fold.tsx'
import { KeyHelp } from '../../platform/ui/key-help.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { publicDeskPaths } from '../../public-desk/paths.ts'
import type { CaseInFull } from '../find-case.ts'
import type { CaseWork } from '../find-case-work.ts'
import type { Reporter } from '../open-reporter.ts'
import { casePaths } from '../paths.ts'
import type { Onlooker } from '../presence.ts'
import { AnswerForm } from './answer-form.tsx'
import { CaseFacts } from './case-facts.tsx'
import { ClassifyForm, type Draft, type FormName, PassOnForm, ReporterForm } from './case-forms.tsx'
import { CaseHead } from './case-head.tsx'
import { Clocks } from './clocks.tsx'
import { CloseForm, DismissForm, FollowUpForm, ReopenForm } from './closing-forms.tsx'
import { OnlookersLine } from './onlookers-line.tsx'
import { ExplainForm, PausePart } from './pause-part.tsx'
import { ProposalPart } from './proposal-part.tsx'
import { CaseTimeline } from './timeline.tsx'
import { MergeForms, TopicForm } from './topic-forms.tsx'
import { TriageForm } from './triage-form.tsx'
import { AssignForm, LabelForm, NoteForm } from './work-forms.tsx'

export interface CasePageProps {
  frame: Frame
  found: CaseInFull
  work: CaseWork
  /** Who else has it open. */
  onlookers: readonly Onlooker[]
  agencies: readonly Agency[]
  /** What was typed into a form that was refused, and why. */
  draft?: Draft
  /** Opened just now, with a reason. */
  reporter?: Reporter
}

/**
 * Everything about one case: how it stands, what was said, the answer; then what is done more seldom, folded, in the
 * order of how often. Which forms are there follows from its state and from who looks.
 */
export function CasePage({ frame, found, work, onlookers, agencies, draft, reporter }: CasePageProps): JSX.Element {
  const running = found.state === 'open' || found.state === 'replied'
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  const of = (form: FormName) => ({ found, work, draft, errors: errorsOf(draft, form) })
  const opens = (...forms: FormName[]): boolean => draft !== undefined && forms.includes(draft.form)
  return (
    <StaffPage frame={frame} title={found.subject} islands={['keep-draft', 'case-presence', 'desk-keys']}>
      {found.mergedInto && (
        <Notice tone="info" title="Kasus ini sudah digabung">
          <p>
            Percakapan berlanjut di <a href={casePaths.case.href({ ticket: found.mergedInto })}>{found.mergedInto}</a>.
          </p>
        </Notice>
      )}
      <CaseHead found={found} work={work} agencyName={names.get(found.agencyId) ?? found.agencyId} />
      <OnlookersLine ticket={found.ticket} others={onlookers} />
      <Section title="Yang ditulis">
        <CaseTimeline found={found} work={work} />
      </Section>
      {found.mayAnswer && found.state !== 'closed' && (
        <Section title="Jawab">
          <ProposalPart {...of('reject')} />
          {work.proposals.at(-1)?.state === 'waiting' ? (
            <Fold title="Tulis ulang" holds="usul yang menunggu menjadi batal" open={opens('answer')}>
              <AnswerForm {...of('answer')} />
            </Fold>
          ) : (
            <AnswerForm {...of('answer')} />
          )}
        </Section>
      )}
      <Section title="Pekerjaan">
        {found.mayAnswer && found.state !== 'closed' && (
          <Fold title="Tindak lanjut" holds={proofWords(work.proof)} open={opens('follow-up')}>
            <FollowUpForm {...of('follow-up')} />
          </Fold>
        )}
        {work.mayWork && (
          <Fold title="Catatan internal" open={opens('note')}>
            <NoteForm {...of('note')} />
          </Fold>
        )}
        {work.mayWork && found.state !== 'closed' && (
          <Fold title="Penugasan" holds={work.assignee?.name ?? 'belum ditugaskan'} open={opens('assign')}>
            <AssignForm {...of('assign')} />
          </Fold>
        )}
        {found.mayAnswer && running && found.triage !== 'process' && (
          <Fold title="Verifikasi" holds={found.triage === 'hold' ? 'ditunda' : 'belum'} open={opens('triage')}>
            <TriageForm {...of('triage')} agencies={agencies} />
          </Fold>
        )}
        {found.mayAnswer && running && found.triage === 'process' && (
          <Fold title="Klasifikasi" open={opens('classify')}>
            <ClassifyForm {...of('classify')} />
          </Fold>
        )}
        {found.mayPassOn && running && (
          <Fold title="Teruskan" holds="ke perangkat daerah lain" open={opens('pass-on')}>
            <PassOnForm {...of('pass-on')} agencies={agencies.map(({ id, name }) => [id, name] as const)} />
          </Fold>
        )}
        {((running && found.mayAnswer) || found.pauses.length > 0) && (
          <Fold title="Jeda" holds={pauseWords(found)} open={opens('pause')}>
            <PausePart {...of('pause')} />
          </Fold>
        )}
        {found.clocks.some(isLate) && (found.mayAnswer || found.explanations.length > 0) && (
          <Fold
            title="Sebab terlambat"
            holds={found.explanations.length > 0 ? 'sudah dijelaskan' : 'belum dijelaskan'}
            open={opens('explain')}
          >
            <ExplainForm {...of('explain')} />
          </Fold>
        )}
        {found.mayAnswer && found.state !== 'closed' && (
          <Fold title="Tutup dengan hasil" open={opens('close')}>
            <CloseForm {...of('close')} />
          </Fold>
        )}
        {found.mayAnswer && running && found.wasAnswered && (
          <Fold title="Tidak perlu jawaban baru?" holds="ucapan terima kasih" open={opens('dismiss')}>
            <DismissForm {...of('dismiss')} />
          </Fold>
        )}
        {found.mayAnswer && (found.state === 'answered' || found.state === 'closed') && found.mergedInto === null && (
          <Fold title="Buka kembali" open={opens('reopen')}>
            <ReopenForm {...of('reopen')} />
          </Fold>
        )}
        {work.mayWork && (
          <Fold title="Topik" holds={topicWords(found, work)} open={opens('topic')}>
            <TopicForm {...of('topic')} />
          </Fold>
        )}
        {work.mayWork && (
          <Fold
            title="Gabungkan atau pisahkan"
            holds={found.mergedInto ? `digabung ke ${found.mergedInto}` : 'laporan ganda, perkara lain'}
            open={opens('merge', 'split')}
          >
            <MergeForms {...of('merge')} splitErrors={errorsOf(draft, 'split')} />
          </Fold>
        )}
        {work.mayWork && (
          <Fold title="Label" holds={work.labels.map(({ name }) => name).join(', ')} open={opens('label')}>
            <LabelForm {...of('label')} />
          </Fold>
        )}
        {frame.may('case.publish') && found.wasAnswered && !found.secret && (
          <p>
            <a href={publicDeskPaths.publication.href({ ticket: found.ticket })}>Umumkan pertanyaan dan jawabannya</a>
          </p>
        )}
        {found.mayOpenReporter && found.hasReporter && (
          <Fold title="Identitas pelapor" holds="tersegel" open={reporter !== undefined || opens('reporter')}>
            <ReporterForm {...of('reporter')} reporter={reporter} />
          </Fold>
        )}
        <Fold title="Batas waktu dan cara menghitungnya">
          <Clocks clocks={found.clocks} />
        </Fold>
        <Fold title="Rincian kasus" holds={found.register}>
          <CaseFacts found={found} names={names} />
        </Fold>
      </Section>
      <KeyHelp keys={caseKeys} self={work.mayWork ? (work.self ?? undefined) : undefined} />
    </StaffPage>
  )
}

const caseKeys = [
  ['a', 'tugaskan kepada saya'],
  ['r', 'jawab'],
  ['/', 'cari kasus'],
  ['?', 'daftar pintasan ini'],
] as const

const topicWords = ({ topic }: CaseInFull, { similar }: CaseWork): string =>
  topic?.name ?? (similar.length > 0 ? `${similar.length} kasus mungkin sama` : 'perkara yang sama dari banyak warga')

const proofWords = ({ required, given }: CaseWork['proof']): string =>
  required === 0 && given === 0 ? 'belum ada' : `${given} berbukti${required > 0 ? ` dari ${required} yang perlu` : ''}`

const pauseWords = ({ pauses }: CaseInFull): string =>
  pauses.some(({ endedAt }) => endedAt === null)
    ? 'sedang dijeda'
    : pauses.length > 0
      ? `${pauses.length} kali`
      : 'hitungan waktu berhenti sementara'

const isLate = ({ stoppedAt, step, reading }: CaseInFull['clocks'][number]): boolean =>
  stoppedAt === null && step !== 'closing' && reading.band === 'overdue'

const errorsOf = (draft: Draft | undefined, form: FormName): FieldErrors | undefined =>
  draft?.form === form ? draft.errors : undefined
