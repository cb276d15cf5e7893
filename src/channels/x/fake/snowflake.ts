/** X counts milliseconds from here. */
const epoch = 1_288_834_974_657n

/** The id X would give out at this instant: 41 bits of time, 22 for machine and sequence. Always above `last`. */
export function snowflake(at: Date, last: string): string {
  const first = (BigInt(at.getTime()) - epoch) << 22n
  const next = BigInt(last) + 1n
  return String(first > next ? first : next)
}

/** Compares two ids of any length as the numbers they are. */
export const newer = (a: { id: string }, b: { id: string }): number => {
  const difference = BigInt(b.id) - BigInt(a.id)
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}
