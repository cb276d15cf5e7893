import { formatMonth } from '../platform/time.ts'

/** The head of an official letter. `number` and `date` are null until a person gives the one and approves the other. */
export interface Letterhead {
  government: string
  /** In capitals, under its name of the month the letter is about. */
  agency: string
  host: string | null
  number: string | null
  /** WIB day of the approval. */
  date: string | null
  addressee: string[]
  subject: string
}

interface Sender {
  name: string
  host: string | null
}

const government = 'PEMERINTAH KOTA BEKASI'

/** Of an agency's monthly report: to the mayor, through the communications agency (Instruksi 555.7/226, number 1.4). */
export function reportHead(
  { name, host }: Sender,
  month: string,
  letter: { number: string | null; date: string | null },
): Letterhead {
  return {
    government,
    agency: name.toUpperCase(),
    host,
    ...letter,
    addressee: ['Wali Kota Bekasi', 'melalui Kepala Diskominfostandi'],
    subject: `Laporan bulanan pengelolaan situs web bulan ${formatMonth(month)}`,
  }
}

/** Of the city recap: from the communications agency to the mayor. */
export function recapHead({ name, host }: Sender, month: string, date: string | null): Letterhead {
  return {
    government,
    agency: name.toUpperCase(),
    host,
    number: null,
    date,
    addressee: ['Wali Kota Bekasi'],
    subject: `Rekapitulasi kota pengelolaan situs web bulan ${formatMonth(month)}`,
  }
}
