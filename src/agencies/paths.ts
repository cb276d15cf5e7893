import { path } from '../platform/http/paths.ts'

export const agencyPaths = {
  register: path('/perangkat-daerah'),
  agency: path('/perangkat-daerah/:id'),
}
