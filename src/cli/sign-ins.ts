import '../people/data/tables.ts'
import { examplePassword, exampleSignIns } from '../example/people.ts'
import type { Kentongan } from '../main.ts'
import { peoplePaths } from '../people/paths.ts'
import { print } from './verb.ts'

/** Whether nothing was ever loaded here. */
export async function isEmpty({ platform }: Kentongan): Promise<boolean> {
  return (await platform.db.selectFrom('agency').select('id').limit(1).executeTakeFirst()) === undefined
}

/** One ready sign-in per role, where the example city is loaded. */
export async function printSignIns({ platform }: Kentongan): Promise<void> {
  const emails = exampleSignIns.map(({ email }) => email)
  const known = await platform.db.selectFrom('person').select('email').where('email', 'in', emails).execute()
  if (known.length === 0) return
  print(`\nSign in at ${platform.config.baseUrl}${peoplePaths.signIn.href()} with the password ${examplePassword} as`)
  for (const { role, email } of exampleSignIns) print(`  ${role.padEnd(14)} ${email}`)
  print('An example asks nobody for a second factor; a real installation asks heads and administrators.')
}
