import { bytes, type Reply } from '../platform/http/route.ts'
import type { FileInFull } from './find-file.ts'

/** A file as it goes to a browser: it can neither run nor be taken for a page, and a PDF is only ever saved. */
export function fileReply({ name, type, content }: FileInFull): Reply {
  const how = type === 'application/pdf' ? 'attachment' : 'inline'
  const ascii = name.replace(/[^\w .()-]/g, '_')
  return bytes(type, content, {
    'content-disposition': `${how}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
  })
}
