import { text } from 'node:stream/consumers'
import { inTheHouse } from './installation.ts'
import { readOptions, required, unlessRefused } from './options.ts'
import { print, Refused, type Verb, WrongUsage } from './verb.ts'

export const verb: Verb = {
  help: `user add --email E --name N --role R [--agency ID] [--password-stdin]

  Adds a person with an appointment from today. Without a password they cannot sign in yet.
  --role              operator, contributor, reviewer, head (with --agency), comms-officer, comms-head,
                      mayor-office, auditor, system-admin
  --password-stdin    reads the password from standard input, so that it stands in no history

user reset --email E

  For somebody who lost password and second factor: takes all keys of the account away, ends its sessions and mails an
  invitation. Make sure first that it really is this person who asks.`,
  async run([act, ...args]) {
    if (act === 'reset') return reset(args)
    if (act !== 'add') throw new WrongUsage('Say "user add" or "user reset".')
    const option = { type: 'string' } as const
    const { values } = readOptions(args, {
      email: option,
      name: option,
      role: option,
      agency: option,
      'password-stdin': { type: 'boolean' },
    })
    const person = {
      email: required(values.email, '--email'),
      name: required(values.name, '--name'),
      role: required(values.role, '--role'),
      agencyId: values.agency ?? null,
      password: values['password-stdin'] ? (await text(process.stdin)).replace(/\r?\n$/, '') : null,
    }
    const { addPerson } = await import('../agencies/add-person.ts')
    await inTheHouse(async (ctx) => unlessRefused(await addPerson(ctx, person)))
    print(`${person.email}: ${person.role}${person.agencyId === null ? '' : ` of ${person.agencyId}`}`)
    return 0
  },
}

async function reset(args: string[]): Promise<number> {
  const { values } = readOptions(args, { email: { type: 'string' } })
  const email = required(values.email, '--email')
  const { findPersonByEmail } = await import('../people/person.ts')
  const { resetAccess } = await import('../people/reset-access.ts')
  const smtp = await inTheHouse(async (ctx) => {
    const person = await findPersonByEmail(ctx, email)
    if (!person) throw new Refused(`Nobody has the address ${email}.`)
    await resetAccess(ctx, { personId: person.id })
    return ctx.platform.config.smtpUrl
  })
  print(`${email}: all keys are gone; an invitation ${smtp === null ? 'stands in the outbox' : 'leaves by mail'}.`)
  return 0
}
