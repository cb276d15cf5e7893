import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { formatMonth } from '../../platform/time.ts'
import { At } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { RecapLine } from '../find-recaps.ts'
import { reportPaths } from '../paths.ts'

export function RecapsPage({ frame, recaps }: { frame: Frame; recaps: readonly RecapLine[] }): JSX.Element {
  return (
    <StaffPage frame={frame} title="Rekapitulasi kota">
      <Table
        caption="Rekapitulasi menurut bulan, yang terbaru di atas"
        rows={recaps}
        columns={[
          {
            head: 'Bulan',
            cell: ({ month }) => <a href={reportPaths.recap.href({ month })}>{formatMonth(month)}</a>,
          },
          {
            head: 'Keadaan',
            cell: ({ edition }) =>
              edition === 0 ? (
                <Badge tone="quiet">Belum diteruskan</Badge>
              ) : (
                <Badge tone="good">Diteruskan{edition > 1 ? `, edisi ${edition}` : ''}</Badge>
              ),
          },
          { head: 'Saat', cell: ({ forwardedAt }) => (forwardedAt ? <At instant={forwardedAt} /> : '–') },
          { head: 'Laporan disampaikan', numeric: true, cell: ({ reports }) => reports },
        ]}
      />
    </StaffPage>
  )
}
