import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { openWorld, type World } from '../../test/world.ts'
import { record } from './events.ts'
import { once } from './http/once.ts'
import { conflict, isRefusal } from './refusal.ts'
import { transaction } from './transaction.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const note = (id: string) => ({ thing: 'note', id, agencyId: null })
const notes = async (id: string): Promise<number> =>
  (await world.platform.db.selectFrom('event').select('id').where('thing_id', '=', id).execute()).length

test('a refusal undoes what the command had written', async () => {
  const result = await transaction(world.system(), async (ctx) => {
    await record(ctx, 'note.made', note('refused'))
    return conflict('tidak jadi')
  })
  assert.ok(isRefusal(result))
  assert.equal(await notes('refused'), 0)
})

test('a command called inside another joins its transaction', async () => {
  await assert.rejects(
    transaction(world.system(), async (ctx) => {
      await transaction(ctx, (inner) => record(inner, 'note.made', note('joined')))
      throw new Error('afterwards')
    }),
  )
  assert.equal(await notes('joined'), 0)
})

test('what waits for the commit runs after it, and not at all without one', async () => {
  const told: string[] = []
  await transaction(world.system(), async (ctx) => {
    await transaction(ctx, async (inner) => void inner.committed?.push(() => told.push('kept')))
    assert.deepEqual(told, [])
  })
  await transaction(world.system(), async (ctx) => {
    ctx.committed?.push(() => told.push('lost'))
    return conflict('tidak jadi')
  })
  assert.deepEqual(told, ['kept'])
})

test('an event without a transaction is an error', async () => {
  await assert.rejects(record(world.system(), 'note.made', note('alone')), /outside a transaction/)
})

test('events are never changed or removed', async () => {
  await transaction(world.system(), (ctx) => record(ctx, 'note.made', note('kept')))
  const { db } = world.platform
  await assert.rejects(sql`update event set action = 'other'`.execute(db), /never changed/)
  await assert.rejects(sql`delete from event`.execute(db), /never changed/)
  await assert.rejects(sql`truncate event`.execute(db), /never changed/)
})

const makeNote = (id: string) =>
  once<string, string>(
    world.system(),
    `note:${id}`,
    async (ctx) => {
      await record(ctx, 'note.made', note(id))
      return { done: true, outcome: 'made', answer: 'made before' }
    },
    (answer) => answer,
  )

test('the same key runs once, also when both come at the same time', async () => {
  const answers = await Promise.all([makeNote('twice'), makeNote('twice'), makeNote('twice')])
  assert.deepEqual(answers.sort(), ['made', 'made before', 'made before'])
  assert.equal(await notes('twice'), 1)
})

test('what was not done may be tried again under the same key', async () => {
  const outcome = await once<string, string>(
    world.system(),
    'note:later',
    async (ctx) => {
      await record(ctx, 'note.made', note('later'))
      return { done: false, outcome: 'refused' }
    },
    (answer) => answer,
  )
  assert.equal(outcome, 'refused')
  assert.equal(await notes('later'), 0)
  assert.equal(await makeNote('later'), 'made')
})
