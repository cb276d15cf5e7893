import { path } from '../platform/http/paths.ts'

export const agencyPaths = {
  register: path('/perangkat-daerah'),
  agency: path('/perangkat-daerah/:id'),
  signIn: path('/masuk'),
  signOut: path('/keluar'),
  signOutEverywhere: path('/keluar/semua'),
}
