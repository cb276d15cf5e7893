import type { FastifyRequest } from 'fastify'
import type { Upload } from './route.ts'

export interface FormInput {
  texts: Map<string, string[]>
  files: Map<string, Upload>
}

/** Reads a form of either encoding. A file longer than the limit arrives cut: it is then longer than any area allows. */
export async function readForm(request: FastifyRequest): Promise<FormInput> {
  const form: FormInput = { texts: new Map(), files: new Map() }
  if (!request.isMultipart()) {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, string | string[]>))
      form.texts.set(name, [value].flat().map(cleanText))
    return form
  }
  for await (const part of request.parts({
    limits: { fileSize: fileLimit, fieldSize: 4_000_000, files: 10, fields: 200 },
  })) {
    if (part.type === 'field') {
      form.texts.set(part.fieldname, [...(form.texts.get(part.fieldname) ?? []), cleanText(String(part.value))])
      continue
    }
    const bytes = await readUpTo(part.file)
    if (bytes.length > 0) form.files.set(part.fieldname, { filename: cleanText(part.filename), bytes })
  }
  return form
}

/** Above every limit of an area (pictures 5 MB, files 10 MB), so that the area itself can say what is too large. */
const fileLimit = 11 * 1024 * 1024

async function readUpTo(file: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of file) chunks.push(chunk)
  return Buffer.concat(chunks)
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
