import { path } from '../platform/http/paths.ts'

export const calendarPaths = {
  calendar: path('/pengaturan/kalender'),
  holidays: path('/pengaturan/kalender/libur'),
  decrees: path('/pengaturan/kalender/keputusan'),
  decree: path('/pengaturan/kalender/keputusan/:id'),
  decreeConfirmation: path('/pengaturan/kalender/keputusan/:id/penetapan'),
  decreeDiscard: path('/pengaturan/kalender/keputusan/:id/pembuangan'),
  hours: path('/pengaturan/kalender/jam-kerja'),
  calendarHours: path('/pengaturan/kalender/jam-kerja/:calendar'),
  hoursWithdrawal: path('/pengaturan/kalender/jam-kerja/:calendar/:id/pencabutan'),
  agencyCalendars: path('/pengaturan/kalender/perangkat-daerah'),
}
