import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Empty } from '../../platform/ui/empty.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import type { SocialAccount } from '../account.ts'
import { channelPaths } from '../paths.ts'
import type { PostPrices } from '../post-price.ts'
import type { PostInput } from '../post-text.ts'
import { PostForm } from './post-form.tsx'
import { Counting } from './post-weight.tsx'
import { type Source, SourceNotice } from './source-notice.tsx'

interface Props {
  frame: Frame
  accounts: readonly SocialAccount[]
  accountId: string
  input: PostInput
  prices: PostPrices
  messages: readonly (readonly [id: string, title: string])[]
  /** What is to be told in own words. */
  source: Source | null
  errors?: FieldErrors
}

export function NewPostPage({
  frame,
  accounts,
  accountId,
  input,
  prices,
  messages,
  source,
  errors,
}: Props): JSX.Element {
  const chosen = accounts.find(({ id }) => id === accountId) ?? accounts[0]
  return (
    <StaffPage frame={frame} title="Tulis siaran" islands={['post-weight']}>
      {source && <SourceNotice source={source} />}
      {accounts.length === 0 ? (
        <Empty title="Belum ada akun untuk menyiarkan">
          <p>
            Daftarkan akun X perangkat daerah di halaman <a href={channelPaths.accounts.href()}>Kanal</a> dahulu.
          </p>
        </Empty>
      ) : (
        <Counting.Provider value={{ platform: chosen?.platform ?? 'x', prices }}>
          <PostForm
            action={channelPaths.posts.href()}
            accounts={accounts}
            accountId={accountId}
            input={input}
            parts={Math.max(1, 1 + (input.rest?.length ?? 0))}
            messages={messages}
            errors={errors}
          />
        </Counting.Provider>
      )}
    </StaffPage>
  )
}
