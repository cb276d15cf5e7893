/**
 * What other systems call a case: its number in the office register, `DINKES-2026-000042`. The citizen's tracking code
 * stays with the citizen: whoever has it may add to the case and rate the answer.
 */
export interface RegisterNumber {
  agencyId: string
  year: number
  number: number
}

export const publicId = ({ agencyId, year, number }: RegisterNumber): string =>
  `${agencyId.toUpperCase()}-${year}-${String(number).padStart(6, '0')}`

/** Null for what can be none. */
export function readPublicId(text: string): RegisterNumber | null {
  const [, agency = '', year = '', number = ''] = /^([A-Za-z0-9-]{1,80})-(\d{4})-(\d{1,9})$/.exec(text.trim()) ?? []
  return agency === '' ? null : { agencyId: agency.toLowerCase(), year: Number(year), number: Number(number) }
}
