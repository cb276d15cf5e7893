import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At } from '../../platform/ui/at.tsx'
import { PostButton } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { SocialAccount } from '../account.ts'
import type { Message } from '../find-messages.ts'
import type { Gap } from '../keep-gap.ts'
import { channelPaths } from '../paths.ts'
import { AccountBadge } from './state-badge.tsx'

interface Props {
  frame: Frame
  account: SocialAccount
  agency: string
  mayConnect: boolean
  messages: readonly Message[]
  gaps: readonly Gap[]
  errors?: FieldErrors
}

export function AccountPage({ frame, account, agency, mayConnect, messages, gaps, errors = {} }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title={`@${account.handle}`} actions={mayConnect && <Actions account={account} />}>
      {Object.values(errors).map((words) => (
        <Notice key={words} tone="bad" title="Belum tersambung">
          <p>{words}</p>
        </Notice>
      ))}
      {account.state === 'needs-reconnecting' && (
        <Notice tone="warn" title="Akun ini perlu disambungkan lagi">
          <p>X tidak lagi menerima izin yang tersimpan. Siaran dan jawaban menunggu sampai akun tersambung.</p>
        </Notice>
      )}
      {gaps.length > 0 && <Gaps account={account} gaps={gaps} />}
      <Facts
        items={[
          ['Perangkat daerah', agency],
          ['Kanal', <a href={account.url}>X: @{account.handle}</a>],
          ['Keadaan', <AccountBadge state={account.state} />],
          ['Sejak', <At instant={account.stateSince} />],
          ['Pemegang akun', account.holder],
          ['Sebutan terakhir diperiksa', account.polledAt && <At instant={account.polledAt} />],
          ['Kendala pemeriksaan', account.pollProblem],
        ]}
      />
      <Section title="Pesan warga terbaru">
        <Table
          caption="Pesan yang menyebut akun ini, terbaru di atas"
          rows={messages}
          columns={[
            { head: 'Isi', cell: (m) => (m.goneAs ? goneWords[m.goneAs] : m.text) },
            { head: 'Waktu', cell: (m) => <At instant={m.at} /> },
            { head: 'Cara menjawab', cell: (m) => <ReplyWay message={m} /> },
            { head: 'Tempat asal', cell: (m) => !m.goneAs && m.url && <a href={m.url}>Lihat</a> },
          ]}
          empty={<Empty title="Belum ada pesan">Sebutan warga diperiksa setiap menit setelah akun tersambung.</Empty>}
        />
      </Section>
    </StaffPage>
  )
}

const goneWords = {
  deleted: 'Dihapus oleh penulisnya.',
  hidden: 'Tidak lagi dapat dilihat: akun penulisnya dikunci atau ditangguhkan.',
} as const

/** X lets an account answer by itself only whom it was called by; others a person answers in X. */
function ReplyWay({ message }: { message: Message }): JSX.Element {
  if (message.goneAs) return <>Lewat kanal lain</>
  if (message.callable) return <>Dari sini</>
  return <a href={message.answerUrl}>Jawab di X</a>
}

/** What X no longer showed cannot be fetched any more: somebody must look. */
function Gaps({ account, gaps }: { account: SocialAccount; gaps: readonly Gap[] }): JSX.Element {
  return (
    <Notice tone="warn" title="Sebutan warga mungkin terlewat">
      <p>
        X hanya menampilkan 800 sebutan terakhir. Bukalah <a href={account.url}>@{account.handle} di X</a>, periksa
        sebutan pada waktu berikut, lalu catat yang belum ada sebagai kasus.
      </p>
      <ul>
        {gaps.map(({ from, to }) => (
          <li key={from.toISOString()}>
            <At instant={from} /> sampai <At instant={to} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Actions({ account }: { account: SocialAccount }): JSX.Element {
  const params = { id: account.id }
  const connected = account.state === 'connected'
  return (
    <>
      {connected && <PostButton action={channelPaths.looks.href(params)} label="Periksa sekarang" kind="main" />}
      <PostButton
        action={channelPaths.connections.href(params)}
        label={connected ? 'Sambungkan ulang' : 'Sambungkan ke X'}
        kind={connected ? 'plain' : 'main'}
      />
      {account.state !== 'lost-access' && (
        <PostButton action={channelPaths.losses.href(params)} label="Laporkan akses hilang" kind="quiet" />
      )}
    </>
  )
}
