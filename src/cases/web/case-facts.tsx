import type { ComponentChildren, JSX } from 'preact'
import { At } from '../../platform/ui/at.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { caseClasses, caseKinds, channelName } from '../case.ts'
import { themes } from '../case-theme.ts'
import type { CaseInFull } from '../find-case.ts'
import { casePaths } from '../paths.ts'

/** All that is known of a case, for whoever looks something up. */
export function CaseFacts({ found, names }: { found: CaseInFull; names: ReadonlyMap<string, string> }): JSX.Element {
  const called = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? id))
  const ticket = (to: string | null): ComponentChildren => to && <a href={casePaths.case.href({ ticket: to })}>{to}</a>
  const position = found.latitude === null || found.longitude === null ? null : `${found.latitude}, ${found.longitude}`
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    ['Tiket warga', found.ticket],
    ['Nomor register', found.register],
    ['Perangkat daerah', called(found.agencyId)],
    ['Jenis', caseKinds[found.kind]],
    ['Kelas', found.kind === 'complaint' ? caseClasses[found.class] : null],
    ['Tema', found.theme && themes[found.theme]],
    ['Kanal', channelName(found.channel)],
    ['Diterima', <At key="at" instant={found.receivedAt} />],
    ['Tempat', found.place],
    ['Kecamatan', called(found.districtId)],
    ['Kelurahan', called(found.subdistrictId)],
    ['Posisi', position],
    ['Lanjutan dari', ticket(found.follows)],
    ['Digabung ke', ticket(found.mergedInto)],
  ]
  return <Facts items={rows.filter(([, value]) => value !== null && value !== '')} />
}
