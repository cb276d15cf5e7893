import { openInstallation, readySchema } from './installation.ts'
import { readOptions } from './options.ts'
import { untilStopped } from './until-stopped.ts'
import { print, type Verb } from './verb.ts'

export const verb: Verb = {
  help: `serve [--no-worker]

  Serves the web at HOST and PORT, and works off the jobs in the same process.
  --no-worker   web alone; run "bin/kentongan worker" beside it, as many of each as you like (on PostgreSQL)`,
  async run(args) {
    const { values } = readOptions(args, { 'no-worker': { type: 'boolean' } })
    return untilStopped(async ({ add }) => {
      const installation = await openInstallation()
      add(installation.close)
      await readySchema(installation)
      const { startKentongan } = await import('../main.ts')
      const { config, connection } = installation
      const house = await startKentongan(config, connection, { web: true, worker: !values['no-worker'] })
      add(house.stop)
      print(`Kentongan listens at ${config.baseUrl}`)
    })
  },
}
