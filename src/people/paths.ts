import { path } from '../platform/http/paths.ts'

export const peoplePaths = {
  signIn: path('/masuk'),
  signOut: path('/keluar'),
  signOutEverywhere: path('/keluar/semua'),
}
