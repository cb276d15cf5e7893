import { inTheHouse } from './installation.ts'
import { readOptions } from './options.ts'
import { print, type Verb } from './verb.ts'

export const verb: Verb = {
  help: `seed [--example]

  Loads what every installation needs: the register of agencies, the calendar, the rules. Twice is the same as once.
  --example   the example city as well: invented people and two months of their work. Never in a real installation.`,
  async run(args) {
    const { values } = readOptions(args, { example: { type: 'boolean' } })
    const { seedCity } = await import('./seed-city.ts')
    await inTheHouse((_, house) => seedCity(house, { example: values.example === true }))
    print('Loaded.')
    return 0
  },
}
