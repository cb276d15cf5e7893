import type { JSX } from 'preact'
import { caseKinds } from '../../cases/case.ts'
import type { PublicCase } from '../../cases/find-public-case.ts'
import type { Frame } from '../../platform/http/route.ts'
import { At } from '../../platform/ui/at.tsx'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { Said, Talk } from '../../platform/ui/talk.tsx'
import { StateBadge } from './state-badge.tsx'

interface Props {
  frame: Frame
  found: PublicCase
  agencyName: string
  /** The city has promised an answer by then, and it has not come. */
  late: boolean
}

/** The state of a case for whoever has the ticket: never a person, never what was reported. */
export function FollowPage({ frame, found, agencyName, late }: Props): JSX.Element {
  const waits = found.state === 'open' || found.state === 'replied'
  return (
    <CitizenPage frame={frame} title={`Laporan ${found.ticket}`}>
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
      {late && <p>Batas waktu ini sudah lewat. Keterlambatan tercatat dan dilaporkan kepada Wali Kota.</p>}
      <Section title="Jawaban">
        {found.answers.length === 0 ? (
          <p>Belum ada jawaban. Simpan nomor tiket ini dan buka lagi halaman ini.</p>
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
    </CitizenPage>
  )
}
