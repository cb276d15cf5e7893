import type { JSX } from 'preact'
import { auditPaths } from '../../audit/paths.ts'
import { calendarPaths } from '../../calendar/paths.ts'
import { casePaths } from '../../cases/paths.ts'
import { peoplePaths } from '../../people/paths.ts'
import type { Frame } from '../../platform/http/route.ts'
import { Facts } from '../../platform/ui/facts.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'

/** Address, words, what is there, and the action that opens it; null is open to all who are signed in. */
const entries: readonly (readonly [href: string, label: string, about: string, action: string | null])[] = [
  [peoplePaths.account.href(), 'Akun saya', 'Kata sandi, kunci sandi, faktor kedua, dan perangkat yang masuk.', null],
  [calendarPaths.calendar.href(), 'Kalender kerja', 'Hari libur dan jam kerja.', 'calendar.read'],
  [casePaths.rules.href(), 'Batas waktu', 'Batas waktu layanan dalam hari kerja, beserta dasarnya.', 'calendar.read'],
  [
    casePaths.approvalRule.href(),
    'Persetujuan jawaban',
    'Apakah jawaban kepada warga disetujui orang kedua.',
    'case.answer',
  ],
  [casePaths.savedAnswers.href(), 'Jawaban tersimpan', 'Teks yang dipakai berulang untuk menjawab warga.', 'case.work'],
  [auditPaths.trail.href(), 'Jejak kerja', 'Siapa melakukan apa, dan kapan.', 'event.read'],
  [auditPaths.ownData.href(), 'Data saya', 'Semua yang disimpan tentang Anda.', null],
  [peoplePaths.outbox.href(), 'Surat keluar', 'Surel yang dikirim atau menunggu dikirim.', 'mail.read'],
]

export function SettingsPage({ frame }: { frame: Frame }): JSX.Element {
  const open = entries.filter(([, , , action]) => action === null || frame.may(action))
  return (
    <StaffPage frame={frame} title="Pengaturan">
      <Facts
        items={open.map(
          ([href, label, about]) =>
            [
              label,
              <a key={href} href={href}>
                {about}
              </a>,
            ] as const,
        )}
      />
    </StaffPage>
  )
}
