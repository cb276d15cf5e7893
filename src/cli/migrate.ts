import { migrate } from '../platform/db/migrate.ts'
import { openInstallation } from './installation.ts'
import { readOptions } from './options.ts'
import { print, type Verb } from './verb.ts'

export const verb: Verb = {
  help: `migrate

  Runs the migrations this database has not had yet, each in a transaction. Running it again changes nothing.`,
  async run(args) {
    readOptions(args, {})
    const { connection, close } = await openInstallation()
    try {
      const done = await migrate(connection)
      print(done.length === 0 ? 'Nothing to do: the database is up to date.' : done.join('\n'))
      return 0
    } finally {
      await close()
    }
  },
}
