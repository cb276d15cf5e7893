import type { JSX } from 'preact'
import { caseKinds } from '../../cases/case.ts'
import type { PublicCase } from '../../cases/find-public-case.ts'
import { At } from '../../platform/ui/at.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { Said, Talk } from '../../platform/ui/talk.tsx'
import { publicDeskPaths } from '../paths.ts'
import { StateBadge } from './state-badge.tsx'

export interface CaseStateProps {
  found: PublicCase
  agencyName: string
  /** The city has promised an answer by then, and it has not come. */
  late: boolean
}

/** Where a case stands, for everybody who has the ticket. */
export function CaseState({ found, agencyName, late }: CaseStateProps): JSX.Element {
  const waits = found.state === 'open' || found.state === 'replied'
  return (
    <>
      {found.mergedInto && (
        <Notice tone="info" title="Laporan ini digabung">
          <p>
            Laporan Anda digabung dengan laporan sebelumnya. Kelanjutannya ada di tiket{' '}
            <a href={publicDeskPaths.follow.href({ ticket: found.mergedInto })}>{found.mergedInto}</a>.
          </p>
        </Notice>
      )}
      <Facts
        items={[
          ['Keadaan', <StateBadge key="state" state={found.state} />],
          ['Jenis', caseKinds[found.kind]],
          ['Ditangani oleh', agencyName],
          ['Diterima', <At key="at" instant={found.receivedAt} />],
          ...(waits && found.nextDueAt
            ? ([
                [
                  found.nextStep === 'first-reply' ? 'Balasan paling lambat' : 'Jawaban paling lambat',
                  <At key="due" instant={found.nextDueAt} />,
                ],
              ] as const)
            : []),
        ]}
      />
      {late && waits && <p>Batas waktu ini sudah lewat. Keterlambatan tercatat dan dilaporkan kepada Wali Kota.</p>}
    </>
  )
}

/** What the agency answered in public; `keep` is what opens this page again. */
export function Answers(props: Pick<CaseStateProps, 'found' | 'agencyName'> & { keep: string }): JSX.Element {
  const { found, agencyName, keep } = props
  return (
    <Section title="Jawaban">
      {found.answers.length === 0 ? (
        <p>Belum ada jawaban. Simpan {keep} ini dan buka lagi halaman ini.</p>
      ) : (
        <Talk>
          {found.answers.map((answer) => (
            <Said
              key={answer.at.getTime()}
              by={agencyName}
              about={
                <>
                  · <At instant={answer.at} />
                </>
              }
              text={answer.text}
              ours
            />
          ))}
        </Talk>
      )}
    </Section>
  )
}
