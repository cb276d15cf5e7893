import type { Area } from '../platform/area.ts'
import { fillTurns } from './fill-turns.ts'
import { caseFollowers } from './follow-cases.ts'

export const figuresArea: Area = {
  name: 'figures',
  routes: [],
  jobs: [],
  schedules: [],
  seed: fillTurns,
  follows: caseFollowers,
}
