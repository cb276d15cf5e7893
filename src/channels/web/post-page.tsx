import type { ComponentChildren, JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At } from '../../platform/ui/at.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { type AccountState, platforms } from '../account.ts'
import { adapterOf } from '../adapters.ts'
import type { NearCopy } from '../find-near-copies.ts'
import { channelPaths } from '../paths.ts'
import { type Post, themes } from '../post.ts'
import { costOf, inDollars, type PostPrices } from '../post-price.ts'
import { type ApprovalSteps, rolesInWords } from '../post-review.ts'
import type { PostInput } from '../post-text.ts'
import { type Possible, PostActions } from './post-actions.tsx'
import { PostDesk } from './post-desk.tsx'
import { PostPreview } from './post-preview.tsx'
import { Counting } from './post-weight.tsx'
import { PostBadge } from './state-badge.tsx'

/** Which form of the page came back, with what was typed. */
export type Typed =
  | { form: 'change'; input: PostInput }
  | { form: 'return'; reason: string }
  | { form: 'picture'; alt: string; decorative: boolean }
  | { form: 'reschedule'; scheduledFor: string }

export interface PostPageProps {
  frame: Frame
  post: Post
  thread: readonly Post[]
  possible: Possible
  steps: ApprovalSteps
  prices: PostPrices
  nearCopies: readonly NearCopy[]
  accountState: AccountState
  /** National messages to choose from. */
  messages: readonly (readonly [id: string, title: string])[]
  /** How many posts the form has room for. */
  parts: number
  now: Date
  typed?: Typed
  errors?: FieldErrors
}

export function PostPage(props: PostPageProps): JSX.Element {
  const { frame, post, thread, possible, prices, typed, errors = {} } = props
  const title = post.purpose === 'answer' ? `Jawaban @${post.handle}` : `Siaran @${post.handle}`
  const unsent = thread.filter(({ part }) => part >= post.part)
  return (
    <StaffPage
      frame={frame}
      title={title}
      islands={['post-weight']}
      actions={<PostActions post={post} possible={possible} now={props.now} />}
    >
      {!typed &&
        Object.values(errors).map((words) => (
          <Notice key={words} tone="bad" title="Belum dapat diproses">
            <p>{words}</p>
          </Notice>
        ))}
      <Notices {...props} />
      <Facts items={facts(props)} />
      <Section title="Isi">
        {thread.map((one) => (
          <PostPreview
            key={one.id}
            post={one}
            prices={prices}
            of={thread.length}
            version={possible.change && unsent.includes(one) ? post.version : null}
          />
        ))}
      </Section>
      <Counting.Provider value={{ platform: post.platform, prices }}>
        <PostDesk {...props} unsent={unsent} errors={errors} />
      </Counting.Provider>
    </StaffPage>
  )
}

function Notices({ post, possible, nearCopies, accountState }: PostPageProps): JSX.Element {
  const bad = ['refused', 'not-sent', 'held'].includes(post.state)
  const planned = ['draft', 'in-review', 'approved', 'held'].includes(post.state) && post.purpose !== 'answer'
  return (
    <>
      {post.reason && (
        <Notice tone={bad ? 'bad' : 'warn'} title="Catatan">
          <p>{post.reason}</p>
          {post.state === 'not-sent' && !possible.sendAgain && <p>Pemeriksa dapat mengirimnya lagi tanpa perubahan.</p>}
          {post.state === 'held' && !possible.decide && (
            <p>
              Pemeriksa atau kepala yang bukan penulisnya memutuskan: dikirim sekarang, dijadwalkan lagi, atau batal.
            </p>
          )}
          {post.byHandUrl && <ButtonLink href={post.byHandUrl}>Jawab langsung di X</ButtonLink>}
        </Notice>
      )}
      {planned && accountState !== 'connected' && (
        <Notice tone="warn" title="Akun belum tersambung ke X">
          <p>
            Siaran ini baru dapat dikirim setelah{' '}
            <a href={channelPaths.account.href({ id: post.accountId })}>akunnya tersambung</a>. Bila waktunya terlewat,
            siaran ditahan dan diputuskan orang.
          </p>
        </Notice>
      )}
      {nearCopies.length > 0 && <NearCopies copies={nearCopies} />}
      {post.emergencyReason && !post.emergencyCheckedBy && (
        <Notice tone="warn" title="Dikirim tanpa persetujuan">
          <p>Seseorang yang tidak menulis atau mengirimnya masih perlu memeriksa siaran ini.</p>
        </Notice>
      )}
    </>
  )
}

