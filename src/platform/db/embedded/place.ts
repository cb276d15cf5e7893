import { createHash } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type DatabaseUser, databaseUser, mayEnter } from './database-user.ts'

export interface Place {
  user: DatabaseUser
  /** A folder the user of the database can reach; binaries are copied here when need be. */
  base: string
  /** PostgreSQL's data folder. */
  cluster: string
  /** Folder of the Unix socket, mode 0700: who cannot enter it cannot reach the database. */
  socket: string
}

/** The kernel allows 104 to 108 bytes for the whole path of a socket; PostgreSQL appends `/.s.PGSQL.5432.lock`. */
const longestSocketFolder = 84

/** Below `dataDir` if the user of the database can reach it, else below a folder named after it elsewhere. */
export function findPlace(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true })
  const real = realpathSync(dataDir)
  const id = createHash('sha256').update(real).digest('hex').slice(0, 12)
  const named = `${basename(dirname(real)).replace(/[^\w.-]/g, '') || 'kentongan'}-${id}`

  const bases = [real, join('/var/lib/kentongan', named), join(tmpdir(), `kentongan-${named}`)]
  const known = bases.find((base) => existsSync(join(base, 'postgres')))
  for (const base of known ? [known] : bases) {
    const user = databaseUser(join(base, 'postgres'))
    if (!isOpenTo(user, base)) continue
    const beside = join(base, 'socket')
    const socket = Buffer.byteLength(beside) > longestSocketFolder ? join(tmpdir(), `kentongan-${id}`) : beside
    ownFolder(socket, user)
    return { user, base, cluster: join(base, 'postgres'), socket }
  }
  throw new Error(`The database can lie in none of ${bases.join(', ')}: set DATA_DIR to a folder it can reach.`)
}

function isOpenTo(user: DatabaseUser, base: string): boolean {
  try {
    mkdirSync(base, { recursive: true, mode: 0o755 })
    return mayEnter(user, base)
  } catch {
    return false
  }
}

/** Makes the folder for this user alone. One that somebody else put there (in /tmp anybody may) is refused. */
export function ownFolder(folder: string, user: DatabaseUser): void {
  const owner = 'uid' in user ? user.uid : process.getuid?.()
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    if ('uid' in user) chownSync(folder, user.uid, user.gid)
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0)
    throw new Error(`${folder} is not a private folder of the database's user: remove it, or choose another DATA_DIR.`)
}
