/** A number of the office register as it is written: `000042/DINKES/2026`. */
export const registerText = (of: {
  register_number: number
  register_agency_id: string
  register_year: number
}): string =>
  `${String(of.register_number).padStart(6, '0')}/${of.register_agency_id.toUpperCase()}/${of.register_year}`
