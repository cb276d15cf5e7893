import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { formatMonth, formatNumber } from '../../platform/time.ts'
import { At } from '../../platform/ui/at.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { NextPage } from '../../platform/ui/pager.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { Charge } from '../find-costs.ts'
import { channelPaths } from '../paths.ts'
import { priceItems } from '../x/charges.ts'
import { money } from './cost-page.tsx'

interface Props {
  frame: Frame
  month: string
  charges: readonly Charge[]
  next: string | null
}

/** The calls behind the figures of the cost page. */
export function ChargesPage({ frame, month, charges, next }: Props): JSX.Element {
  return (
    <StaffPage
      frame={frame}
      title={`Rincian biaya X ${formatMonth(month)}`}
      actions={<ButtonLink href={channelPaths.cost.href({}, { bulan: month })}>Biaya bulan ini</ButtonLink>}
    >
      <Table
        caption="Panggilan yang dibayar, terbaru di atas"
        rows={charges}
        columns={[
          { head: 'Waktu', cell: (c) => <At instant={c.at} /> },
          { head: 'Akun', cell: (c) => (c.handle ? `@${c.handle}` : 'Aplikasi') },
          { head: 'Butir', cell: (c) => `${priceItems[c.item]}${c.certain ? '' : ' (belum pasti)'}` },
          { head: 'Panggilan', cell: (c) => c.call },
          { head: 'Banyaknya', cell: (c) => formatNumber(c.quantity), numeric: true },
          { head: 'Biaya', cell: (c) => money(c.micros), numeric: true },
        ]}
        empty={<Empty title="Tidak ada panggilan yang dibayar">Pilih bulan lain di halaman biaya.</Empty>}
      />
      <NextPage href={next} />
    </StaffPage>
  )
}
