import { path } from '../platform/http/paths.ts'

export const calendarPaths = {
  calendar: path('/pengaturan/kalender'),
  holidays: path('/pengaturan/kalender/libur'),
  holidayYears: path('/pengaturan/kalender/tahun'),
}
