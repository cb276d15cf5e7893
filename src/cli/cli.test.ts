import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { testServer } from '../../test/test-server.ts'
import type { Verb } from './verb.ts'

const program = join(import.meta.dirname, '../../bin/kentongan')

interface Said {
  code: number
  out: string
  error: string
}

/** Runs the real program in a folder of its own, on a copy of the template. */
function kentongan(args: string, input = '', environment: Record<string, string> = {}): Promise<Said> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: folder, LOG_LEVEL: 'error', ...environment }
  const child = spawn('sh', [program, ...args.split(' ')], { cwd: folder, env })
  const said = { code: 0, out: '', error: '' }
  child.stdout.on('data', (data) => (said.out += data))
  child.stderr.on('data', (data) => (said.error += data))
  child.stdin.end(input)
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...said, code: code ?? -1 })))
}

const server = testServer()
let database: string
let databaseUrl: string
let folder: string
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kentongan-cli-'))
  database = await server.createDatabase()
  const { host, user } = server.connectionTo(database) as { host: string; user: string }
  databaseUrl = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`
})
after(async () => {
  await server.dropDatabase(database)
  rmSync(folder, { recursive: true, force: true })
})

describe('bin/kentongan', () => {
  const wrong = [
    ['nothing at all', '', /^There is no verb ""/],
    ['an unknown verb', 'terbang', /^There is no verb "terbang"/],
    ['an unknown option', 'serve --cepat', /^Unknown option '--cepat'/],
    ['a missing option', 'user add --name Sari', /^--email is missing/],
    ['an unknown act', 'user remove', /^Say "user add"/],
    ['a month that is none', 'report dinkes 2026-13', /2026-10/],
    ['a report of nobody', 'report 2026-10', /^Give an agency and a month/],
    ['due without an instant', 'due --days 5', /^--from/],
    ['scan without an address', 'scan', /^Give one address/],
  ] as const
  for (const [name, args, error] of wrong)
    it(`exits 2 for ${name}`, async () => {
      const said = await kentongan(args)
      assert.equal(said.code, 2)
      assert.match(said.error, error)
      assert.match(said.error, /--help/)
    })

  it('lists its verbs, and each has its help', async () => {
    const { out, code } = await kentongan('--help')
    assert.equal(code, 0)
    const verbs = [...out.matchAll(/^ {2}(\w+) /gm)].map(([, verb]) => verb)
    for (const verb of ['serve', 'worker', 'migrate', 'seed', 'user', 'token', 'due', 'report', 'recap', 'doctor'])
      assert.ok(verbs.includes(verb), verb)
    for (const verb of verbs) {
      const { help } = (await import(`./${verb}.ts`)).verb as Verb
      assert.ok(verb === 'due' || help.startsWith(verb ?? '?'), `${verb} says how it is written`)
    }
    assert.match((await kentongan('due --help')).out, /due --from/)
    assert.match((await kentongan('serve --help')).out, /--no-worker/)
  })

  it('adds a person, and says no in one line', async () => {
    const sari = 'user add --email sari@dinkes.example --name Sari --role contributor'
    const added = await kentongan(`${sari} --agency dinkes --password-stdin`, 'sebuah-kata-sandi\n')
    assert.deepEqual(added, { code: 0, out: 'sari@dinkes.example: contributor of dinkes\n', error: '' })
    const unknown = await kentongan(`${sari} --agency entah`)
    assert.equal(unknown.code, 1)
    assert.equal(unknown.error.trim().split('\n').length, 1)
    assert.equal((await kentongan(`${sari} --agency dinkes --password-stdin`, 'pendek')).code, 1)
  })

  it('prints a token once, that the API knows', async () => {
    const { out, code } = await kentongan('token add --name uji --role auditor')
    assert.equal(code, 0)
    assert.match(out, /^\S{20,}\n$/)
  })

  it('writes a report where it was called, and says when there is none', async () => {
    const none = await kentongan('report dinkes 2020-01 --out laporan.json')
    assert.equal(none.code, 1)
    assert.equal(none.error.trim().split('\n').length, 1)
  })

  it('migrates once, and refuses to serve what is not migrated', async () => {
    assert.match((await kentongan('migrate')).out, /^Nothing to do/)
    const missing = await kentongan('migrate', '', { DATABASE_URL: databaseUrl.replace(database, 'entah_di_mana') })
    assert.equal(missing.code, 1)
    assert.match(missing.error, /entah_di_mana.* DATABASE_URL/)
  })

  it('counts working time without a database', async () => {
    const bare = { DATABASE_URL: '', DATA_DIR: join(folder, 'nothing-here') }
    const { out } = await kentongan('due --from 2026-03-16T16:40:00+07:00 --days 5', '', bare)
    assert.equal(out, '2026-03-31T09:00:00Z\n')
  })

  it('examines the installation', async () => {
    const well = await kentongan('doctor')
    assert.equal(well.code, 0, well.out)
    for (const thing of ['Node', 'packages', 'settings', 'data', 'database', 'migrations', 'queue', 'clock', 'X'])
      assert.match(well.out, new RegExp(`^ok +${thing} `, 'm'))
    const ill = await kentongan('doctor', '', { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' })
    assert.equal(ill.code, 1)
    assert.match(ill.out, /^WRONG +database +.*DATABASE_URL/m)
  })
})
