import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { openWorld, type World } from '../../test/world.ts'
import type { Database } from '../platform/db/database.ts'
import { record } from '../platform/events.ts'
import { transaction } from '../platform/transaction.ts'
import { checkSeals } from './check-seals.ts'
import { sealEvents } from './seal-events.ts'

let world: World
/** Somebody with the rights of the table's owner. */
let tamperer: pg.Client
let minute = Date.parse('2026-11-23T03:00:00Z')

before(async () => {
  world = await openWorld()
  tamperer = new pg.Client(world.connection)
  await tamperer.connect()
})
after(async () => {
  await tamperer.end()
  await world.close()
})

/** The database as this very connection sees it, its open transaction included. */
const seenBy = (client: pg.Client): Kysely<Database> =>
  new Kysely<Database>({
    dialect: new PostgresDialect({
      pool: {
        options: {},
        connect: async () => ({ query: client.query.bind(client), release: () => {} }),
        end: async () => {},
      } as never,
    }),
  })

const note = (id: string): Promise<void> =>
  transaction(world.system(), (ctx) =>
    record(ctx, 'note.made', { thing: 'note', id, agencyId: 'dinkes', before: { a: 1 }, after: { a: 2 } }),
  )

const newestEvent = async (): Promise<bigint> =>
  BigInt((await tamperer.query('select max(id) as id from event')).rows[0].id)

const sealedUpTo = async (): Promise<bigint> =>
  BigInt((await tamperer.query('select coalesce(max(to_id), 0) as id from event_seal')).rows[0].id)

function aMinuteLater() {
  minute += 61_000
  world.at(new Date(minute).toISOString())
}

/** Lets minutes pass until everything is sealed; transactions of other databases of this server may hold it up. */
async function sealAll(): Promise<void> {
  for (let tries = 0; (await sealedUpTo()) < (await newestEvent()); tries++) {
    assert.ok(tries < 200, 'never sealed')
    aMinuteLater()
    await sealEvents(world.system())
    await pause(25)
  }
}

test('events are sealed once they have rested, in a chain without a gap', async () => {
  await note('one')
  assert.equal(await sealEvents(world.system()), 0)
  assert.equal(await sealEvents(world.system()), 0, 'a minute has not passed')
  await sealAll()
  await note('two')
  await sealAll()
  const checked = await checkSeals(world.system())
  assert.deepEqual(checked.broken, [])
  assert.ok(checked.seals >= 2)
  assert.equal(checked.events, Number((await tamperer.query('select count(*) from event')).rows[0].count))
})

test('an event whose transaction is still open holds the seal back, and is in it afterwards', async () => {
  await tamperer.query('begin')
  await tamperer.query(
    `insert into event (at, actor_kind, actor_name, action, thing, thing_id)
     values (now(), 'system', 'slow', 'note.made', 'note', 'slow')`,
  )
  await note('quick')
  const other = new pg.Client(world.connection)
  await other.connect()
  const { rows } = await other.query(`select max(id) as id from event where thing_id = 'quick'`)
  for (let round = 0; round < 4; round++) {
    aMinuteLater()
    await sealEvents(world.system())
  }
  const sealed = (await other.query('select max(to_id) as id from event_seal')).rows[0].id
  assert.ok(BigInt(sealed) < BigInt(rows[0].id) - 1n, 'sealed past an event that had not come yet')
  await other.end()
  await tamperer.query('commit')
  await sealAll()
  assert.deepEqual((await checkSeals(world.system())).broken, [])
})

test('a gap in the sequence is no fault', async () => {
  await tamperer.query('begin')
  await tamperer.query(
    `insert into event (at, actor_kind, actor_name, action, thing, thing_id)
     values (now(), 'system', 'undone', 'note.made', 'note', 'undone')`,
  )
  await tamperer.query('rollback')
  await note('after the gap')
  await sealAll()
  assert.deepEqual((await checkSeals(world.system())).broken, [])
})

const values = `(now(), 'system', 'forger', 'note.made', 'note', 'forged')`
for (const [what, tampering, found] of [
  ['changed text', `update event set actor_name = 'x' where id = $1`, 'rows were changed'],
  ['changed time', `update event set at = at + interval '1 second' where id = $1`, 'rows were changed'],
  ['changed detail', `update event set after = '{"a": 3}' where id = $1`, 'rows were changed'],
  ['a null for an empty text', `update event set actor_id = '' where id = $1`, 'rows were changed'],
  ['removal', `delete from event where id = $1`, 'rows were removed'],
  [
    'a row put in before all others',
    `insert into event (id, at, actor_kind, actor_name, action, thing, thing_id) overriding system value
     select -$1::bigint, v.* from (values ${values}) v`,
    'rows were added',
  ],
] as const)
  test(`tampering is found out: ${what}`, async () => {
    const { rows } = await tamperer.query(`select max(id) as id from event where thing_id = 'two'`)
    await assert.rejects(
      tamperer.query(`update event set actor_name = 'x' where id = $1`, [rows[0].id]),
      /never changed/,
    )
    await tamperer.query('begin')
    await tamperer.query('alter table event disable trigger all')
    await tamperer.query(tampering, [rows[0].id])
    const { broken } = await checkSeals({ db: seenBy(tamperer) })
    await tamperer.query('rollback')
    assert.equal(broken.length, 1)
    assert.equal(broken[0]?.what, found)
    assert.deepEqual((await checkSeals(world.system())).broken, [])
  })

test('a seal taken away is missed', async () => {
  await tamperer.query('begin')
  await tamperer.query('alter table event_seal disable trigger all')
  await tamperer.query('delete from event_seal where id = 1')
  const { broken } = await checkSeals({ db: seenBy(tamperer) })
  await tamperer.query('rollback')
  assert.ok(broken.some(({ what }) => what === 'the seal itself is missing'))
})
