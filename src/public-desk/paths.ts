import { path } from '../platform/http/paths.ts'

export const publicDeskPaths = {
  report: path('/lapor'),
  published: path('/lapor/terjawab'),
  publishedOne: path('/lapor/terjawab/:id'),
  follow: path('/lapor/:ticket'),
  own: path('/lapor/:ticket/:key'),
  words: path('/lapor/:ticket/:key/pesan'),
  reopening: path('/lapor/:ticket/:key/pembukaan-kembali'),
  rating: path('/lapor/:ticket/:key/penilaian'),
  mails: path('/lapor/:ticket/:key/kabar'),
  contact: path('/lapor/:ticket/:key/kontak'),
  file: path('/lapor/:ticket/:key/berkas/:id'),
  publication: path('/kasus/:ticket/publikasi'),
  publicationEnd: path('/kasus/:ticket/publikasi/penarikan'),
}
