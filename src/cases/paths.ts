import { path } from '../platform/http/paths.ts'

export const casePaths = {
  inbox: path('/kasus'),
  case: path('/kasus/:ticket'),
  answers: path('/kasus/:ticket/jawaban'),
  classification: path('/kasus/:ticket/klasifikasi'),
  passage: path('/kasus/:ticket/penerusan'),
  closure: path('/kasus/:ticket/penutupan'),
  reporter: path('/kasus/:ticket/pelapor'),
  report: path('/lapor'),
  follow: path('/lapor/:ticket'),
  rules: path('/pengaturan/kalender/batas-waktu'),
}
