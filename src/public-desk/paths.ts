import { path } from '../platform/http/paths.ts'

export const publicDeskPaths = {
  report: path('/lapor'),
  follow: path('/lapor/:ticket'),
}
