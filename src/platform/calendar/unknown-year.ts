/** Thrown where a count would need the days off of a year that no decree has set: working time is never guessed. */
export class UnknownYear extends Error {
  override name = 'UnknownYear'
  readonly year: number

  constructor(year: number) {
    super(`Hari libur tahun ${year} belum ditetapkan: kalender kerja tidak memuat keputusannya.`)
    this.year = year
  }
}
