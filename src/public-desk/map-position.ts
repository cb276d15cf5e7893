export interface Position {
  latitude: number
  longitude: number
}

/** Around Kota Bekasi (and a little beyond its border), in degrees: whoever types a position elsewhere mistyped it. */
const city = { south: -6.42, north: -6.14, west: 106.87, east: 107.07 }

const number = String.raw`(-?\d{1,3}[.,]\d{2,15})`
/** As maps write it: `@-6.2,106.9`, `q=`, `!3d..!4d..`, `mlat=..&mlon=..`, `map=17/-6.2/106.9`, `geo:`. */
const forms = [
  new RegExp(`!3d${number}!4d${number}`),
  new RegExp(`mlat=${number}&mlon=${number}`),
  new RegExp(String.raw`map=\d{1,2}\/${number}\/${number}`),
  new RegExp(String.raw`${number}\s{0,3}°?\s{0,3}(?:LS|S)?\s{0,3}(?:,|;|%2C|\s|\/)\s{0,3}${number}`, 'i'),
]

/** A position somebody typed or pasted as a map's address; null when the text holds none. */
export function readPosition(text: string): Position | null {
  const found = forms.map((form) => form.exec(text)).find((match) => match !== null)
  if (!found) return null
  const [one = 0, other = 0] = found.slice(1).map((part) => Number(part.replace(',', '.')))
  const south = /\b(LS|S)\b/i.test(found[0]) && one > 0 ? -one : one
  if (isInCountry(south, other)) return { latitude: south, longitude: other }
  return isInCountry(other, one) ? { latitude: other, longitude: one } : null
}

/** Indonesia, and as far north of the equator where a sign was forgotten: other pairs of numbers are no position. */
const isInCountry = (latitude: number, longitude: number): boolean =>
  Math.abs(latitude) <= 11.1 && longitude >= 94 && longitude <= 142

export const isInCity = ({ latitude, longitude }: Position): boolean =>
  latitude >= city.south && latitude <= city.north && longitude >= city.west && longitude <= city.east

/** What the text says besides the position; a bare position or map address says nothing. */
export function withoutPosition(text: string): string {
  const rest = text
    .replace(/(?:https?:\/\/|geo:)\S+/g, '')
    .replace(forms.at(-1) ?? '', '')
    .replace(/\s+/g, ' ')
    .trim()
  return /\p{L}{2}/u.test(rest) ? rest : ''
}
