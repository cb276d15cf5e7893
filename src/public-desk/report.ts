import type { Agency } from '../agencies/agency.ts'
import { type CaseKind, isCaseKind } from '../cases/case.ts'
import type { Whereabouts } from '../cases/open-case.ts'
import type { FieldErrors } from '../platform/refusal.ts'
import { isInCity, readPosition, withoutPosition } from './map-position.ts'

/** What a citizen wrote into the form, as it was sent. */
export interface ReportInput {
  text: string
  /** An urban village, or a district where the village is not known; '' for neither. */
  region: string
  place: string
  contact: string
  agencyId: string
  kind: string
  anonymous: boolean
  secret: boolean
  mails: boolean
  /** Files that came with an earlier try, by their tokens. */
  held: readonly string[]
}

export const emptyReport: ReportInput = {
  text: '',
  region: '',
  place: '',
  contact: '',
  agencyId: '',
  kind: 'complaint',
  anonymous: false,
  secret: false,
  mails: false,
  held: [],
}

/** Kinds in the citizen's words; triage decides. */
export const kindsOfCitizen: readonly (readonly [CaseKind, string])[] = [
  ['complaint', 'Pengaduan'],
  ['suggestion', 'Saran'],
  ['inquiry', 'Pertanyaan'],
  ['aspiration', 'Aspirasi'],
]

export const kindOf = ({ kind }: ReportInput): CaseKind => (isCaseKind(kind) ? kind : 'complaint')

/** Where the matter lies, as the case keeps it; the words without the position. Errors under `region` and `place`. */
export function readPlace(
  { region, place }: Pick<ReportInput, 'region' | 'place'>,
  agencies: readonly Agency[],
): { place: string; where: Whereabouts; errors: FieldErrors } {
  const chosen = agencies.find(({ id, kind }) => id === region && (kind === 'district' || kind === 'subdistrict'))
  const position = readPosition(place)
  const outside = position !== null && !isInCity(position)
  const where = {
    districtId: chosen?.kind === 'district' ? chosen.id : (chosen?.parentId ?? null),
    subdistrictId: chosen?.kind === 'subdistrict' ? chosen.id : null,
    ...(position && !outside && position),
  }
  const errors = {
    ...(region !== '' && !chosen && { region: 'Pilih kelurahan dari daftar, atau kosongkan.' }),
    ...(outside && {
      place:
        'Posisi peta ini di luar Kota Bekasi. Periksa angkanya (misalnya -6.2383, 106.9756), atau tulis alamatnya.',
    }),
  }
  return { place: position && !outside ? withoutPosition(place) : place, where, errors }
}

/** Urban villages by their district, for a list that needs no script. */
export function regionGroups(agencies: readonly Agency[]): { label: string; options: [string, string][] }[] {
  return agencies
    .filter(({ kind }) => kind === 'district')
    .map((district) => ({
      label: district.name,
      options: [
        ...agencies
          .filter(({ kind, parentId }) => kind === 'subdistrict' && parentId === district.id)
          .map(({ id, name }): [string, string] => [id, name]),
        [district.id, `${district.name}, kelurahan tidak tahu`],
      ],
    }))
}
