import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Typesetter } from './typesetter.ts'

const broken = { template: 'monthly-report.typ', data: '{}', at: 0 } as const
const typesetter = new Typesetter()
after(() => typesetter.close())

test('a template that fails rejects its own task and no other', async () => {
  const [first, second] = await Promise.allSettled([typesetter.typeset(broken), typesetter.typeset(broken)])
  assert.equal(first?.status, 'rejected')
  assert.match(String(second?.status === 'rejected' && second.reason), /does not contain key/)
})

test('over the time limit the task fails and the next gets a new thread', async () => {
  const hasty = new Typesetter(1)
  await assert.rejects(hasty.typeset(broken), /batas waktu/)
  await assert.rejects(hasty.typeset(broken), /batas waktu/)
  await hasty.close()
})
