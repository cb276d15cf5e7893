import { path } from '../platform/http/paths.ts'

export const auditPaths = {
  trail: path('/pengaturan/jejak'),
  trailExport: path('/pengaturan/jejak/ekspor'),
  ownData: path('/pengaturan/data-saya'),
  ownDataExport: path('/pengaturan/data-saya/ekspor'),
}
