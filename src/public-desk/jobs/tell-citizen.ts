import { job } from '../../platform/queue/queue.ts'
import { tellCitizen } from '../tell-citizen.ts'

export const tellCitizenJob = job<{ caseId: string; at: string }>({
  name: 'tell-citizen',
  run: (ctx, told) => tellCitizen(ctx, told),
})
