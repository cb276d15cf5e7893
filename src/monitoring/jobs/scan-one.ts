import { job } from '../../platform/queue/queue.ts'
import { scanWebsite } from '../scan-website.ts'

/** Four sites at a time: each is asked slowly, so most of a scan is waiting. */
export const scanOne = job<{ websiteId: string }>({
  name: 'monitoring.scan-one',
  run: scanWebsite,
  concurrency: 4,
  retries: 2,
})

/** A second and third try after a failure; a queue of its own, so that it never hides a scan asked for now. */
export const scanAgain = job<{ websiteId: string }>({ name: 'monitoring.scan-again', run: scanWebsite, retries: 2 })
