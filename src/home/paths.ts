import { path } from '../platform/http/paths.ts'

export const homePaths = { front: path('/'), home: path('/beranda'), settings: path('/pengaturan') }
