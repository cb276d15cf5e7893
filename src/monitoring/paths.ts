import { path } from '../platform/http/paths.ts'

export const monitoringPaths = {
  websites: path('/pemantauan'),
  register: path('/pemantauan/baru'),
  website: path('/pemantauan/:website'),
  scans: path('/pemantauan/:website/pindai'),
  monitoring: path('/pemantauan/:website/pengaturan'),
}
