/** Kinds of agency, as the law names them (Perda Kota Bekasi 7/2016), with the word on the screen. */
export const agencyKinds = {
  secretariat: 'Sekretariat',
  inspectorate: 'Inspektorat',
  department: 'Dinas',
  unit: 'Satuan',
  board: 'Badan',
  hospital: 'RSUD',
  district: 'Kecamatan',
  subdistrict: 'Kelurahan',
} as const

export type AgencyKind = keyof typeof agencyKinds

/** An agency (Perangkat Daerah) as it was on one day. */
export interface Agency {
  /** Known by id, never by name: names change. */
  id: string
  name: string
  abbreviation: string
  kind: AgencyKind
  parentId: string | null
  /** Kemendagri code of a district or urban village, like `32.75.01`. */
  regionCode: string | null
  /** Host name of its public site, without scheme. */
  host: string | null
}

/** One of the 43 that owe a report: hospitals and urban villages are counted with their parent. */
export const isReporting = (agency: Pick<Agency, 'kind'>): boolean =>
  agency.kind !== 'hospital' && agency.kind !== 'subdistrict'
