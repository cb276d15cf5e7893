import { addPerson } from '../agencies/add-person.ts'
import { findHolders } from '../agencies/find-people.ts'
import type { Role } from '../agencies/policy.ts'
import { waiveSecondFactor } from '../people/second-factor.ts'
import type { Ctx } from '../platform/ctx.ts'
import { accepted } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import '../people/data/tables.ts'

/** For every sign-in of the example; a real installation gives each person a password of their own. */
export const examplePassword = 'kentongan-contoh'

type Row = readonly [name: string, email: string, role: Role, agencyId: string | null]

/** Every name is invented: the surnames mean example, supposition, imagination. */
const cast: readonly Row[] = [
  ['Sari Contoh', 'operator@dinkes.example', 'operator', 'dinkes'],
  ['Joko Misalnya', 'kontributor@dinkes.example', 'contributor', 'dinkes'],
  ['Budi Umpama', 'sekretaris@dinkes.example', 'reviewer', 'dinkes'],
  ['Dewi Misal', 'kepala@dinkes.example', 'head', 'dinkes'],
  ['Nurul Ibarat', 'operator@dlh.example', 'operator', 'dlh'],
  ['Hadi Khayali', 'sekretaris@dlh.example', 'reviewer', 'dlh'],
  ['Lestari Angan', 'kepala@dlh.example', 'head', 'dlh'],
  ['Agus Rekaan', 'operator@dishub.example', 'operator', 'dishub'],
  ['Tuti Bayangan', 'sekretaris@dishub.example', 'reviewer', 'dishub'],
  ['Eko Andaikata', 'kepala@dishub.example', 'head', 'dishub'],
  ['Maya Semisal', 'operator@disdik.example', 'operator', 'disdik'],
  ['Rudi Tamsil', 'sekretaris@disdik.example', 'reviewer', 'disdik'],
  ['Sri Kiasan', 'kepala@disdik.example', 'head', 'disdik'],
  ['Bambang Dongeng', 'operator@disarpusda.example', 'operator', 'disarpusda'],
  ['Yanti Kisah', 'kepala@disarpusda.example', 'head', 'disarpusda'],
  // Dispora has a head and nobody who does the work: its operator's post is empty.
  ['Slamet Cerita', 'kepala@dispora.example', 'head', 'dispora'],
  ['Indah Perkiraan', 'operator@diskominfo.example', 'operator', 'diskominfostandi'],
  ['Wulan Andai', 'petugas@diskominfo.example', 'comms-officer', null],
  ['Rahmat Seandainya', 'kepala@diskominfo.example', 'comms-head', null],
  ['Rahmat Seandainya', 'kepala@diskominfo.example', 'head', 'diskominfostandi'],
  ['Tono Perumpamaan', 'wali@kantor.example', 'mayor-office', null],
  ['Ratna Fiktif', 'auditor@inspektorat.example', 'auditor', null],
  ['Andi Rekayasa', 'admin@diskominfo.example', 'system-admin', null],
]

/** One ready sign-in per role, for the start to print. */
export const exampleSignIns: readonly { role: Role; email: string }[] = cast
  .filter(([, , role], i) => cast.findIndex(([, , other]) => other === role) === i)
  .map(([, email, role]) => ({ role, email }))

/** Appoints the cast, and a head and an operator in every other agency, so that the register looks like a city's. */
export async function examplePeople(ctx: Ctx): Promise<void> {
  // Its passwords are printed for everybody: a second factor would only keep people from trying the city.
  await waiveSecondFactor(ctx, dayInWib(ctx.now))
  const known = await ctx.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', 'wali@kantor.example')
    .executeTakeFirst()
  if (known) return
  for (const [name, email, role, agencyId] of cast)
    accepted(await addPerson(ctx, { name, email, role, agencyId, password: examplePassword, decree }))
  const agencies = await ctx.db.selectFrom('agency').select('id').orderBy('id').execute()
  const holders = await findHolders(
    ctx,
    agencies.map(({ id }) => id),
    dayInWib(ctx.now),
  )
  for (const [i, { id }] of agencies.filter(({ id }) => !holders.has(id)).entries())
    for (const [j, { word, ...post }] of posts.entries())
      accepted(
        await addPerson(ctx, {
          ...post,
          name: inventedName(i * posts.length + j),
          email: `${word}@${id}.example`,
          agencyId: id,
          password: null,
          decree,
        }),
      )
}

const posts = [
  { word: 'kepala', role: 'head', deputy: false },
  { word: 'operator', role: 'operator', deputy: false },
  { word: 'wakil', role: 'operator', deputy: true },
] as const
const decree = 'SK contoh 1'
const firstNames = [
  'Asep',
  'Rina',
  'Dadang',
  'Euis',
  'Iwan',
  'Lilis',
  'Ujang',
  'Neneng',
  'Cecep',
  'Ani',
  'Dedi',
  'Wati',
  'Yayan',
]
const surnames = [
  'Contoh',
  'Umpama',
  'Misal',
  'Rekaan',
  'Andai',
  'Ibarat',
  'Khayali',
  'Angan',
  'Tamsil',
  'Kiasan',
  'Dongeng',
]

const inventedName = (i: number): string => `${firstNames[i % firstNames.length]} ${surnames[i % surnames.length]}`
