import { inTheHouse } from './installation.ts'
import { readOptions, required, unlessRefused } from './options.ts'
import { print, type Verb, WrongUsage } from './verb.ts'

export const verb: Verb = {
  help: `token add --name N --role R [--agency ID]

  Adds a token for the API and prints it, this once. It may do what the role may do.`,
  async run([act, ...args]) {
    if (act !== 'add') throw new WrongUsage('Say "token add".')
    const option = { type: 'string' } as const
    const { values } = readOptions(args, { name: option, role: option, agency: option })
    const token = {
      name: required(values.name, '--name'),
      role: required(values.role, '--role'),
      agencyId: values.agency ?? null,
    }
    const { addToken } = await import('../agencies/add-token.ts')
    const added = await inTheHouse(async (ctx) => unlessRefused(await addToken(ctx, token)))
    print(added.token)
    return 0
  },
}
