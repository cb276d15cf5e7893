import { addPerson } from '../src/agencies/add-person.ts'
import { addToken } from '../src/agencies/add-token.ts'
import { agencyRoles, type Role, roles } from '../src/agencies/policy.ts'
import { appoint } from '../src/appointments/appoint.ts'
import { delegate } from '../src/appointments/delegation.ts'
import { handOverPost } from '../src/appointments/hand-over-post.ts'
import { enterDecree } from '../src/calendar/enter-decree.ts'
import { attachFiles } from '../src/cases/attach-files.ts'
import { noteCase } from '../src/cases/note-case.ts'
import { openCase } from '../src/cases/open-case.ts'
import { handInAnswer } from '../src/cases/propose-answer.ts'
import { saveAnswerText } from '../src/cases/save-answer-text.ts'
import { putUnderTopic } from '../src/cases/topic-case.ts'
import { addNationalMessage } from '../src/channels/add-national-message.ts'
import { makeAnnouncement } from '../src/channels/make-announcement.ts'
import { registerAccount } from '../src/channels/register-account.ts'
import { savePost } from '../src/channels/save-outcome.ts'
import { draftPost } from '../src/channels/write-post.ts'
import { registerWebsite } from '../src/monitoring/register-website.ts'
import { invite } from '../src/people/invite.ts'
import { openSession } from '../src/platform/auth/sessions.ts'
import { accepted } from '../src/platform/refusal.ts'
import { transaction } from '../src/platform/transaction.ts'
import { openSite } from '../src/publishing/open-site.ts'
import { writeContent } from '../src/publishing/write-content.ts'
import { openReport } from '../src/reports/open-report.ts'
import type { World } from './world.ts'

/** Stands in whatever only Dinkes and the city may read. */
export const secret = 'hanyauntukdinkes'

/** Somebody who holds one role; agency roles are held at Dinkes, and by others at Dishub. */
export interface Someone {
  role: Role
  agency: 'dinkes' | 'dishub' | null
  cookie: () => Promise<string>
  token: string
}

/** One person for every role, and for the roles of an agency also one of another agency. */
export async function everyone(world: World): Promise<Someone[]> {
  const places = roles.flatMap((role): Pick<Someone, 'role' | 'agency'>[] =>
    agencyRoles.includes(role)
      ? [
          { role, agency: 'dinkes' },
          { role, agency: 'dishub' },
        ]
      : [{ role, agency: null }],
  )
  return Promise.all(
    places.map(async ({ role, agency }) => {
      const ctx = world.system()
      const held = { role, agencyId: agency }
      const token = accepted(await addToken(ctx, { name: `${role} ${agency}`, ...held })).token
      const id = await personWith(world, role, agency)
      return { role, agency, token, cookie: async () => `kentongan=${(await openSession(ctx, id, 'test')).token}` }
    }),
  )
}

async function personWith(world: World, role: Role, agency: string | null): Promise<string> {
  const ctx = world.system()
  const held = await ctx.db
    .selectFrom('appointment')
    .select('person_id')
    .where('role', '=', role)
    .where('agency_id', 'is not distinct from', agency)
    .executeTakeFirst()
  if (held) return held.person_id
  const email = `${role}@${agency ?? 'kota'}.example`
  const added = { name: 'Orang Contoh', email, role, agencyId: agency, password: null, from: '2026-01-05' }
  return accepted(await addPerson(ctx, added)).id
}

