import { path } from '../platform/http/paths.ts'

export const appointmentPaths = {
  appointments: path('/perangkat-daerah/:agency/jabatan'),
  appointment: path('/jabatan/:id'),
  reminder: path('/jabatan/:id/undangan'),
  unlocking: path('/jabatan/:id/pembukaan'),
  erasure: path('/jabatan/:id/penghapusan'),
  handover: path('/perangkat-daerah/:agency/serah-terima'),
  record: path('/serah-terima/:id'),
  delegations: path('/perangkat-daerah/:agency/delegasi'),
  delegationEnd: path('/delegasi/:id/pengakhiran'),
  alarms: path('/perangkat-daerah/peringatan'),
}
