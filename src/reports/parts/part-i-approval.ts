import { formatInstant } from '../../platform/time.ts'
import type { Step } from '../report-state.ts'
import { type Part, part } from './part.ts'

/** Who approved and when. Never a signature: that comes from the city's signing service, in a later release. */
export function approvalPart(approval: Step | null, agencyName: string): Part {
  const words =
    approval === null
      ? [`Belum disetujui kepala ${agencyName}.`]
      : [
          `Disetujui oleh ${approval.byName}, kepala ${agencyName}, pada ${formatInstant(approval.at)}, disetujui di dalam sistem.`,
          'Lembar ini tidak memuat tanda tangan basah maupun tanda tangan elektronik.',
        ]
  return part('I', 'Persetujuan', { words })
}
