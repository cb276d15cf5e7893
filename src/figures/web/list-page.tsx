import type { JSX } from 'preact'
import { caseKinds, channelName, isCaseKind } from '../../cases/case.ts'
import { casePaths } from '../../cases/paths.ts'
import type { Frame } from '../../platform/http/route.ts'
import { dayInWib, formatMonth } from '../../platform/time.ts'
import { OnDay } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { NextPage } from '../../platform/ui/pager.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { figureWords } from '../figure-words.ts'
import type { ListedTurn } from '../find-turn-list.ts'
import type { FigureName } from '../message-count.ts'
import { figurePaths } from '../paths.ts'
import { type Asked, queryOf } from './question.ts'

interface Props {
  frame: Frame
  asked: Asked
  figure: FigureName
  items: readonly ListedTurn[]
  next: string | null
  agencyNames: ReadonlyMap<string, string>
}

export function TurnListPage({ frame, asked, figure, items, next, agencyNames }: Props): JSX.Element {
  const [head, meaning] = figureWords[figure]
  const { first, last } = asked.period
  const when = first === last ? formatMonth(first) : `${formatMonth(first)} sampai ${formatMonth(last)}`
  const query = { ...queryOf(asked), angka: figure }
  return (
    <StaffPage
      frame={frame}
      title={`${head}, ${when}`}
      actions={<ButtonLink href={figurePaths.file.href({}, query)}>Unduh CSV</ButtonLink>}
    >
      <p>
        {meaning} <a href={figurePaths.figures.href({}, queryOf(asked))}>Kembali ke angka</a>
      </p>
      <Table
        caption="Menurut waktu datang, yang terlama di atas"
        rows={items}
        columns={[
          { head: 'Kasus', cell: (turn) => <CaseLink of={turn} /> },
          { head: 'Perangkat daerah', cell: ({ agencyId }) => agencyNames.get(agencyId) ?? agencyId },
          { head: 'Jenis dan kanal', cell: (turn) => `${kindName(turn.kind)}, ${channelName(turn.channel)}` },
          { head: 'Datang', cell: ({ cameAt }) => <OnDay day={dayInWib(cameAt)} /> },
          { head: 'Batas waktu', cell: ({ dueAt }) => (dueAt ? <OnDay day={dayInWib(dueAt)} /> : '–') },
          { head: 'Dijawab', cell: (turn) => <AnsweredOn of={turn} /> },
        ]}
        empty={<Empty title="Tidak ada kasus di balik angka ini" />}
      />
      <NextPage href={next && figurePaths.list.href({}, { ...query, mulai: next })} />
    </StaffPage>
  )
}

export const kindName = (kind: string): string => (isCaseKind(kind) ? caseKinds[kind] : kind)

function CaseLink({ of: { register, ticket, subject } }: { of: ListedTurn }): JSX.Element {
  if (ticket === null) return <>{register}</>
  return (
    <>
      <a href={casePaths.case.href({ ticket })}>{subject}</a> <small>{register}</small>
    </>
  )
}

function AnsweredOn({ of: { answeredAt, inTime } }: { of: ListedTurn }): JSX.Element {
  if (answeredAt === null) return <>–</>
  return (
    <>
      <OnDay day={dayInWib(answeredAt)} />{' '}
      {inTime === null ? null : <Badge tone={inTime ? 'good' : 'bad'}>{inTime ? 'Tepat waktu' : 'Lewat batas'}</Badge>}
    </>
  )
}