function NearCopies({ copies }: { copies: readonly NearCopy[] }): JSX.Element {
  return (
    <Notice tone="warn" title="Hampir sama dengan siaran akun lain">
      <p>X melarang teks yang sama atau hampir sama dari beberapa akun. Tulislah dengan kata-kata sendiri.</p>
      <ul>
        {copies.map(({ handle, url, percent }) => (
          <li key={`${handle} ${url}`}>
            {url ? <a href={url}>@{handle}</a> : `@${handle}, belum terbit`}: {percent} % pasangan kata sama
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function facts({ post, thread, steps, prices }: PostPageProps): [string, ComponentChildren][] {
  const cost = thread.reduce(
    (sum, { text, pictures }) => sum + costOf(text, pictures.filter(({ alt }) => alt !== '').length, prices),
    0,
  )
  const due = post.state === 'approved' ? post.dueAt : null
  const all: ([string, ComponentChildren] | false)[] = [
    ['Keadaan', <PostBadge state={post.state} dueAt={post.scheduledFor && due} />],
    ['Sejak', <At instant={post.stateSince} />],
    post.scheduledFor !== null && ['Jadwal kirim', <At instant={post.scheduledFor} />],
    post.embargoUntil !== null && ['Embargo sampai', <At instant={post.embargoUntil} />],
    post.purpose !== 'answer' && ['Tema', post.theme && themes[post.theme]],
    post.purpose !== 'answer' && adapterOf(post.platform).billed && ['Perkiraan biaya', `${inDollars(cost)} dolar`],
    ['Penulis', post.authorName],
    post.purpose !== 'answer' && ['Persetujuan', <Approvals post={post} steps={steps} />],
    post.emergencyReason !== null && ['Dikirim darurat', `${post.emergencyBy}: ${post.emergencyReason}`],
    post.emergencyCheckedBy !== null && ['Diperiksa sesudahnya oleh', post.emergencyCheckedBy],
    post.newsUrl !== null && ['Mengumumkan', <a href={post.newsUrl}>{post.newsUrl}</a>],
    post.announcementId !== null && [
      'Menindaklanjuti',
      <a href={channelPaths.announcement.href({ id: post.announcementId })}>Pengumuman kota</a>,
    ],
    post.nationalMessageId !== null && [
      'Bersumber dari',
      <a href={channelPaths.nationalMessage.href({ id: post.nationalMessageId })}>Narasi nasional</a>,
    ],
    ['Terbit', post.publishedAt && <At instant={post.publishedAt} />],
    [`Di ${platforms[post.platform]}`, post.url && <a href={post.url}>{post.url}</a>],
  ]
  return all.filter((one) => one !== false)
}

function Approvals({ post, steps }: { post: Post; steps: ApprovalSteps }): JSX.Element {
  if (post.emergencyReason !== null) return <>Tidak ada: dikirim darurat</>
  if (post.approvals.length === 0 && post.approverName) return <>{post.approverName}</>
  return (
    <ol class="steps">
      {steps.map((step, i) => (
        <li key={i}>
          {post.approvals[i] ? `Disetujui ${post.approvals[i].personName}` : `Menunggu ${rolesInWords(step)}`}
        </li>
      ))}
    </ol>
  )
}
