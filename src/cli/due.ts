import { once } from 'node:events'
import { runDue } from '../platform/calendar/due.ts'
import { installedCalendar } from './installed-calendar.ts'
import type { Verb } from './verb.ts'

/** Has its own `--help`, `due --help`, and needs no database: without one it uses the calendar that ships. */
export const verb: Verb = {
  help: '',
  run: (args) =>
    runDue(args, {
      stdin: process.stdin,
      stdout: async (text) => {
        if (!process.stdout.write(text)) await once(process.stdout, 'drain')
      },
      stderr: (text) => void process.stderr.write(text),
      calendar: installedCalendar,
    }),
}
