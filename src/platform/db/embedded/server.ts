import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { renameUnlessThere } from './binaries.ts'
import { ownFolder, type Place } from './place.ts'

const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '128MB',
  log_checkpoints: 'off',
  timezone: 'UTC',
}

/** Settings for data that nobody will miss (tests): a crash may lose them, and they are several times faster. */
export const throwaway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Makes an empty cluster aside and moves it into place whole: a start that was cut short leaves nothing half made. */
export function makeCluster(place: Place, binaries: string): void {
  const { user, cluster } = place
  removeLeftovers(cluster)
  const aside = `${cluster}.new-${process.pid}`
  ownFolder(aside, user)
  const options = ['--username=kentongan', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions']
  const collation = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  try {
    execFileSync(join(binaries, 'bin/initdb'), ['-D', aside, ...options, ...collation], {
      ...user,
      cwd: '/',
      env: environment,
      stdio: 'pipe',
    })
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    throw new Error(`The database could not be made in ${cluster}: ${firstLine((error as { stderr?: Buffer }).stderr)}`)
  }
  // Trust, because the folder of the socket lets in nobody but its owner and root.
  writeFileSync(join(aside, 'pg_hba.conf'), 'local all all trust\n')
  renameUnlessThere(aside, cluster)
}

function removeLeftovers(cluster: string): void {
  const prefix = `${basename(cluster)}.new-`
  for (const name of readdirSync(dirname(cluster)))
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length))))
      rmSync(join(dirname(cluster), name), { recursive: true, force: true })
}

/**
 * Starts the server in a session of its own, so that a Ctrl-C meant for us does not stop it before we are done with
 * it. Its words go to a file and not to a pipe of ours: it has to outlive us when we are killed.
 */
export function spawnServer(place: Place, binaries: string, extra: Record<string, string>): ChildProcess {
  const log = openSync(logFile(place), 'a', 0o600)
  const given = Object.entries({ ...settings, ...extra }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(binaries, 'bin/postgres'), ['-D', place.cluster, '-k', place.socket, ...given], {
    ...place.user,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  return child
}

export const logFile = (place: Place): string => join(place.base, 'postgres.log')

/** The last line the server wrote, for the one line of an error. */
export function lastWords(place: Place): string {
  const lines = readFileSync(logFile(place), 'utf8').trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? ''
}

/** Process id of the server on this cluster, if it lives. */
export function serverPid(place: Place): number | undefined {
  const pid = Number.parseInt(pidFile(place) ?? '', 10)
  return isAlive(pid) && isServer(pid, place.cluster) ? pid : undefined
}

/** The server removes it as it ends, at any moment. */
function pidFile(place: Place): string | undefined {
  try {
    return readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * A pid file whose number now belongs to another program (after a reboot, or in a container, numbers come again)
 * would keep PostgreSQL from starting.
 */
export function removeStalePidFile(place: Place): void {
  if (serverPid(place) !== undefined) return
  rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
  rmSync(join(place.socket, '.s.PGSQL.5432.lock'), { force: true })
}

function isServer(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  } catch {
    return existsSync('/proc/self') ? false : execFileSync('ps', ['-o', 'args=', '-p', `${pid}`]).includes(cluster)
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const firstLine = (text: Buffer | undefined): string => String(text ?? '').split('\n', 1)[0] ?? ''
