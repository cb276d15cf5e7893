import { formatNumber } from '../platform/time.ts'
import type { Division } from './find-figures.ts'
import type { FigureName } from './message-count.ts'

/** What a figure counts, as a head and as a sentence. */
export const figureWords: Record<FigureName, readonly [head: string, meaning: string]> = {
  received: ['Diterima', 'Kasus baru, diteruskan dari perangkat daerah lain, atau dibuka lagi oleh warga.'],
  answered: ['Dijawab', 'Jawaban akhir terbit dalam kurun ini.'],
  inTime: ['Tepat waktu', 'Dijawab sebelum batas waktunya berakhir.'],
  solved: ['Selesai', 'Ditutup dengan hasil yang menyelesaikan persoalan.'],
  late: ['Lewat batas', 'Batas waktunya berakhir dalam kurun ini tanpa jawaban akhir.'],
  passedOn: ['Diteruskan', 'Diserahkan kepada perangkat daerah yang berwenang.'],
  withoutAnswer: ['Tanpa jawaban', 'Ditutup tanpa jawaban: terima kasih, iklan, atau sama dengan kasus lain.'],
  openAtEnd: ['Belum dijawab', 'Masih menunggu jawaban akhir pada akhir kurun ini.'],
}

export const isFigureName = (text: string): text is FigureName => Object.hasOwn(figureWords, text)

/** What figures can be told apart by, as the head of the first column. */
export const divisionWords: Record<Exclude<Division, 'month'>, string> = {
  agency: 'Perangkat daerah',
  kind: 'Jenis',
  channel: 'Kanal',
  theme: 'Tema',
  topic: 'Topik',
  district: 'Kecamatan tempat kejadian',
  subdistrict: 'Kelurahan tempat kejadian',
}

export const isDivision = (text: string): text is Exclude<Division, 'month'> => Object.hasOwn(divisionWords, text)

/** Working time: `45 menit`, `12,5 jam`; a dash where nothing was measured. The space within does not break. */
export function formatWorkingTime(minutes: number | null): string {
  if (minutes === null) return '–'
  return minutes < 60 ? `${Math.round(minutes)}\u00A0menit` : `${formatNumber(minutes / 60, 1)}\u00A0jam`
}

/** Share of the answered and the broken that were in time: `87,5 %`. */
export const formatShare = (inTime: number, late: number): string =>
  inTime + late === 0 ? '–' : `${formatNumber((inTime / (inTime + late)) * 100, 1)}\u00A0%`
