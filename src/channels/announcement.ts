import type { FieldErrors } from '../platform/refusal.ts'

/** What an agency makes of an announcement of another one. */
export const taskStates = {
  open: 'Belum ditindaklanjuti',
  written: 'Ditulis dengan kata sendiri',
  reposted: 'Dibagikan ulang di X',
  declined: 'Tidak relevan',
} as const
export type TaskState = keyof typeof taskStates

/** A broadcast of one account that other agencies make known too. */
export interface Announcement {
  id: string
  postId: string
  agencyId: string
  handle: string
  text: string
  url: string | null
  points: string
  untilDay: string
  authorName: string
  createdAt: Date
}

export interface AnnouncementTask {
  agencyId: string
  agency: string
  state: TaskState
  postId: string | null
  note: string | null
  personName: string | null
  doneAt: Date | null
}

export interface AnnouncementInput {
  points: string
  untilDay: string
  agencyIds: readonly string[]
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

export function refuseAnnouncement({ points, untilDay, agencyIds }: AnnouncementInput, today: string): FieldErrors {
  const errors: FieldErrors = {}
  if (points === '') errors.points = 'Tuliskan pokok yang tidak boleh hilang.'
  if (points.length > 2000) errors.points = 'Paling banyak 2.000 huruf.'
  if (!isDay(untilDay)) errors.untilDay = 'Pilih hari terakhir.'
  else if (untilDay < today) errors.untilDay = 'Hari ini sudah lewat. Pilih hari lain.'
  if (agencyIds.length === 0) errors.agencyIds = 'Pilih paling sedikit satu perangkat daerah.'
  return errors
}
