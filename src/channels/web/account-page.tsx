import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At } from '../../platform/ui/at.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { accountStates, platforms, type SocialAccount, speaksToAll } from '../account.ts'
import type { NotedPost } from '../find-hand-posts.ts'
import type { Message } from '../find-messages.ts'
import type { StandingAccount } from '../find-standings.ts'
import type { HandPostInput } from '../hand-post.ts'
import type { Gap } from '../keep-gap.ts'
import { AccountActions, Connecting } from './account-connection.tsx'
import { HandPosts } from './hand-posts.tsx'
import { AccountBadge } from './state-badge.tsx'

interface Props {
  frame: Frame
  account: StandingAccount
  agency: string
  mayConnect: boolean
  /** Whether we ask the platform for what citizens wrote. */
  isLookedAt: boolean
  /** Whether we speak this platform ourselves. */
  isSpoken: boolean
  /** How to get into it again; null: not told, or not to this person. */
  recovery: string | null
  messages: readonly Message[]
  gaps: readonly Gap[]
  /** Posts noted by hand; null where none are noted. */
  handPosts: readonly NotedPost[] | null
  mayNote: boolean
  errors?: FieldErrors
  /** A post that was typed and refused. */
  noted?: HandPostInput
  noteErrors?: FieldErrors
}

/** `@dinkes_contoh`; an address or a number is no handle. */
const nameOf = ({ platform, handle }: SocialAccount): string =>
  platform === 'email' || platform === 'whatsapp' ? handle : `@${handle}`

export function AccountPage(props: Props): JSX.Element {
  const { frame, account, agency, mayConnect, isLookedAt, recovery, messages, gaps, handPosts, errors = {} } = props
  const platform = platforms[account.platform]
  // What is used by hand is never connected; that its access was lost is said all the same.
  const isSpoken = props.isSpoken || account.state === 'lost-access'
  return (
    <StaffPage
      frame={frame}
      title={nameOf(account)}
      actions={mayConnect && <AccountActions account={account} looked={isLookedAt} />}
    >
      {account.platform !== 'mastodon' &&
        Object.values(errors).map((words) => (
          <Notice key={words} tone="bad" title="Belum tersambung">
            <p>{words}</p>
          </Notice>
        ))}
      {account.state === 'needs-reconnecting' && (
        <Notice tone="warn" title="Akun ini perlu disambungkan lagi">
          <p>{platform} tidak lagi menerima izin yang tersimpan. Siaran dan jawaban menunggu sampai akun tersambung.</p>
        </Notice>
      )}
      {gaps.length > 0 && <Gaps account={account} gaps={gaps} />}
      <Facts
        items={[
          ['Perangkat daerah', agency],
          [
            'Kanal',
            <a href={account.url}>
              {platform}: {nameOf(account)}
            </a>,
          ],
          ['Keadaan', <AccountBadge standing={account.standing} />],
          ...(isSpoken
            ? ([
                [
                  'Sambungan',
                  <>
                    {accountStates[account.state]}, sejak <At instant={account.stateSince} />
                  </>,
                ],
              ] as const)
            : []),
          ...(speaksToAll(account.platform)
            ? ([['Hari tanpa siaran', account.daysWithoutPost ?? 'belum pernah ada siaran']] as const)
            : []),
          ['Pemegang akun', account.holder],
          ...(mayConnect ? ([['Kontak pemulihan', recovery]] as const) : []),
          ['Bukti kepemilikan', <Proof account={account} />],
          ...(isLookedAt
            ? ([
                ['Pesan terakhir diperiksa', account.polledAt && <At instant={account.polledAt} />],
                ['Kendala pemeriksaan', account.pollProblem],
              ] as const)
            : []),
        ]}
      />
      {mayConnect && <Connecting account={account} errors={errors} />}
      {handPosts && (
        <HandPosts
          accountId={account.id}
          posts={handPosts}
          mayNote={props.mayNote}
          input={props.noted}
          errors={props.noteErrors ?? {}}
        />
      )}
      <Section title="Pesan warga terbaru">
        <Table
          caption="Pesan kepada akun ini, terbaru di atas"
          rows={messages}
          columns={[
            { head: 'Isi', cell: (m) => (m.goneAs ? goneWords[m.goneAs] : m.text) },
            { head: 'Waktu', cell: (m) => <At instant={m.at} /> },
            { head: 'Cara menjawab', cell: (m) => <ReplyWay message={m} /> },
            { head: 'Tempat asal', cell: (m) => !m.goneAs && m.url && <a href={m.url}>Lihat</a> },
          ]}
          empty={<Empty title="Belum ada pesan">{whenMessagesCome(account, isLookedAt)}</Empty>}
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

function Proof({ account }: { account: SocialAccount }): JSX.Element {
  const { provenAt, provenBy, platform } = account
  if (provenAt === null) return <>belum ada</>
  const how = platform === 'email' ? 'surel uji sampai di sini' : 'masuk sebagai akun ini'
  return (
    <>
      {how}, <At instant={provenAt} />
      {provenBy && `, oleh ${provenBy}`}
    </>
  )
}

function whenMessagesCome({ platform, state }: SocialAccount, isLookedAt: boolean): string {
  if (platform === 'email') return 'Surel warga menjadi kasus begitu tiba, setelah alamat ini tersambung.'
  if (isLookedAt)
    return state === 'connected'
      ? 'Pesan warga diperiksa setiap menit.'
      : 'Pesan warga diperiksa setiap menit setelah akun tersambung.'
  return 'Pesan warga di kanal ini dicatat dengan tangan sebagai kasus baru.'
}
