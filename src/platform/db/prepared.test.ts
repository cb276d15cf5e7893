import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { openWorld, type World } from '../../../test/world.ts'
import { statementNames } from './prepared.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

test('a statement gets a name when it comes again and again', () => {
  const nameOf = statementNames()
  const names = Array.from({ length: 6 }, () => nameOf('select $1'))
  assert.deepEqual(names.slice(0, 4), [undefined, undefined, undefined, undefined])
  assert.match(names[4] ?? '', /^kentongan_[0-9a-f]{32}$/)
  assert.equal(names[5], names[4])
})

test('not one whose columns a migration may change, nor ever more of them', () => {
  const nameOf = statementNames()
  for (let i = 0; i < 10; i++) assert.equal(nameOf('select * from agency where id = $1'), undefined)
  for (let i = 0; i < 500; i++) for (let n = 0; n < 5; n++) nameOf(`select ${i}`)
  for (let i = 0; i < 10; i++) assert.equal(nameOf('select one more'), undefined)
})

test('a kept statement gives what it gave, its errors too, and forgets nothing of what was written meanwhile', async () => {
  const { db } = world.platform
  const keys = () => db.selectFrom('receipt').select('key').where('key', 'in', ['a', 'b']).execute()
  for (let i = 0; i < 8; i++) assert.equal((await keys()).length, 0)
  await db.insertInto('receipt').values({ key: 'a', at: world.now(), answer: null }).execute()
  assert.equal((await keys()).length, 1)
  for (let i = 0; i < 8; i++)
    await assert.rejects(sql`select ${'x'}::integer as number`.execute(db), /invalid input syntax/)
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from pg_prepared_statements where name like 'kentongan_%'`.execute(db)
  assert.ok((rows[0]?.count ?? 0) > 0)
})
