import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts'

const bin = join(import.meta.dirname, '../../../bin')
const quiet = (): void => {}

let folder: string
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'kentongan-embedded-'))
  chmodSync(folder, 0o755)
})
after(() => rmSync(folder, { recursive: true, force: true }))

describe('the embedded database', () => {
  it('keeps what was written, and is gone after stop', async () => {
    const first = await startEmbedded(join(folder, 'plain'), quiet)
    await ask(first, 'create table note (text text)')
    await ask(first, `insert into note values ('kept')`)
    await first.stop()
    assert.equal(existsSync(join(first.where, 'postmaster.pid')), false)

    const second = await startEmbedded(join(folder, 'plain'), quiet)
    assert.equal(second.reused, false)
    assert.deepEqual(await ask(second, 'select text from note'), [{ text: 'kept' }])
    await second.stop()
  })

  it('is shared by starts at the same time, and stopped by the last', async () => {
    const all = await Promise.all([1, 2, 3].map(() => startEmbedded(join(folder, 'shared'), quiet)))
    const [one, two, three] = all as [EmbeddedDatabase, EmbeddedDatabase, EmbeddedDatabase]
    await one.stop()
    await two.stop()
    assert.deepEqual(await ask(three, 'select 1 as one'), [{ one: 1 }])
    await three.stop()
    assert.equal(existsSync(join(three.where, 'postmaster.pid')), false)
  })

  it('takes over the server of a process that was killed, with every acknowledged row', async () => {
    const child = await startedElsewhere(join(folder, 'killed'))
    child.kill('SIGKILL')
    await once(child, 'exit')
    const taken = await startEmbedded(join(folder, 'killed'), quiet)
    assert.equal(taken.reused, true)
    assert.deepEqual(await ask(taken, 'select count(*)::int as rows from note'), [{ rows: 1 }])
    await taken.stop()
    assert.equal(existsSync(join(taken.where, 'postmaster.pid')), false)
  })

  it('starts again when the server itself was killed', async () => {
    const first = await startEmbedded(join(folder, 'dead'), quiet)
    await ask(first, 'create table note as select 1 as n')
    const pid = Number.parseInt(readFileSync(join(first.where, 'postmaster.pid'), 'utf8'), 10)
    process.kill(pid, 'SIGKILL')
    const again = await startEmbedded(join(folder, 'dead'), quiet)
    assert.deepEqual(await ask(again, 'select n from note'), [{ n: 1 }])
    await again.stop()
  })

  it('is not stopped by a pid file whose number now belongs to another program', async () => {
    const first = await startEmbedded(join(folder, 'stale'), quiet)
    await first.stop()
    writeFileSync(join(first.where, 'postmaster.pid'), `${process.pid}\n${first.where}\n1\n5432\n`, { mode: 0o600 })
    const again = await startEmbedded(join(folder, 'stale'), quiet)
    assert.equal(again.reused, false)
    await again.stop()
  })

  it('throws away a cluster that was half made', async () => {
    mkdirSync(join(folder, 'half', 'postgres.new-999999', 'base'), { recursive: true })
    const server = await startEmbedded(join(folder, 'half'), quiet)
    assert.equal(existsSync(join(folder, 'half', 'postgres.new-999999')), false)
    await server.stop()
  })

  it('finds a short folder for the socket when the data lie deep', async () => {
    const deep = join(folder, ...Array.from({ length: 12 }, () => 'sebuah-folder'), 'data')
    const server = await startEmbedded(deep, quiet)
    assert.ok(server.connection.host.length < 85)
    assert.ok(server.where.startsWith(deep))
    await server.stop()
    rmSync(server.connection.host, { recursive: true, force: true })
  })

  it('puts the data elsewhere when root keeps the folder closed', { skip: process.getuid?.() !== 0 }, async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const first = await startEmbedded(join(closed, 'data'), quiet)
    assert.equal(first.where.startsWith(closed), false)
    await ask(first, 'create table note as select 1 as n')
    await first.stop()

    chmodSync(closed, 0o755)
    const second = await startEmbedded(join(closed, 'data'), quiet)
    assert.equal(second.where, first.where, 'the data that are there stay the data')
    assert.deepEqual(await ask(second, 'select n from note'), [{ n: 1 }])
    await second.stop()
    rmSync(dirname(second.where), { recursive: true, force: true })
  })
})

async function ask({ connection }: EmbeddedDatabase, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another process that starts the server, writes a row, and holds on. */
async function startedElsewhere(dataDir: string): Promise<ChildProcess> {
  const script = `
    import pg from 'pg'
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))}
    const { connection } = await startEmbedded(${JSON.stringify(dataDir)}, () => {})
    const client = new pg.Client(connection)
    await client.connect()
    await client.query('create table note as select 1 as n')
    console.log('ready')
    setInterval(() => {}, 1000)`
  const given = ['--import', join(bin, 'from-source.mjs'), '--input-type=module', '--eval', script]
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}
