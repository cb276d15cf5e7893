import { addPerson } from '../src/agencies/add-person.ts'
import type { AgencyKind } from '../src/agencies/agency.ts'
import '../src/agencies/data/tables.ts'
import type { Ctx } from '../src/platform/ctx.ts'
import { accepted } from '../src/platform/refusal.ts'

/** A small city: the cast of all tests. Every name is invented. */
export const people = {
  operatorDinkes: ['Sari Contoh', 'operator@dinkes.example', 'operator', 'dinkes'],
  reviewerDinkes: ['Budi Umpama', 'sekretaris@dinkes.example', 'reviewer', 'dinkes'],
  headDinkes: ['Dewi Misal', 'kepala@dinkes.example', 'head', 'dinkes'],
  operatorDishub: ['Agus Rekaan', 'operator@dishub.example', 'operator', 'dishub'],
  commsOfficer: ['Wulan Andai', 'petugas@diskominfo.example', 'comms-officer', null],
  commsHead: ['Rahmat Seandainya', 'kepala@diskominfo.example', 'comms-head', null],
  mayorOffice: ['Tono Perumpamaan', 'wali@kantor.example', 'mayor-office', null],
  auditor: ['Ratna Fiktif', 'auditor@inspektorat.example', 'auditor', null],
} as const satisfies Record<string, readonly [name: string, email: string, role: string, agencyId: string | null]>

export type Member = keyof typeof people

const agencies: readonly [id: string, name: string, abbreviation: string, kind: AgencyKind, host: string][] = [
  ['dinkes', 'Dinas Kesehatan', 'Dinkes', 'department', 'dinkes.bekasikota.go.id'],
  ['dishub', 'Dinas Perhubungan', 'Dishub', 'department', 'dishub.bekasikota.go.id'],
  ['disdik', 'Dinas Pendidikan', 'Disdik', 'department', 'disdik.bekasikota.go.id'],
  [
    'diskominfostandi',
    'Dinas Komunikasi, Informatika, Statistik dan Persandian',
    'Diskominfostandi',
    'department',
    'diskominfo.bekasikota.go.id',
  ],
]

/** Fills an empty database with the cast. `ctx.now` should lie well before the tests' clock. */
export async function seedCity(ctx: Ctx): Promise<void> {
  for (const [id, name, abbreviation, kind, host] of agencies) {
    await ctx.db.insertInto('agency').values({ id, created_at: ctx.now }).execute()
    await ctx.db
      .insertInto('agency_name')
      .values({ agency_id: id, from_day: '2017-01-01', name, abbreviation, kind, host, recorded_at: ctx.now })
      .execute()
  }
  for (const [name, email, role, agencyId] of Object.values(people))
    accepted(
      await addPerson(ctx, {
        name,
        email,
        role,
        agencyId,
        password: null,
        from: '2026-01-05',
        decree: 'SK contoh 1/2026',
      }),
    )
}
