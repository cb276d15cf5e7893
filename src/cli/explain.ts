/** One line that says what went wrong and what to do, for errors that come from outside of us. */
export function explain(error: unknown): string {
  const { code, message = String(error), port } = error as NodeJS.ErrnoException & { port?: number }
  const first = message.split('\n', 1)[0] || String(code)
  const advice = code === undefined ? undefined : advices[code]
  return advice === undefined ? first : advice(first, port)
}

const database = (first: string): string =>
  `The database cannot be reached (${first}): is PostgreSQL running, and is DATABASE_URL right?`
const refused = (first: string): string => `The database refuses us (${first}): see user and password in DATABASE_URL.`
const folder = (first: string): string =>
  `${first}: run as the user who owns that folder, or set DATA_DIR to another one.`

const advices: Record<string, (first: string, port?: number) => string> = {
  EADDRINUSE: (_, port) =>
    `Port ${port} is taken: stop the program that listens there, or choose another, for example PORT=${(port ?? 8080) + 1000} npm start.`,
  EADDRNOTAVAIL: (first) => `Cannot listen there (${first}): HOST must be an address of this machine.`,
  ECONNREFUSED: database,
  ENOTFOUND: database,
  EHOSTUNREACH: database,
  ETIMEDOUT: database,
  '28P01': refused,
  '28000': refused,
  '3D000': (first) => `${first}: create it, or correct DATABASE_URL.`,
  EACCES: folder,
  EPERM: folder,
  ENOSPC: (first) => `The disk is full (${first}): make room and start again.`,
}
