import type { JSX } from 'preact'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'
import { type AccountState, accountStates } from '../account.ts'
import { type PostState, postStates } from '../post.ts'

const accountTones: Readonly<Record<AccountState, Tone>> = {
  active: 'quiet',
  connected: 'good',
  'needs-reconnecting': 'warn',
  'lost-access': 'bad',
}

const postTones: Readonly<Record<PostState, Tone>> = {
  draft: 'quiet',
  'in-review': 'info',
  approved: 'info',
  sending: 'info',
  published: 'good',
  refused: 'bad',
  unconfirmed: 'warn',
  'not-sent': 'bad',
}

export const AccountBadge = ({ state }: { state: AccountState }): JSX.Element => (
  <Badge tone={accountTones[state]}>{accountStates[state]}</Badge>
)

export const PostBadge = ({ state }: { state: PostState }): JSX.Element => (
  <Badge tone={postTones[state]}>{postStates[state]}</Badge>
)
