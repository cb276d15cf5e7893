import { may, scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { addMonths, monthInWib, monthRange } from '../platform/time.ts'
import { foundRows, type InboxRow, rowsOf, type Wanted } from './data/inbox-rows.ts'
import { frequencies, type StemOfWord, stemsOf, wordsAlike } from './data/search-rows.ts'
import { caseIdsOfHandle } from './handle-key.ts'
import { type InboxFilter, isSettled } from './inbox-filter.ts'
import { nearest, slipsAllowed, waysToWrite, wordsOf } from './search-words.ts'

/** What was searched for, as it was read. */
export interface Reading {
  /** Words nobody has written, and what was searched for in their place. */
  corrected: readonly { word: string; by: readonly string[] }[]
  /** A name on a channel that this actor may not look up. */
  handleRefused: boolean
}

/** Any of these lexemes: one word in all its forms. */
type Term = readonly string[]

/**
 * Cases that hold all the words (stems, other ways to write them, the nearest ones for what nobody ever wrote), parts of
 * a ticket, a register number; or those of an @name. The latest received first. In every state unless one is given.
 */
export async function searchCases(ctx: Ctx, given: Wanted): Promise<{ rows: InboxRow[]; read: Reading }> {
  const wanted = { ...given, filter: { ...given.filter, state: given.filter.state || 'any' } }
  const handle = /^@([\w.]{1,50})$/.exec(wanted.filter.text)?.[1]
  if (handle !== undefined) return ofHandle(ctx, wanted, handle)
  const words = wordsOf(wanted.filter.text)
  const read: Reading = { corrected: [], handleRefused: false }
  if (words.length === 0) return { rows: [], read }
  const { terms, corrected } = await termsOf(ctx, words)
  return { rows: await backwards(ctx, wanted, [...terms, ...tokensOf(wanted)]), read: { ...read, corrected } }
}

/** An identity is sealed: only whoever may open it may ask by it, and never of a case that is anonymous. */
async function ofHandle(ctx: Ctx, wanted: Wanted, handle: string): Promise<{ rows: InboxRow[]; read: Reading }> {
  if (!may(ctx.actor, 'reporter.open')) return { rows: [], read: { corrected: [], handleRefused: true } }
  const scope = scopeOf(ctx.actor, 'reporter.open')
  const rows = await rowsOf(ctx, { ...wanted, scope }, await caseIdsOfHandle(ctx, handle))
  return { rows, read: { corrected: [], handleRefused: false } }
}

async function termsOf(
  ctx: Ctx,
  words: readonly string[],
): Promise<{ terms: Term[]; corrected: Reading['corrected'] }> {
  const stems = await stemsOf(ctx, words.flatMap(waysToWrite))
  const corrected: { word: string; by: string[] }[] = []
  const terms: Term[] = []
  for (const word of words) {
    const forms = stems.filter((one) => waysToWrite(word).includes(one.word))
    const by = forms.some(isMet) ? [] : nearest(word, await wordsAlike(ctx, word))
    const instead = by.length > 0 ? await stemsOf(ctx, by) : []
    if (by.length > 0) corrected.push({ word, by })
    terms.push([...new Set([...[...forms, ...instead].map(({ stem }) => stem), ...partsOfTicket(word)])])
  }
  return { terms, corrected }
}

/** Only words of letters are kept in the dictionary; of others nothing is known. */
const isMet = ({ word, stem, known }: StemOfWord): boolean =>
  known || !/^\p{L}+$/u.test(stem) || slipsAllowed(word) === 0

/** Half a ticket, and a register number without its noughts, are tokens of the index. */
function partsOfTicket(word: string): string[] {
  if (/^\d{1,6}$/.test(word)) return [`n:${Number(word)}`, ...(word.length === 4 ? [`t:${word}`] : [])]
  return word.length === 4 ? [`t:${word}`] : []
}

/** What the index itself knows of the filter. */
function tokensOf({ scope, filter }: Wanted): Term[] {
  const { agencyId, state } = filter
  const agencies = agencyId !== '' ? [agencyId] : scope === 'all' ? [] : scope
  const running = state !== 'any' && !isSettled(state)
  return [...(agencies.length > 0 ? [agencies.map((id) => `a:${id}`)] : []), ...(running ? [['s:run']] : [])]
}

/** With fewer hits than this all of them are read and put in order; with more, only those of the latest months. */
const few = 2_000
/** Months that are searched apart before all that is older is searched together. */
const furthest = 48

/**
 * Walks back from the newest month until the page is full: ordering all hits of a common word would take longer than
 * anybody waits. How many months are looked at together follows from how often the words are written.
 */
async function backwards(ctx: Ctx, wanted: Wanted, terms: readonly Term[]): Promise<InboxRow[]> {
  const { cases, shareOf } = await frequencies(ctx)
  const shares = terms.map((term) =>
    Math.min(
      1,
      term.reduce((sum, lexeme) => sum + shareOf(lexeme), 0),
    ),
  )
  const hits = shares.reduce((product, share) => product * share, cases)
  const words = terms.map(anyOf)
  if (hits <= few) return foundRows(ctx, wanted, { words, to: null })
  const newest = monthInWib(ctx.now)
  let rows: InboxRow[] = []
  let done = 0
  for (let size = monthsFor(wanted, hits); done < furthest && rows.length < wanted.limit; size *= 2) {
    const months = Array.from({ length: size }, (_, i) => addMonths(newest, -done - i))
    const within = [...words, anyOf(months.map((month) => `m:${month}`))]
    const missing = wanted.limit - rows.length
    rows = [...rows, ...(await foundRows(ctx, { ...wanted, limit: missing }, { words: within, to: null }))]
    done += size
  }
  if (rows.length === wanted.limit) return rows
  const to = monthRange(addMonths(newest, 1 - done)).from
  const older = await foundRows(ctx, { ...wanted, limit: wanted.limit - rows.length }, { words, to })
  return [...rows, ...older]
}

/** As if the hits were spread over three years; a filter that the index does not know lets a tenth through. */
function monthsFor({ limit, filter }: Wanted, hits: number): number {
  const others: (keyof InboxFilter)[] = ['kind', 'class', 'channel', 'assignee', 'label', 'topic', 'region', 'due']
  const through = others.some((key) => filter[key] !== '') || isSettled(filter.state) ? 0.1 : 1
  return Math.min(12, Math.max(1, Math.ceil((limit * 1.5) / ((hits / 36) * through))))
}

const anyOf = (term: Term): string => term.map(quoted).join(' | ')
const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, (sign) => `${sign}${sign}`)}'`
