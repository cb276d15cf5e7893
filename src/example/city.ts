import type { Platform } from '../platform/ctx.ts'
import { type Example, loadExample } from './example.ts'
import { examplePublishing } from './publishing.ts'

/** In the order in which they build on one another. */
const parts: readonly ((city: Example) => Promise<void>)[] = [examplePublishing]

/** Loads the example city into a seeded installation. Loading it twice changes nothing. */
export const loadExampleCity = (platform: Platform): Promise<void> => loadExample(platform, parts)
