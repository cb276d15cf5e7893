/** Thrown where a count would need the days off of a year that no decree has set: working time is never guessed. */
export class UnknownYear extends Error {
  override name = 'UnknownYear'
  readonly year: number

  constructor(year: number) {
    super(`The days off of ${year} are not decreed in this calendar, so working time there is not known.`)
    this.year = year
  }
}
