import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testServer } from '../../test/test-server.ts'
import { sendFleet } from './x-schedule.ts'

test('many posts due at one minute go out in order, once, within the limit of X, the rest waits for it', async (t) => {
  const server = testServer()
  const database = await server.createDatabase()
  try {
    const size = { accounts: 8, posts: 150, crowded: 104, latency: 5 }
    const { published, waiting, wrong, outOfOrder, callsBeyondLimit, late } = await sendFleet(
      server.connectionTo(database),
      size,
    )
    t.diagnostic(`tried ${size.posts} posts of ${size.accounts} accounts; the latest ${late.most.toFixed(1)} s`)
    assert.deepEqual({ published, waiting, wrong, outOfOrder }, { published: 146, waiting: 4, wrong: 0, outOfOrder: 0 })
    assert.ok(callsBeyondLimit <= 1, `${callsBeyondLimit} calls beyond the limit`)
  } finally {
    await server.dropDatabase(database)
  }
})
