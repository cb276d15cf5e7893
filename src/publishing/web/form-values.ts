import type { PageRequest } from '../../platform/http/route.ts'
import type { PictureInput } from '../add-picture.ts'
import type { Content } from '../content.ts'
import type { DraftInput } from '../draft.ts'
import type { Picture } from '../picture.ts'

/** What stands in the form: of a new item, of a stored one, or as it was just sent. */
export interface FormValues extends Required<{ [name in keyof DraftInput]: string }> {
  alt: string
  decorative: boolean
  significant: boolean
}

export const emptyForm: FormValues = {
  kind: 'news',
  theme: '',
  title: '',
  summary: '',
  body: '',
  eventDay: '',
  eventPlace: '',
  alt: '',
  decorative: false,
  significant: false,
}

export const formOf = (content: Content, picture: Picture | null): FormValues => ({
  ...emptyForm,
  kind: content.kind,
  theme: content.theme,
  title: content.title,
  summary: content.summary,
  body: content.bodySource,
  eventDay: content.eventDay ?? '',
  eventPlace: content.eventPlace,
  significant: content.significant && content.firstPublishedAt !== null,
  alt: picture?.alt ?? '',
  decorative: picture?.alt === '' && !picture.wordless,
})

export function readForm({ field }: PageRequest): FormValues {
  const texts = ['kind', 'theme', 'title', 'summary', 'body', 'eventDay', 'eventPlace', 'alt'] as const
  return {
    ...emptyForm,
    ...Object.fromEntries(texts.map((name) => [name, field(name)])),
    decorative: field('decorative') === 'on',
    significant: field('significant') === 'on',
  }
}

/** The picture sent along, if any; `null` when the present one is to go. */
export function readPicture({ field, file }: PageRequest): PictureInput | null | undefined {
  const upload = file('picture')
  if (upload) return { bytes: upload.bytes, alt: field('alt'), decorative: field('decorative') === 'on' }
  return field('removePicture') === 'on' ? null : undefined
}
