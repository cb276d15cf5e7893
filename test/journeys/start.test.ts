import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { isAlive } from '../../src/platform/db/embedded/server.ts'
import { type AppProcess, answers, dataFolder, freePort, ready } from '../app-process.ts'

const root = join(import.meta.dirname, '../..')

let clone: string
let remove: () => void
let port: number
let app: AppProcess

before(async () => {
  const folder = dataFolder('clone')
  clone = join(folder.path, 'kentongan')
  remove = folder.remove
  execFileSync('git', ['clone', '--quiet', root, clone])
  // What npm ci would install: a test of it alone would need the network.
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  port = await freePort()
})
after(() => remove())

describe('npm start in a fresh clone', () => {
  it('goes from nothing to a page, with a sign-in for every role', async () => {
    app = await start()
    assert.equal(await answers(`${app.url}/masuk`), true)
    assert.match(app.output(), /Kentongan is ready: http:\/\/localhost:\d+/)
    for (const role of ['operator', 'reviewer', 'head', 'comms-officer', 'comms-head', 'mayor-office', 'auditor'])
      assert.match(app.output(), new RegExp(`${role} +\\S+@\\S+\\.example`))
    assert.match(app.output(), /password kentongan-contoh/)
  })

  it('says in one line that the port is taken', () => {
    const second = npmStart({ DATA_DIR: join(clone, 'second') })
    return said(second, new RegExp(`^Port ${port} is taken: stop .*PORT=`, 'm'))
  })

  it('stops the database too on Ctrl-C', async () => {
    await app.stop()
    assert.equal(databasePid(), undefined)
    assert.equal(await answers(`http://127.0.0.1:${port + 1}/`), false, 'the stand-in for X is gone')
  })

  it('starts again from what is there, and doubles nothing', async () => {
    app = await start()
    assert.doesNotMatch(app.output(), /making the database|example city/)
    const { items } = await (await fetch(`${app.url}/situs/dinkes/feed.xml`)).text().then((xml) => ({
      items: xml.match(/<link>[^<]+<\/link>/g) ?? [],
    }))
    assert.equal(new Set(items).size, items.length)
  })

  it('takes over what a kill -9 left behind', async () => {
    const pid = databasePid()
    await app.kill()
    assert.ok(pid !== undefined && isAlive(pid), 'the database outlives a killed parent')
    app = await start()
    assert.equal(databasePid(), pid)
    await app.stop()
    assert.equal(databasePid(), undefined)
  })

  it('says what is wrong with the environment in one line', () =>
    said(npmStart({ PORT: 'delapan' }), /^PORT=delapan is wrong: expected a port/m))

  it('says that a database cannot be reached', () =>
    said(
      npmStart({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }),
      /^The database cannot be reached .*DATABASE_URL/m,
    ))
})

function npmStart(environment: Record<string, string> = {}): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, PORT: String(port), LOG_LEVEL: 'warn', ...environment }
  return spawn('sh', ['bin/start'], { cwd: clone, env })
}

const start = (): Promise<AppProcess> => ready(npmStart(), `http://localhost:${port}`)

/** The line on standard error, and exit 1. */
async function said(child: ChildProcess, line: RegExp): Promise<void> {
  let output = ''
  child.stderr?.on('data', (data) => (output += data))
  const code = await new Promise((resolve) => child.once('close', resolve))
  assert.match(output, line)
  assert.equal(code, 1)
  assert.doesNotMatch(output, /\n {4}at /, 'no stack')
}

/** PostgreSQL keeps this file as long as it runs. */
function databasePid(): number | undefined {
  const file = join(clone, 'data/postgres/postmaster.pid')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined
}
