import { job } from '../../platform/queue/queue.ts'
import { workOffImport } from '../import-cases.ts'

/** Works off a file of cases that somebody confirmed. */
export const importCasesJob = job<{ id: string }>({
  name: 'import-cases',
  expiresAfterSeconds: 3600,
  run: (ctx, { id }) => workOffImport(ctx, id),
})
