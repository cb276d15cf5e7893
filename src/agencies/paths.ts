import { path } from '../platform/http/paths.ts'

export const agencyPaths = {
  /** `?q=` searches, `?jenis=` narrows, `?tanggal=` shows the register of that day. */
  register: path('/perangkat-daerah'),
  addition: path('/perangkat-daerah/baru'),
  export: path('/perangkat-daerah/ekspor'),
  imports: path('/perangkat-daerah/impor'),
  import: path('/perangkat-daerah/impor/:import'),
  /** `?tanggal=` shows it as it was on that day. */
  agency: path('/perangkat-daerah/:id'),
  change: path('/perangkat-daerah/:id/perubahan'),
  /** `?sejak=` names the record by its first day. */
  correction: path('/perangkat-daerah/:id/pembetulan'),
  withdrawal: path('/perangkat-daerah/:id/pencabutan'),
  closure: path('/perangkat-daerah/:id/penutupan'),
  endCorrection: path('/perangkat-daerah/:id/pembetulan-akhir'),
  merger: path('/perangkat-daerah/:id/penggabungan'),
  split: path('/perangkat-daerah/:id/pemekaran'),
}
