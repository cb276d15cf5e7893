import { agencyOn } from '../../agencies/find-agencies.ts'
import { holdersOf } from '../../agencies/find-people.ts'
import { roleNames } from '../../agencies/role.ts'
import { formatDay } from '../../platform/time.ts'
import { lastDayOf } from '../find-reports.ts'
import { part, type ReportPart } from './part.ts'

const order = ['head', 'reviewer', 'operator', 'contributor']

/** Who answered for the site on the month's last day (I-1), by name and decree. */
export const identityPart: ReportPart = {
  letter: 'A',
  title: 'Identitas',
  async fill(ctx, { agencyId, month }) {
    const day = lastDayOf(month)
    const agency = await agencyOn(ctx, agencyId, day)
    const holders = await holdersOf(ctx, agencyId, day)
    const held = (role: string): boolean => holders.some((holder) => holder.role === role)
    return part('A', 'Identitas', {
      words: [
        ...(held('head') ? [] : [`Jabatan kepala kosong pada ${formatDay(day)}.`]),
        ...(held('operator') ? [] : [`Jabatan operator kosong pada ${formatDay(day)}.`]),
      ],
      facts: [
        ['Perangkat daerah', agency.name],
        ['Situs web', agency.host === null ? 'Tidak ada' : `https://${agency.host}`],
      ],
      lists: [
        {
          id: 'holders',
          title: `Penanggung jawab dan pengelola pada ${formatDay(day)}`,
          columns: ['Peran', 'Nama', 'Sejak', 'Dasar'],
          rows: holders
            .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || (a.name < b.name ? -1 : 1))
            .map((holder) => [roleNames[holder.role], holder.name, formatDay(holder.from), holder.decree]),
          empty: 'Belum ada penanggung jawab yang tercatat.',
          inPart: true,
        },
      ],
    })
  },
}
