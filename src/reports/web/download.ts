import { bytes, type Reply } from '../../platform/http/route.ts'
import { Missing } from '../../platform/refusal.ts'
import type { Format } from '../export/write-file.ts'

const types: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** The format of `laporan.pdf` and the like. Throws `Missing` for other names. */
export function formatOf(file: string, name: string): Format {
  const [given, ending, ...more] = file.split('.')
  if (given === name && more.length === 0 && (ending === 'pdf' || ending === 'xlsx' || ending === 'json')) return ending
  throw new Missing(`file ${file}`)
}

/** A file under a name that tells in any folder what it is. */
export const download = (format: Format, name: string, body: Buffer | string): Reply =>
  bytes(types[format], body, {
    'content-disposition': `attachment; filename="${name}.${format}"`,
    'cache-control': 'no-store',
  })
