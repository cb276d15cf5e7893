import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testServer } from '../../test/test-server.ts'
import { receiveFleet } from '../bench/x-fleet.ts'

test('10 accounts, 600 mentions, pushed twice and out of order while several poll: each once, in its case', async (t) => {
  const server = testServer()
  const database = await server.createDatabase()
  try {
    const told = await receiveFleet(server.connectionTo(database), { accounts: 10, mentions: 60 })
    t.diagnostic(JSON.stringify(told))
    assert.equal(told.messages, 600)
    assert.equal(told.right, 600)
    assert.equal(told.cases, 400)
    assert.equal(told.beyondLimit, 0)
    assert.equal(told.ledger, told.charged)
  } finally {
    await server.dropDatabase(database)
  }
})
