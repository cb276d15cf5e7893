import { type BenchDatabase, embeddedBench, givenBench } from './database.ts'
import { type ScheduleFigures, sendFleet } from './x-schedule.ts'

/** 100 posts an account and window of 15 minutes; one account has more than that. */
const size = { accounts: 115, posts: 2000, crowded: 130, latency: 200 }

/** Seconds after its minute by which a post that no limit holds up must be out. */
const goal = 60

/** Prints how late 2,000 posts of 115 accounts are that were all due at one minute, on every database there is. */
export async function benchSchedule(print: (line: string) => void, databaseUrl: string | undefined): Promise<void> {
  const openers = [embeddedBench, ...(databaseUrl === undefined ? [] : [() => givenBench(databaseUrl)])]
  for (const open of openers) {
    const database: BenchDatabase = await open()
    try {
      print(`\n${database.name}`)
      tell(print, await sendFleet(database.connection, size))
    } finally {
      await database.close()
    }
  }
}

function tell(print: (line: string) => void, told: ScheduleFigures): void {
  const { published, waiting, wrong, outOfOrder, callsBeyondLimit, late } = told
  print(`  ${size.posts} posts of ${size.accounts} accounts due at one minute, X takes ${size.latency} ms over each`)
  print(`    out                  ${published}; median ${late.median.toFixed(1)} s, p95 ${late.p95.toFixed(1)} s late`)
  print(`    latest               ${late.most.toFixed(1)} s, goal ${goal}: ${late.most <= goal ? 'reached' : 'MISSED'}`)
  print(`    waiting for the limit ${waiting}: what one account has beyond 100, until its window opens`)
  print(`    out of order ${outOfOrder}, calls beyond a limit ${callsBeyondLimit}, wrong ${wrong}`)
}
