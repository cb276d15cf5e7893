import { looksLikePdf, type PdfFault, pdfFault } from '../platform/files/pdf.ts'
import { type PhotoFault, photoFault, uprightPhoto } from '../platform/files/photo.ts'
import type { Upload } from '../platform/http/route.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { type FileType, largestFile, mostFiles, shownName } from './case-file.ts'

/** An upload that was looked at and may be kept. */
export interface ReadFile {
  name: string
  type: FileType
  bytes: Buffer
}

const longestSide = 2048

/**
 * Reads uploads by their content, never their name: photos are turned upright, freed of what the camera told (place,
 * person) and made small; a PDF is taken when nothing in it acts by itself. Error under `files`. Slow for large
 * photos: call it before anything is locked.
 */
export async function readFiles(uploads: readonly Upload[]): Promise<ReadFile[] | Refusal> {
  if (uploads.length > mostFiles) return invalid({ files: `Paling banyak ${mostFiles} berkas sekali kirim.` })
  if (uploads.some(({ cut }) => cut))
    return invalid({ files: 'Berkas Anda bersama-sama terlalu besar. Kirim lebih sedikit, lalu tambahkan yang lain.' })
  const read: ReadFile[] = []
  for (const upload of uploads) {
    const file = await readFile(upload)
    if (typeof file === 'string') return invalid({ files: `${calledBy(upload)}: ${file}` })
    read.push(file)
  }
  return read
}

async function readFile({ filename, bytes }: Upload): Promise<ReadFile | string> {
  if (bytes.length > largestFile) return 'terlalu besar, paling besar 10 MB.'
  if (looksLikePdf(bytes)) {
    const fault = pdfFault(bytes)
    if (fault) return pdfWords[fault]
    return { name: shownName(filename, 'application/pdf'), type: 'application/pdf', bytes }
  }
  const fault = await photoFault(bytes)
  if (fault === 'no-photo') return wordsForOthers(bytes)
  if (fault) return photoWords[fault]
  const small = await uprightPhoto(bytes)
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer()
  return { name: shownName(filename, 'image/webp'), type: 'image/webp', bytes: small }
}

const photoWords: Readonly<Record<Exclude<PhotoFault, 'no-photo'>, string>> = {
  heic: 'foto HEIC belum dapat dibaca. Simpan atau kirim sebagai JPG.',
  'too-wide': 'foto terlalu lebar. Kecilkan dahulu.',
  broken: 'foto rusak dan tidak dapat dibuka. Coba foto lain.',
}

const pdfWords: Readonly<Record<PdfFault, string>> = {
  'no-pdf': 'PDF tidak dapat dibaca. Simpan ulang sebagai PDF, atau kirim fotonya.',
  locked: 'PDF ini terkunci kata sandi. Kirim PDF tanpa kata sandi, atau fotonya.',
  active: 'PDF ini berisi program atau berkas lain. Simpan ulang dengan "Cetak ke PDF", atau kirim fotonya.',
  unreadable: 'PDF ini tidak dapat diperiksa. Simpan ulang dengan "Cetak ke PDF", atau kirim fotonya.',
}

/** What people take for a document or a photo, said by what it is. */
function wordsForOthers(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 512).trimStart()
  if (head.startsWith('PK') || head.startsWith('\xd0\xcf\x11\xe0'))
    return 'dokumen kantor dan berkas ZIP tidak diterima. Kirim sebagai PDF atau foto.'
  if (/^(<\?xml[^>]*>)?\s*(<!--[^>]*>\s*)?<svg/i.test(head) || /^<(!doctype|html|script)/i.test(head))
    return 'gambar SVG dan halaman web tidak diterima. Kirim foto JPG atau PNG.'
  return 'bukan foto atau PDF yang dapat dibuka.'
}

const calledBy = ({ filename }: Upload): string => {
  const letters = [...filename.replace(/\s+/g, ' ')]
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : filename || 'Berkas'
}
