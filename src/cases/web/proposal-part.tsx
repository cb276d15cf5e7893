import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At } from '../../platform/ui/at.tsx'
import { PostButton } from '../../platform/ui/button.tsx'
import { Field } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Said, Talk } from '../../platform/ui/talk.tsx'
import type { CaseInFull } from '../find-case.ts'
import type { CaseWork } from '../find-case-work.ts'
import { casePaths } from '../paths.ts'
import type { Proposal } from '../proposal.ts'
import { type Draft, kept } from './case-forms.tsx'

interface Props {
  found: CaseInFull
  work: CaseWork
  draft?: Draft | undefined
  errors: FieldErrors | undefined
}

/** The answer that waits for a second person, or came back from one. */
export function ProposalPart({ found, work, draft, errors }: Props): JSX.Element | null {
  const last = work.proposals.at(-1)
  if (last?.state === 'rejected')
    return (
      <Notice tone="warn" title={`Jawaban dikembalikan oleh ${last.decidedBy}`}>
        <p>{last.reason}</p>
      </Notice>
    )
  if (last?.state !== 'waiting') return null
  const decides = work.mayApprove && last.byId !== work.self
  return (
    <>
      <Talk>
        <Said by={last.byName} about={<About proposal={last} />} text={last.text} ours />
      </Talk>
      {decides ? (
        <>
          <PostButton
            action={casePaths.approval.href({ ticket: found.ticket, proposal: last.id })}
            label="Setujui dan kirim"
            kind="main"
          />
          <Form
            action={casePaths.rejection.href({ ticket: found.ticket, proposal: last.id })}
            errors={errors}
            submit="Kembalikan"
            kind="plain"
          >
            <Field name="reason" label="Alasan mengembalikan" required value={kept(draft, 'reject', 'reason')} />
          </Form>
        </>
      ) : (
        <p class="hint">Menunggu persetujuan orang kedua. Bila ditulis ulang, usul ini batal.</p>
      )}
    </>
  )
}

const About = ({ proposal }: { proposal: Proposal }): JSX.Element => (
  <>
    · <At instant={proposal.at} /> · {proposal.final ? 'jawaban akhir' : 'balasan'}, belum terkirim
  </>
)
