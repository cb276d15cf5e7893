import type { JSX } from 'preact'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'
import { type Standing, standings, standingTones } from '../account-standing.ts'
import { type PostState, postStates } from '../post.ts'

const postTones: Readonly<Record<PostState, Tone>> = {
  draft: 'quiet',
  'in-review': 'info',
  approved: 'info',
  sending: 'info',
  published: 'good',
  refused: 'bad',
  unconfirmed: 'warn',
  'not-sent': 'bad',
  waits: 'quiet',
  held: 'bad',
  cancelled: 'quiet',
}

export const AccountBadge = ({ standing }: { standing: Standing }): JSX.Element => (
  <Badge tone={standingTones[standing]}>{standings[standing]}</Badge>
)

/** `dueAt` of a post whose time is still to come. */
export const PostBadge = ({ state, dueAt }: { state: PostState; dueAt?: Date | null }): JSX.Element => (
  <Badge tone={postTones[state]}>{state === 'approved' && dueAt ? 'Terjadwal' : postStates[state]}</Badge>
)
