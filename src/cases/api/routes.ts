import { casesApi } from './case-routes.ts'
import { rulesApi } from './rule-routes.ts'

export const caseApi = [...casesApi, ...rulesApi]
