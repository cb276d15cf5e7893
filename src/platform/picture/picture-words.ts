import type { FieldErrors } from '../refusal.ts'

const longestAlt = 300

const generic =
  /^(sebuah |ini )?(gambar|foto|photo|picture|image|img|ilustrasi|illustration|logo|banner|poster|grafik|chart|dokumentasi|tanpa judul|untitled|screenshot|tangkapan layar)[\s\d().:_-]*$/i
const fileName =
  /\.(jpe?g|png|webp|gif|heic|heif|bmp|tiff?|svg|avif)$|^(img|dsc|pxl|wa|whatsapp image|screenshot)[\s_-]*\d/i

/** Words that tell what is on a picture to who cannot see it; or the choice that there is nothing to tell. */
export function refuseAlt(alt: string, decorative: boolean): FieldErrors {
  if (decorative) return alt === '' ? {} : { alt: 'Kosongkan teks ini bila gambar hanya hiasan.' }
  if (alt === '') return { alt: 'Tulis apa yang terlihat di gambar, atau pilih "Gambar hanya hiasan".' }
  if (fileName.test(alt)) return { alt: 'Ini nama berkas. Tulis apa yang terlihat di gambar.' }
  if (generic.test(alt)) return { alt: `"${alt}" belum menjelaskan. Tulis siapa atau apa yang terlihat di gambar.` }
  if (alt.length > longestAlt) return { alt: `Teks gambar paling panjang ${longestAlt} huruf.` }
  return {}
}
