import { findAgencies } from '../../agencies/find-agencies.ts'
import { channelName } from '../../cases/case.ts'
import { csvHeaders, csvType, writeCsv } from '../../platform/csv/write-csv.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { bytes, get, html } from '../../platform/http/route.ts'
import { Missing } from '../../platform/refusal.ts'
import { dayInWib, formatTime } from '../../platform/time.ts'
import { isFigureName } from '../figure-words.ts'
import { isFilled } from '../fill-turns.ts'
import { findFigures, findOpenByAge, findTrend } from '../find-figures.ts'
import { findPauses } from '../find-pauses.ts'
import { findTurnList, type ListedTurn } from '../find-turn-list.ts'
import type { FigureName } from '../message-count.ts'
import { figurePaths } from '../paths.ts'
import { findChoices } from './choices.ts'
import { FiguresPage } from './figures-page.tsx'
import { kindName, TurnListPage } from './list-page.tsx'
import { tablesOf } from './parts.ts'
import { readQuestion } from './question.ts'

const pageSize = 100
/** Rows of one file: what a spreadsheet shows and one answer holds in memory. */
const fileSize = 50_000

export const figureRoutes = [
  get(figurePaths.figures, 'case.read', async (ctx, { frame, query }) => {
    const asked = readQuestion(ctx, query)
    const { whole, parts } = await findFigures(ctx, asked, asked.division)
    const [trend, ages] = [await findTrend(ctx, asked), await findOpenByAge(ctx, asked)]
    const choices = await findChoices(ctx, asked.filter)
    const tables = tablesOf(parts, asked.division, choices, await findAgencies(ctx))
    const pauses = await findPauses(ctx, asked)
    const complete = await isFilled(ctx)
    return html(<FiguresPage {...{ frame, asked, choices, whole, tables, trend, ages, pauses, complete }} />)
  }),

  get(figurePaths.list, 'case.read', async (ctx, { frame, query }) => {
    const asked = readQuestion(ctx, query)
    const figure = figureOf(query)
    const cursor = query.get('mulai') ?? undefined
    const list = await findTurnList(ctx, { ...asked, figure }, { limit: pageSize, cursor })
    const agencyNames = await namesOf(ctx)
    return html(<TurnListPage {...{ frame, asked, figure, agencyNames, ...list }} />)
  }),

  get(figurePaths.file, 'case.read', async (ctx, { query }) => {
    const asked = readQuestion(ctx, query)
    const figure = figureOf(query)
    const { items } = await findTurnList(ctx, { ...asked, figure }, { limit: fileSize })
    const names = await namesOf(ctx)
    const name = `kasus-${asked.period.first}-${asked.period.last}`
    return bytes(
      csvType,
      writeCsv(
        fileHead,
        items.map((turn) => fileRow(turn, names)),
      ),
      csvHeaders(name),
    )
  }),
]

function figureOf(query: URLSearchParams): FigureName {
  const name = query.get('angka') ?? 'received'
  if (!isFigureName(name)) throw new Missing(`figure ${name}`)
  return name
}

const namesOf = async (ctx: Ctx): Promise<Map<string, string>> =>
  new Map((await findAgencies(ctx)).map(({ id, name }) => [id, name]))

const fileHead = [
  'Nomor register',
  'Perangkat daerah',
  'Jenis',
  'Kanal',
  'Datang (WIB)',
  'Batas waktu (WIB)',
  'Dijawab (WIB)',
  'Tepat waktu',
  'Menit kerja',
]

const stamp = (at: Date | null): string | null => at && `${dayInWib(at)} ${formatTime(at).replace('.', ':')}`

/** Without subject and ticket: a file is passed around. */
const fileRow = (turn: ListedTurn, names: ReadonlyMap<string, string>): (string | number | null)[] => [
  turn.register,
  names.get(turn.agencyId) ?? turn.agencyId,
  kindName(turn.kind),
  channelName(turn.channel),
  stamp(turn.cameAt),
  stamp(turn.dueAt),
  stamp(turn.answeredAt),
  turn.inTime === null ? null : turn.inTime ? 'ya' : 'tidak',
  turn.workingMinutes,
]
