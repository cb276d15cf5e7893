import { waysToWrite } from './search-words.ts'

/** What is compared of two reports. */
export interface Compared {
  stems: readonly string[]
  districtId: string | null
  subdistrictId: string | null
  latitude: number | null
  longitude: number | null
}

/** From here on two reports are offered as likely the same matter. */
export const likely = 0.5

/** What the shorter of two reports must weigh at least: some four words that are not in every twentieth report. */
const shortest = 12

/**
 * How likely two reports tell of one matter, 0 to 1. Text: the weight of the words they share against that of the shorter
 * one (overlap coefficient), each word by how rare it is: "lampu" says little, "Kenanga" much. Place: the same urban village
 * or a position within 300 m speaks for it, two known and different ones against it.
 */
export function likeness(a: Compared, b: Compared, shareOf: (stem: string) => number): number {
  const weigh = (stems: readonly string[]): number =>
    stems.reduce((sum, stem) => sum + Math.log(1 + 1 / Math.max(shareOf(stem), 1e-5)), 0)
  const [ours, theirs] = [written(a.stems), written(b.stems)]
  const shared = ours.filter((stem) => theirs.includes(stem))
  // One word in common is chance, whatever it is.
  if (shared.length < 2) return 0
  const text = weigh(shared) / Math.max(shortest, Math.min(weigh(ours), weigh(theirs)))
  return Math.max(0, Math.min(1, text + place(a, b)))
}

/** One way to write each word. */
const written = (stems: readonly string[]): string[] => [...new Set(stems.map((stem) => waysToWrite(stem)[0] ?? stem))]

function place(a: Compared, b: Compared): number {
  const apart = metresApart(a, b)
  if (apart !== null) return apart < 300 ? 0.2 : apart < 2_000 ? 0 : -0.3
  if (a.subdistrictId !== null && b.subdistrictId !== null) return a.subdistrictId === b.subdistrictId ? 0.1 : -0.2
  if (a.districtId !== null && b.districtId !== null) return a.districtId === b.districtId ? 0.05 : -0.2
  return 0
}

/** On a plane: right to a metre within a city. Null where one position is unknown. */
function metresApart(a: Compared, b: Compared): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null
  const perDegree = 111_320
  const north = (a.latitude - b.latitude) * perDegree
  const east = (a.longitude - b.longitude) * perDegree * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}
