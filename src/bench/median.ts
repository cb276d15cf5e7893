/** The middle one; of an even number the lower of the two in the middle. Zero of none. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0

/** Runs every contender once a round, so that what the machine does besides hits all of them alike. */
export async function rounds<Name extends string>(
  count: number,
  contenders: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(contenders) as Name[]
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < count; round++)
    for (const name of names) measured.get(name)?.push(await contenders[name]())
  return Object.fromEntries(names.map((name) => [name, median(measured.get(name) ?? [])])) as Record<Name, number>
}
