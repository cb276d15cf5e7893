import type { JSX } from 'preact'
import { calendarPaths } from '../../calendar/paths.ts'
import type { Frame } from '../../platform/http/route.ts'
import { Fold } from '../../platform/ui/fold.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import type { EscalationRule } from '../escalation.ts'
import type { PauseReason } from '../pause.ts'
import type { ProofRule } from '../proof-rule.ts'
import { inTimeOrder, subjectKey } from '../rule-history.ts'
import type { SlaRule } from '../sla-rule.ts'
import { EscalationForm, LimitForm, ProofForm, ReasonForm, type RuleDraft } from './rule-forms.tsx'
import { EscalationTable, LimitTable, type Names, ProofTable, ReasonTable } from './rule-tables.tsx'

interface Props {
  frame: Frame
  today: string
  rules: readonly SlaRule[]
  reasons: readonly PauseReason[]
  proof: readonly ProofRule[]
  escalation: readonly EscalationRule[]
  /** Of agencies, by id. */
  names: Names
  mayManage: boolean
  draft?: RuleDraft
}

/** How long each step may take, for what a clock may stand still, what proof is required, and who is warned: now, later and before. */
export function RulesPage({ frame, today, names, mayManage, draft, ...all }: Props): JSX.Element {
  const limits = inTimeOrder(all.rules, subjectKey, today)
  const reasons = inTimeOrder(all.reasons, ({ id }) => id, today)
  const proof = inTimeOrder(all.proof, ({ kind }) => kind, today)
  const escalation = inTimeOrder(all.escalation, ({ level }) => String(level), today)
  return (
    <StaffPage frame={frame} title="Batas waktu layanan">
      <p>
        Waktu kerja dihitung menurut <a href={calendarPaths.calendar.href()}>kalender kerja</a>. Kasus memakai batas
        waktu yang berlaku pada hari diterima; yang paling dekat dengan kasusnya mengalahkan yang umum.
      </p>
      <Section title="Lamanya setiap langkah">
        <LimitTable caption="Yang berlaku hari ini" rules={limits.now} names={names} />
        {limits.coming.length > 0 && <LimitTable caption="Yang akan berlaku" rules={limits.coming} names={names} />}
        {limits.former.length > 0 && (
          <Fold title="Yang pernah berlaku" holds={limits.former.length}>
            <LimitTable caption="Digantikan oleh yang lebih baru" rules={limits.former} names={names} />
          </Fold>
        )}
        {mayManage && (
          <Fold title="Tetapkan batas waktu" open={draft?.form === 'limit'}>
            <LimitForm draft={draft} names={names} />
          </Fold>
        )}
      </Section>
      <Section title="Jeda">
        <ReasonTable caption="Alasan yang boleh menjeda hitungan waktu hari ini" reasons={reasons.now} />
        {reasons.coming.length > 0 && <ReasonTable caption="Yang akan berlaku" reasons={reasons.coming} />}
        {reasons.former.length > 0 && (
          <Fold title="Yang pernah berlaku" holds={reasons.former.length}>
            <ReasonTable caption="Digantikan oleh yang lebih baru" reasons={reasons.former} />
          </Fold>
        )}
        {mayManage && (
          <Fold title="Tetapkan batas jeda" open={draft?.form === 'pause'}>
            <ReasonForm draft={draft} reasons={reasons.now} />
          </Fold>
        )}
      </Section>
      <Section title="Bukti sebelum selesai">
        <ProofTable caption="Yang berlaku hari ini" rules={proof.now} />
        {proof.coming.length > 0 && <ProofTable caption="Yang akan berlaku" rules={proof.coming} />}
        {proof.former.length > 0 && (
          <Fold title="Yang pernah berlaku" holds={proof.former.length}>
            <ProofTable caption="Digantikan oleh yang lebih baru" rules={proof.former} />
          </Fold>
        )}
        {mayManage && (
          <Fold title="Tetapkan bukti" open={draft?.form === 'proof'}>
            <ProofForm draft={draft} />
          </Fold>
        )}
      </Section>
      <Section title="Peringatan">
        <EscalationTable caption="Siapa yang diberi tahu, pada jam kerja, hari ini" rules={escalation.now} />
        {escalation.coming.length > 0 && <EscalationTable caption="Yang akan berlaku" rules={escalation.coming} />}
        {escalation.former.length > 0 && (
          <Fold title="Yang pernah berlaku" holds={escalation.former.length}>
            <EscalationTable caption="Digantikan oleh yang lebih baru" rules={escalation.former} />
          </Fold>
        )}
        {mayManage && (
          <Fold title="Tetapkan peringatan" open={draft?.form === 'escalation'}>
            <EscalationForm draft={draft} />
          </Fold>
        )}
      </Section>
    </StaffPage>
  )
}
