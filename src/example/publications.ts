import { findCase } from '../cases/find-case.ts'
import { accepted } from '../platform/refusal.ts'
import { refuseCase, suggestTexts } from '../public-desk/publication.ts'
import { publishCase } from '../public-desk/publish-case.ts'
import type { Example } from './example.ts'
import '../public-desk/data/tables.ts'

const reviewers: Readonly<Record<string, string>> = {
  dinkes: 'sekretaris@dinkes.example',
  dlh: 'sekretaris@dlh.example',
  dishub: 'sekretaris@dishub.example',
}

const most = 8

/** Answers the secretaries let everybody read. */
export async function examplePublications({ platform, as, daysAgo }: Example): Promise<void> {
  const known = await platform.db.selectFrom('case_publication').select('id').limit(1).executeTakeFirst()
  if (known) return
  const answered = await platform.db
    .selectFrom('cases')
    .select(['ticket', 'agency_id as agencyId'])
    .where('channel', '=', 'form')
    .where('state', 'in', ['answered', 'closed'])
    .where('agency_id', 'in', Object.keys(reviewers))
    .orderBy('received_at')
    .limit(most)
    .execute()
  for (const [i, { ticket, agencyId }] of answered.entries()) {
    const ctx = as(reviewers[agencyId] ?? '', daysAgo(most - i, '14:00'))
    const found = await findCase(ctx, ticket)
    if (refuseCase(found)) continue
    const { question, answer } = suggestTexts(found)
    accepted(await publishCase(ctx, { ticket, question, answer, sure: true }))
  }
}
