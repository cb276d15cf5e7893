import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** Whom the server runs as: an empty object for ourselves. Fits into the options of `spawn`. */
export type DatabaseUser = { uid: number; gid: number } | Record<never, never>

/**
 * PostgreSQL refuses to run as root. So root lends it another user: the owner of the data that are already there,
 * else `postgres`, else `nobody`. Everybody else runs it as themselves.
 */
export function databaseUser(cluster: string): DatabaseUser {
  if (process.getuid?.() !== 0) return {}
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  if (!account) throw new Error('PostgreSQL does not run as root: add a user named postgres, or set DATABASE_URL.')
  return { uid: Number(account[2]), gid: Number(account[3]) }
}

/** Whether this user may enter the folder. The kernel is asked, so that every kind of permission counts. */
export const mayEnter = (user: DatabaseUser, folder: string): boolean =>
  spawnSync('test', ['-x', folder], { ...user, cwd: '/' }).status === 0

/** Whether this user can run the program, its libraries included. */
export const mayRun = (user: DatabaseUser, program: string): boolean =>
  spawnSync(program, ['--version'], { ...user, cwd: '/' }).status === 0
