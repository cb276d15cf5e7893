import type { JSX } from 'preact'
import { Facts } from '../../platform/ui/facts.tsx'
import { Section } from '../../platform/ui/section.tsx'
import type { Part } from '../parts/part.ts'
import { Figures, ListingView } from './figures-view.tsx'

/** One part on the screen; its long lists stand at the end of the page, in the annex. */
export function PartView({ part }: { part: Part }): JSX.Element {
  return (
    <Section title={`${part.letter}. ${part.title}`}>
      {part.words.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {part.facts.length > 0 && <Facts items={part.facts} />}
      {part.tables.map((table) => (
        <Figures key={table.title} table={table} lists={part.lists} />
      ))}
      {part.lists
        .filter((list) => list.inPart)
        .map((list) => (
          <ListingView key={list.id} list={list} />
        ))}
    </Section>
  )
}
