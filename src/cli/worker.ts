import { openInstallation, readySchema } from './installation.ts'
import { readOptions } from './options.ts'
import { untilStopped } from './until-stopped.ts'
import { print, type Verb } from './verb.ts'

export const verb: Verb = {
  help: `worker

  Works off the jobs (publishing, polling, scans, reminders) without serving the web. Several may run at once.`,
  async run(args) {
    readOptions(args, {})
    return untilStopped(async ({ add }) => {
      const installation = await openInstallation()
      add(installation.close)
      await readySchema(installation)
      const { startKentongan } = await import('../main.ts')
      const house = await startKentongan(installation.config, installation.connection, { web: false, worker: true })
      add(house.stop)
      print('Kentongan works')
    })
  },
}
