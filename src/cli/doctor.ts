import { readOptions } from './options.ts'
import { print, type Verb } from './verb.ts'

export const verb: Verb = {
  help: `doctor

  Checks Node, packages, configuration, write access, database, migrations, queue, clock, the seals of the trail and X.
  Exit 1 when something is wrong; every such line says what to do.`,
  async run(args) {
    readOptions(args, {})
    const { examine } = await import('./doctor/examine.ts')
    let healthy = true
    for await (const { name, wrong, said } of examine()) {
      print(`${wrong === null ? 'ok   ' : 'WRONG'}  ${name.padEnd(10)} ${wrong ?? said}`)
      healthy &&= wrong === null
    }
    return healthy ? 0 : 1
  },
}
