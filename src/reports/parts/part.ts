import type { Ctx } from '../../platform/ctx.ts'
import type { FigureTable, Listing } from '../figure.ts'

export type Letter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I'

/** One part of the monthly report, filled. Plain JSON: it is frozen as it is. */
export interface Part {
  letter: Letter
  title: string
  /** `later` parts say so in words and hold no figures. */
  state: 'filled' | 'later'
  words: string[]
  facts: [label: string, text: string][]
  tables: FigureTable[]
  lists: Listing[]
}

/** Whose report, and of which WIB month `YYYY-MM`. */
export interface PartScope {
  agencyId: string
  month: string
}

/** A part the system fills. A new figure is one such file and one test. */
export interface ReportPart {
  letter: Letter
  title: string
  /** From the event log as it stood at the month's end in WIB, so that filling it again gives the same. */
  fill(ctx: Ctx, scope: PartScope): Promise<Part>
}

/** A filled part, of what is given. */
export function part(letter: Letter, title: string, content: Partial<Omit<Part, 'letter' | 'title' | 'state'>>): Part {
  return { letter, title, state: 'filled', words: [], facts: [], tables: [], lists: [], ...content }
}

/** A part of a later release: words, no figures. */
export function laterPart(letter: Letter, title: string): ReportPart {
  const words = ['Bagian ini diisi mulai rilis berikutnya.']
  return { letter, title, fill: async () => ({ ...part(letter, title, { words }), state: 'later' }) }
}
