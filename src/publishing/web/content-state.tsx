import type { JSX } from 'preact'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'
import { type Content, type ContentState, contentStates } from '../content.ts'

const tones: Readonly<Record<ContentState, Tone>> = {
  draft: 'quiet',
  'in-review': 'warn',
  published: 'good',
  removed: 'bad',
}

/** State of an item in one badge; whether the public sees an earlier version meanwhile, in another. */
export function StateBadge({ content }: { content: Pick<Content, 'state' | 'revisionId'> }): JSX.Element {
  const { state, revisionId } = content
  return (
    <>
      <Badge tone={tones[state]}>{contentStates[state]}</Badge>
      {revisionId !== null && state !== 'published' && (
        <>
          {' '}
          <Badge tone="good">Versi lama masih terbit</Badge>
        </>
      )}
    </>
  )
}
