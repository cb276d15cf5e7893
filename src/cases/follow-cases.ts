import type { Area } from '../platform/area.ts'
import type { Follower } from '../platform/events.ts'
import { indexCases } from './data/search-rows.ts'

/** Acts that change what a case says, whose it is, or whether it waits. */
const searched = [
  'case.opened',
  'case.message-added',
  'case.message-changed',
  'case.message-blanked',
  'case.reopened',
  'case.passed-on',
  'case.triaged',
  'case.answered',
  'case.answer-published',
  'case.closed',
  'case.merged',
  'case.took-in',
  'case.gave-back',
  'case.split',
  'case.split-off',
]

const index: Follower = (ctx, events) => indexCases(ctx, [...new Set(events.map(({ id }) => id))])

/** The index of the search is part of each change: whoever saved something finds it. */
export const followCases: NonNullable<Area['follows']> = Object.fromEntries(searched.map((action) => [action, index]))
