import { path } from '../platform/http/paths.ts'

export const reportPaths = {
  reports: path('/laporan'),
  report: path('/laporan/:agency/:month'),
  opening: path('/laporan/:agency/:month/pembukaan'),
  obstacles: path('/laporan/:agency/:month/kendala'),
  submission: path('/laporan/:agency/:month/pengajuan'),
  approval: path('/laporan/:agency/:month/persetujuan'),
  receipt: path('/laporan/:agency/:month/penerimaan'),
  returning: path('/laporan/:agency/:month/pengembalian'),
  acceptance: path('/laporan/:agency/:month/pengesahan'),
  /** `laporan.pdf`, `laporan.xlsx` or `laporan.json`. */
  reportFile: path('/laporan/:agency/:month/:file'),
  recaps: path('/rekapitulasi'),
  recap: path('/rekapitulasi/:month'),
  forwarding: path('/rekapitulasi/:month/penerusan'),
  /** `rekapitulasi.pdf`, `rekapitulasi.xlsx` or `rekapitulasi.json`. */
  recapFile: path('/rekapitulasi/:month/:file'),
}
