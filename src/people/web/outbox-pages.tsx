import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { At } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { NextPage } from '../../platform/ui/pager.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { Mail } from '../find-mails.ts'
import { peoplePaths } from '../paths.ts'

function MailState({ state }: { state: Mail['state'] }): JSX.Element {
  if (state === 'sent') return <Badge tone="good">Terkirim</Badge>
  if (state === 'failed') return <Badge tone="bad">Ditolak</Badge>
  return <Badge tone="quiet">Menunggu</Badge>
}

interface OutboxProps {
  frame: Frame
  mails: readonly Mail[]
  /** Address of the following page. */
  next: string | null
  /** Whether a mail server is connected. */
  leaves: boolean
}

/** All mails of this installation, the newest first. */
export function OutboxPage({ frame, mails, next, leaves }: OutboxProps): JSX.Element {
  return (
    <StaffPage frame={frame} title="Surat keluar">
      {!leaves && (
        <Notice tone="info" title="Server surel belum terhubung">
          Surat tidak dikirim dan dapat dibaca di sini. Isi SMTP_URL agar surat terkirim.
        </Notice>
      )}
      <Table
        caption="Surel yang ditulis Kentongan, yang terbaru lebih dahulu"
        columns={[
          { head: 'Perihal', cell: ({ id, subject }) => <a href={peoplePaths.mail.href({ id })}>{subject}</a> },
          { head: 'Kepada', cell: ({ recipient }) => recipient },
          { head: 'Ditulis', cell: ({ writtenAt }) => <At instant={writtenAt} /> },
          { head: 'Keadaan', cell: ({ state }) => <MailState state={state} /> },
        ]}
        rows={mails}
        empty={<Empty title="Belum ada surat">Undangan dan pemberitahuan akan tampak di sini.</Empty>}
      />
      {next !== null && <NextPage href={next} />}
    </StaffPage>
  )
}

export function MailPage({ frame, mail }: { frame: Frame; mail: Mail & { body: string } }): JSX.Element {
  const { subject, recipient, writtenAt, sentAt, failure, state, body } = mail
  return (
    <StaffPage frame={frame} title={subject}>
      <Facts
        items={[
          ['Kepada', recipient],
          ['Ditulis', <At instant={writtenAt} />],
          ['Terkirim', sentAt && <At instant={sentAt} />],
          ['Keadaan', <MailState state={state} />],
          ...(failure === null ? [] : ([['Jawaban server', failure]] as const)),
        ]}
      />
      <div class="letter">
        {body.split('\n').map((line, i) => (
          <p key={i}>{/^https?:\/\/\S+$/.test(line) ? <a href={line}>{line}</a> : line}</p>
        ))}
      </div>
      <p>
        <a href={peoplePaths.outbox.href()}>Kembali ke surat keluar</a>
      </p>
    </StaffPage>
  )
}
