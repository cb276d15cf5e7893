import type { FastifyRequest } from 'fastify'
import type { Upload } from './route.ts'

export interface FormInput {
  texts: Map<string, string[]>
  files: Map<string, Upload[]>
}

/**
 * Reads a form of either encoding. A file longer than the limit arrives cut: it is then longer than any area allows.
 * Above the limit of the whole form the rest of the files is read and dropped, so that the texts come through and the
 * page can be drawn again with them.
 */
export async function readForm(request: FastifyRequest): Promise<FormInput> {
  const form: FormInput = { texts: new Map(), files: new Map() }
  if (!request.isMultipart()) {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, string | string[]>))
      form.texts.set(name, [value].flat().map(cleanText))
    return form
  }
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) throw new TooLarge()
  let left = filesLimit
  for await (const part of request.parts({
    limits: { fileSize: fileLimit, fieldSize: 4_000_000, files: 10, fields: 200 },
  })) {
    if (part.type === 'field') {
      form.texts.set(part.fieldname, [...(form.texts.get(part.fieldname) ?? []), cleanText(String(part.value))])
      continue
    }
    const { bytes, cut } = await readUpTo(part.file, left)
    left -= bytes.length
    if (bytes.length === 0 && !cut) continue
    const upload = { filename: cleanText(part.filename), bytes, ...(cut && { cut }) }
    form.files.set(part.fieldname, [...(form.files.get(part.fieldname) ?? []), upload])
  }
  return form
}

class TooLarge extends Error {
  readonly statusCode = 413
}

/** Above every limit of an area (pictures 5 MB, files 10 MB), so that the area itself can say what is too large. */
const fileLimit = 11 * 1024 * 1024
/** Five photos of a phone at 10 MB each, and some air; kept in memory while the form is handled. */
const filesLimit = 56 * 1024 * 1024
/** A body that says it is longer is not read at all (413). */
const bodyLimit = 120 * 1024 * 1024

async function readUpTo(file: AsyncIterable<Buffer>, most: number): Promise<{ bytes: Buffer; cut: true | undefined }> {
  const chunks: Buffer[] = []
  let length = 0
  let cut: true | undefined
  for await (const chunk of file) {
    length += chunk.length
    if (length > most) cut = true
    else chunks.push(chunk)
  }
  return { bytes: cut ? Buffer.alloc(0) : Buffer.concat(chunks), cut }
}

/** NFC, line ends as LF, without control characters (tab and line end stay) and lone surrogates, trimmed. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
      .trim()
  )
}
