import type { JSX } from 'preact'
import { formatDate } from '../../platform/time.ts'
import { At } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { tierWords } from '../evidence.ts'
import type { KeptEvidence, Scan } from '../find-scans.ts'
import { confidenceWords } from '../freshness.ts'
import { causeWords } from '../scan-outcome.ts'

/** What a verdict rests on: the words as they were read, where, when. */
export function EvidenceTable({ evidence, scan }: { evidence: readonly KeptEvidence[]; scan: Scan }): JSX.Element {
  return (
    <>
      <Table
        caption={`${evidence.length} bukti`}
        rows={evidence}
        columns={[
          { head: 'Konten', cell: ({ title, item }) => <Item title={title || item} url={item} /> },
          { head: 'Sumber', cell: ({ tier }) => tierWords[tier] },
          { head: 'Yang terbaca', cell: ({ snippet }) => snippet || '–' },
          { head: 'Tanggal', cell: ({ claimed }) => (claimed ? formatDate(claimed) : 'tanpa tanggal') },
          { head: 'Diambil', cell: ({ fetchedAt }) => <At instant={fetchedAt} /> },
          { head: 'Sidik (SHA-256)', cell: ({ hash }) => <code>{hash.slice(0, 12)}</code> },
        ]}
      />
      <p>
        <small>
          Pemindaian <At instant={scan.startedAt} />, cara {scan.method}.
        </small>
      </p>
    </>
  )
}

const outcomes = {
  up: ['good', 'Dapat dibuka'],
  down: ['bad', 'Gagal'],
  unknown: ['quiet', 'Tidak diketahui'],
} as const

export function ScanTable({ scans }: { scans: readonly Scan[] }): JSX.Element {
  return (
    <Table
      caption={`${scans.length} pemindaian terakhir`}
      rows={scans}
      columns={[
        { head: 'Waktu', cell: ({ startedAt }) => <At instant={startedAt} /> },
        { head: 'Hasil', cell: ({ outcome }) => <Badge tone={outcomes[outcome][0]}>{outcomes[outcome][1]}</Badge> },
        { head: 'Sebab', cell: ({ cause, detail }) => <Cause cause={cause} detail={detail} /> },
        { head: 'HTTP', cell: ({ httpStatus }) => httpStatus ?? '–', numeric: true },
        { head: 'Milidetik', cell: ({ ms }) => ms ?? '–', numeric: true },
        { head: 'Pembaruan terakhir', cell: (scan) => (scan.lastRealUpdate ? formatDate(scan.lastRealUpdate) : '–') },
        { head: 'Keyakinan', cell: ({ confidence }) => confidenceWords[confidence] },
      ]}
      empty={<Empty title="Belum pernah dipindai">Pemindaian berikutnya berjalan dalam enam jam.</Empty>}
    />
  )
}

function Cause({ cause, detail }: Pick<Scan, 'cause' | 'detail'>): JSX.Element {
  if (cause === null) return <>–</>
  return (
    <>
      {causeWords(cause)}
      {detail && (
        <>
          <br />
          <small>{detail}</small>
        </>
      )}
    </>
  )
}

/** Addresses come from foreign feeds: only web addresses become links. */
function Item({ title, url }: { title: string; url: string }): JSX.Element {
  return /^https?:/.test(url) ? <a href={url}>{title}</a> : <span>{title}</span>
}
