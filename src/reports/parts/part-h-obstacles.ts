import { type Obstacles, obstacleReasons } from '../obstacles.ts'
import { type Part, part } from './part.ts'

/** What the operator wrote. */
export function obstaclesPart({ reasons, text, plan }: Obstacles): Part {
  const named = reasons.map((reason) => obstacleReasons[reason]).join('; ')
  return part('H', 'Kendala dan rencana', {
    words: reasons.length === 0 ? ['Tidak ada kendala yang dilaporkan.'] : [],
    facts: [
      ...(reasons.length === 0
        ? []
        : ([
            ['Kendala', named],
            ['Uraian', text],
          ] satisfies [string, string][])),
      ...(plan === '' ? [] : ([['Rencana', plan]] satisfies [string, string][])),
    ],
  })
}