/** One thing of each kind at Dinkes. Answers what the parameters of each route are filled with. */
export async function oneOfEach(world: World): Promise<(pattern: string) => string> {
  const ctx = world.system()
  const agencyId = 'dinkes'
  accepted(await openSite(ctx, { agencyId, title: 'Dinas Kesehatan', tagline: 'Sehat' }))
  const content = accepted(
    await writeContent(world.ctx('operatorDinkes'), { agencyId, kind: 'news', theme: 'community', title: secret }),
  )
  const website = accepted(await registerWebsite(ctx, { agencyId, url: 'https://lama.example', monitored: false }))
  const account = accepted(await registerAccount(ctx, { agencyId, handle: 'dinkescontoh', holder: 'Humas' }))
  const draft = { accountId: account.id, text: secret, theme: 'community', pictureAlt: '' }
  const post = accepted(await draftPost(world.ctx('operatorDinkes'), draft))
  const message = accepted(await addNationalMessage(ctx, narrative))
  const announcement = await announcementOf(world)
  const word = { agencyId, channel: 'form', kind: 'complaint', text: secret, receivedAt: ctx.now } as const
  const { id: caseId, ticket } = accepted(await openCase(ctx, word))
  const letter = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n')
  const [file] = accepted(await attachFiles(ctx, { caseId }, [{ filename: 'surat.pdf', bytes: letter }]))
  const answer = { ticket, text: secret, final: false, version: 1 }
  const { proposalId } = accepted(await handInAnswer(world.ctx('operatorDinkes'), answer))
  const text = { agencyId, title: secret, text: secret }
  const saved = accepted(await saveAnswerText(world.ctx('operatorDinkes'), text))
  const topic = accepted(await putUnderTopic(world.ctx('operatorDinkes'), { ticket, topicId: '', name: secret }))
  accepted(await noteCase(world.ctx('operatorDinkes'), { ticket, text: secret, mention: '' }))
  accepted(await openReport(ctx, { agencyId, month: '2026-10' }))
  const term = { agencyId, from: '2026-02-02', to: null, decree: 'SK 2', acting: false, deputy: false }
  const someone = { name: 'Pemeriksa Kedua', email: 'kedua@dinkes.example', role: 'reviewer' }
  const appointed = accepted(await appoint(ctx, { ...term, ...someone }))
  const newcomer = { name: 'Wakil Contoh', email: 'wakil@dinkes.example', decree: 'SK 3', note: '', absent: false }
  const handover = accepted(await handOverPost(ctx, { agencyId, post: 'deputy', day: '2026-12-01', ...newcomer }))
  const span = { from: '2027-01-04', to: '2027-01-11', reason: 'Cuti' }
  const delegated = accepted(
    await delegate(world.ctx('headDinkes'), { agencyId, delegateId: appointed.personId, ...span }),
  )
  const decree = accepted(
    await enterDecree(world.ctx('commsHead'), {
      ...{ year: '2027', number: 'SKB contoh', decreedOn: '2026-11-20', wholeYear: false },
      ...{ listed: '9 Desember 2027; nasional; Pemungutan suara', withdrawn: '' },
    }),
  )
  const { mailId } = await invite(ctx, { personId: appointed.personId })
  return fillerOf([
    [/^(\/api\/v1)?\/(perangkat-daerah|agencies)\/:id/, agencyId],
    [/\/(contents|konten)\/:id/, content.id],
    [/\/(sites\/:id|pemantauan\/:website)/, website.id],
    [/\/(siaran|broadcasts)\/:id/, post.id],
    [/\/kanal\/:id/, account.id],
    [/\/kanal\/narasi\/:id/, message.id],
    [/\/kanal\/pengumuman\/:id/, announcement.id],
    [/\/jabatan\/:id/, appointed.id],
    [/\/serah-terima\/:id/, handover.id],
    [/\/delegasi\/:id/, delegated.id],
    [/\/surat-keluar\/:id/, mailId ?? ''],
    [/\/jawaban-tersimpan\/:id/, saved.id],
    [/\/kasus\/topik\/:id/, topic.id],
    [/\/usul\/:proposal/, proposalId],
    [/\/keputusan\/:id/, decree.id],
    [/:calendar/, 'kota'],
    [/\/berkas\/:id/, file?.id ?? ''],
    [/:ticket/, ticket],
    [/:agency/, agencyId],
    [/:month/, '2026-10'],
    [/\/laporan\/.*:file/, 'laporan.json'],
    [/\/rekapitulasi\/.*:file/, 'rekapitulasi.json'],
  ])
}

const narrative = {
  title: 'Narasi contoh',
  issuer: 'Kementerian Contoh',
  text: 'Isi narasi contoh.',
  sourceUrl: 'https://contoh.example/narasi',
  from: '2026-11-01',
  until: '',
}

/** Dishub said something that Dinkes is asked to make known too. */
async function announcementOf(world: World): Promise<{ id: string }> {
  const ctx = world.system()
  const account = accepted(await registerAccount(ctx, { agencyId: 'dishub', handle: 'dishubcontoh', holder: 'Humas' }))
  const said = { accountId: account.id, text: 'Pengumuman contoh', theme: 'community' }
  const post = accepted(await draftPost(world.ctx('operatorDishub'), said))
  await transaction(ctx, (ctx) => savePost(ctx, post, { state: 'published', externalId: '1' }))
  const asked = { points: 'Pokok contoh', untilDay: '2026-12-31', agencyIds: ['dinkes'] }
  return accepted(await makeAnnouncement(ctx, { ...asked, postId: post.id }))
}

/** Fills `/konten/:id` with the id of the content there is; what is not named gets an id that nothing has. */
function fillerOf(known: readonly (readonly [where: RegExp, value: string])[]) {
  return (pattern: string): string => {
    const filled = known.reduce(
      (url, [where, value]) => url.replace(where, (found) => found.replace(/:[a-z]+$/, value)),
      pattern,
    )
    return filled.replace(/:[a-zA-Z]+/g, '019300000000-7000-8000-000000000000')
  }
}
