import type { JSX } from 'preact'
import { mediaPaths } from '../paths.ts'
import { type Picture, pictureFile } from '../picture.ts'

/** Address of one size of a picture: the smallest that is at least so wide, or the largest there is. */
export const pictureHref = ({ id, widths }: Picture, wanted: number): string =>
  mediaPaths.file.href({ file: pictureFile(id, widths.find((width) => width >= wanted) ?? widths.at(-1) ?? wanted) })

/** A picture in the sizes we have; `sizes` says how wide it is shown. `late` waits until it comes into sight. */
export function PictureImage(props: { picture: Picture; sizes: string; late?: boolean }): JSX.Element {
  const { picture, sizes, late } = props
  const { id, alt, width, height, widths } = picture
  return (
    <img
      src={pictureHref(picture, 480)}
      srcset={widths.map((one) => `${mediaPaths.file.href({ file: pictureFile(id, one) })} ${one}w`).join(', ')}
      sizes={sizes}
      width={width}
      height={height}
      alt={alt}
      loading={late ? 'lazy' : undefined}
    />
  )
}
