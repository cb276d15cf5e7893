/** A picture in the store; its files are at `pictureFile(id, width)`. */
export interface Picture {
  id: string
  /** Empty: decoration. */
  alt: string
  width: number
  height: number
  widths: readonly number[]
  /** Somebody must still write the words; absent when they are there. */
  wordless?: true
}

export const pictureFile = (id: string, width: number): string => `${id}-${width}.webp`
