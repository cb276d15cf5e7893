import { path } from '../platform/http/paths.ts'

export const figurePaths = {
  figures: path('/kasus/angka'),
  list: path('/kasus/angka/daftar'),
  file: path('/kasus/angka/daftar.csv'),
}
