import type { JSX } from 'preact'
import { dayInWib } from '../../platform/time.ts'
import { OnDay } from '../../platform/ui/at.tsx'
import { Radios } from '../../platform/ui/fields.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { LikelySame } from '../likely-same.ts'
import { publicDeskPaths } from '../paths.ts'
import { StateBadge } from './state-badge.tsx'

interface Props {
  similar: readonly LikelySame[]
}

/** What the city likely knows already: without words of others that nobody published. */
export function LikelySameList({ similar }: Props): JSX.Element {
  return (
    <>
      <p>
        Laporan Anda belum terkirim. Anda boleh tetap mengirimnya: laporan Anda mendapat tiket dan jawaban sendiri, dan
        kami tahu berapa warga yang mengalaminya.
      </p>
      <Table
        caption="Laporan yang mungkin sama"
        rows={similar.map((one, i) => ({ ...one, number: i + 1 }))}
        columns={[
          {
            head: 'Perihal',
            cell: ({ number, what, publicationId }) => (
              <>
                {similar.length > 1 && `${number}. `}
                {publicationId ? <a href={publicDeskPaths.publishedOne.href({ id: publicationId })}>{what}</a> : what}
              </>
            ),
          },
          { head: 'Kelurahan', cell: ({ where }) => where ?? 'tidak disebut' },
          { head: 'Sejak', cell: ({ since }) => <OnDay day={dayInWib(since)} /> },
          { head: 'Keadaan', cell: ({ state }) => <StateBadge state={state} /> },
        ]}
      />
    </>
  )
}

/** Whether it is one matter: the citizen knows, the machine only guesses. */
export const SameChoice = ({ similar }: Props): JSX.Element => (
  <Radios
    name="same"
    label="Apakah perkaranya sama?"
    value={similar[0]?.caseId ?? ''}
    options={[
      ...similar.map(({ caseId }, i): [string, string] => [
        caseId,
        similar.length > 1 ? `Ya, sama dengan nomor ${i + 1}` : 'Ya, perkara yang sama',
      ]),
      ['', 'Bukan, atau saya tidak tahu'],
    ]}
  />
)
