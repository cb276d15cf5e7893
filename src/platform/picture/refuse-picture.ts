import { type PhotoFault, photoFault } from '../files/photo.ts'

/** Bytes of the upload. */
export const largestPicture = 5 * 1024 * 1024

const faults: Record<PhotoFault, string> = {
  'no-photo': 'Berkas ini bukan gambar. Kirim JPG, PNG, atau WebP.',
  heic: 'Foto HEIC belum dapat dibaca. Simpan sebagai JPG dahulu, lalu kirim lagi.',
  'too-wide': 'Gambar terlalu lebar. Kecilkan dulu, lalu kirim lagi.',
  broken: 'Berkas ini bukan gambar atau rusak. Kirim JPG, PNG, atau WebP.',
}

/** What is wrong with an upload that should be a picture, judged by its content, never its name. Error under `picture`. */
export async function refuseBytes(bytes: Buffer): Promise<{ picture?: string }> {
  if (bytes.length > largestPicture)
    return { picture: `Gambar paling besar 5 MB; ini ${(bytes.length / 1_048_576).toFixed(1).replace('.', ',')} MB.` }
  const fault = await photoFault(bytes)
  return fault ? { picture: faults[fault] } : {}
}
