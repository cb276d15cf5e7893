import type { Ctx } from '../platform/ctx.ts'
import { sendMail } from '../platform/mail/mail.ts'
import { formatInstant } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import '../agencies/find-people.ts'
import './data/tables.ts'
import './data/warning-tables.ts'
import { casePaths } from './paths.ts'
import { clockSteps, isClockStep } from './sla-rule.ts'
import { levelWords } from './warning.ts'

/** Mails everybody what they were told and have not been mailed, in one digest a person. May run twice. */
export async function mailWarnings(ctx: Ctx): Promise<void> {
  const people = await ctx.db
    .selectFrom('case_warning_told as t')
    .innerJoin('person as p', 'p.id', 't.person_id')
    .where('t.mailed_at', 'is', null)
    .select(['p.id', 'p.email', 'p.name'])
    .distinct()
    .orderBy('p.id')
    .execute()
  for (const person of people) await transaction(ctx, (ctx) => mailOne(ctx, person))
}

async function mailOne(ctx: Ctx, person: { id: string; email: string; name: string }): Promise<void> {
  const news = await ctx.db
    .updateTable('case_warning_told as t')
    .set({ mailed_at: ctx.now })
    .from('case_warning as w')
    .innerJoin('cases as c', 'c.id', 'w.case_id')
    .whereRef('w.id', '=', 't.warning_id')
    .where('t.person_id', '=', person.id)
    .where('t.mailed_at', 'is', null)
    .returning(['c.ticket', 'c.state', 'w.step', 'w.level', 'w.due_at'])
    .execute()
  const waiting = news.filter(({ state }) => state === 'open' || state === 'replied')
  if (waiting.length === 0) return
  const base = ctx.platform.config.baseUrl
  const lines = waiting
    .toSorted((a, b) => b.level - a.level || (a.due_at?.getTime() ?? 0) - (b.due_at?.getTime() ?? 0))
    .map(({ ticket, step, level, due_at }) => {
      const name = isClockStep(step) ? clockSteps[step].toLowerCase() : step
      const due = due_at ? `, jatuh tempo ${formatInstant(due_at)}` : ''
      return `- ${ticket}: ${name}, ${levelWords(level)}${due}\n  ${base}${casePaths.case.href({ ticket })}`
    })
  await sendMail(ctx, {
    to: person.email,
    subject: `${waiting.length} tenggat kasus warga perlu perhatian`,
    body: [
      `Yth. ${person.name},`,
      '',
      'Tenggat kasus warga berikut mendekati atau melewati batas waktunya.',
      '',
      ...lines,
      '',
      `Semua yang terlambat dan sebabnya: ${base}${casePaths.late.href()}`,
    ].join('\n'),
  })
}
