import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Empty } from '../../platform/ui/empty.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import type { SocialAccount } from '../account.ts'
import { channelPaths } from '../paths.ts'
import type { PostInput } from '../post.ts'
import { PostForm } from './post-form.tsx'

interface Props {
  frame: Frame
  accounts: readonly SocialAccount[]
  accountId: string
  input: PostInput
  errors?: FieldErrors
}

export function NewPostPage({ frame, accounts, accountId, input, errors }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title="Tulis siaran">
      {accounts.length === 0 ? (
        <Empty title="Belum ada akun untuk menyiarkan">
          <p>
            Daftarkan akun X perangkat daerah di halaman <a href={channelPaths.accounts.href()}>Kanal</a> dahulu.
          </p>
        </Empty>
      ) : (
        <PostForm
          action={channelPaths.posts.href()}
          accounts={accounts}
          accountId={accountId}
          input={input}
          errors={errors}
        />
      )}
    </StaffPage>
  )
}
