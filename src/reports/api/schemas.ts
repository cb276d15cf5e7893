import Type from 'typebox'

const text = Type.String()
const maybe = Type.Union([Type.String(), Type.Null()])

const figure = Type.Object({
  id: text,
  value: Type.Union([Type.Number(), Type.Null()]),
  unit: Type.Union([
    Type.Literal('count'),
    Type.Literal('percent'),
    Type.Literal('minutes'),
    Type.Literal('days'),
    Type.Literal('points'),
  ]),
  blank: Type.Optional(Type.Union([Type.Literal('unknown'), Type.Literal('nothing')])),
})

const figureTable = Type.Object({
  title: text,
  of: text,
  columns: Type.Array(text),
  rows: Type.Array(
    Type.Object({ label: text, cells: Type.Array(figure), remark: Type.Optional(text), about: Type.Optional(text) }),
  ),
  remarks: Type.Optional(text),
  list: Type.Optional(text),
})

const listing = Type.Object({
  id: text,
  title: text,
  columns: Type.Array(text),
  rows: Type.Array(Type.Array(maybe)),
  empty: text,
  inPart: Type.Optional(Type.Boolean()),
})

const letterhead = Type.Object({
  government: text,
  agency: text,
  host: maybe,
  number: maybe,
  date: maybe,
  addressee: Type.Array(text),
  subject: text,
})

const part = Type.Object({
  letter: text,
  title: text,
  state: Type.Union([Type.Literal('filled'), Type.Literal('later')]),
  words: Type.Array(text),
  facts: Type.Array(Type.Array(text)),
  tables: Type.Array(figureTable),
  lists: Type.Array(listing),
})

/** One line of `/monthly-reports`. */
export const reportLine = Type.Object({
  agencyId: text,
  month: text,
  state: text,
  late: Type.Boolean(),
  dueAt: maybe,
  submittedAt: maybe,
  version: Type.Integer(),
})

/** The whole report, as `laporan.json` holds it. */
export const monthlyReport = Type.Object({
  agencyId: text,
  month: text,
  state: text,
  late: Type.Boolean(),
  fingerprint: maybe,
  agencyName: text,
  head: letterhead,
  parts: Type.Array(part),
})

export const recapLine = Type.Object({
  month: text,
  edition: Type.Integer(),
  forwardedAt: maybe,
  reports: Type.Integer(),
})

const named = Type.Object({ agencyId: text, agencyName: text, abbreviation: text })
const ranked = Type.Object({ agencyId: text, agencyName: text, points: figure, words: text })

/** The whole recap, as `rekapitulasi.json` holds it. */
export const cityRecap = Type.Object({
  month: text,
  edition: Type.Integer(),
  forwardedAt: maybe,
  head: letterhead,
  numbers: Type.Array(Type.Object({ label: text, now: figure, before: figure })),
  best: Type.Array(ranked),
  help: Type.Array(ranked),
  unranked: Type.Array(named),
  missing: Type.Array(named),
  groups: Type.Array(figureTable),
})
