/**
 * All tables, as Kysely sees them. Each area adds its own in its `data/tables.ts`:
 *
 *     declare module '../../platform/db/database.ts' {
 *       interface Database { content: ContentTable }
 *     }
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging, one area at a time
export interface Database {}
