import { findAgencies } from '../../agencies/find-agencies.ts'
import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Frame, get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal, Missing } from '../../platform/refusal.ts'
import { addDays, dayInWib } from '../../platform/time.ts'
import type { AnnouncementInput } from '../announcement.ts'
import { findAccounts } from '../find-accounts.ts'
import { findAnnouncement, findAnnouncements, findAnnouncementTasks } from '../find-announcements.ts'
import { findPost } from '../find-posts.ts'
import { followAnnouncement } from '../follow-announcement.ts'
import { makeAnnouncement } from '../make-announcement.ts'
import { channelPaths } from '../paths.ts'
import { AnnouncementPage } from './announcement-page.tsx'
import { AnnouncementsPage } from './announcements-page.tsx'
import { NewAnnouncementPage } from './new-announcement-page.tsx'

const fewDays = 3

async function newProps(ctx: Ctx, frame: Frame, postId: string, given?: AnnouncementInput) {
  const [found, accounts, agencies] = await Promise.all([findPost(ctx, postId), findAccounts(ctx), findAgencies(ctx)])
  if (found.purpose !== 'broadcast') throw new Missing(`broadcast ${postId}`)
  const heard = new Set(accounts.map(({ agencyId }) => agencyId))
  const others = agencies.filter(({ id }) => id !== found.agencyId)
  const input = given ?? {
    points: '',
    untilDay: addDays(dayInWib(ctx.now), fewDays),
    agencyIds: others.filter(({ id }) => heard.has(id)).map(({ id }) => id),
  }
  return { frame, post: found, agencies: others.map(({ id, name }) => [id, name] as const), input }
}

async function props(ctx: Ctx, frame: Frame, id: string) {
  const announcement = await findAnnouncement(ctx, id)
  const tasks = await findAnnouncementTasks(ctx, id)
  const mine = tasks.filter(({ agencyId, state }) => state === 'open' && may(ctx.actor, 'post.write', agencyId))
  return { frame, announcement, tasks, mine }
}

export const announcementRoutes = [
  get(channelPaths.announcements, 'post.read', async (ctx, { frame, query }) =>
    html(
      <AnnouncementsPage
        frame={frame}
        announcements={await findAnnouncements(ctx, { mine: query.get('tugas') === 'saya' })}
      />,
    ),
  ),

  get(channelPaths.newAnnouncement, 'announcement.manage', async (ctx, { frame, params }) =>
    html(<NewAnnouncementPage {...(await newProps(ctx, frame, params.id ?? ''))} />),
  ),

  post(channelPaths.newAnnouncement, 'announcement.manage', async (ctx, { frame, params, field, fields }) => {
    const input = { points: field('points'), untilDay: field('untilDay'), agencyIds: fields('agencyIds') }
    const done = await makeAnnouncement(ctx, { ...input, postId: params.id ?? '' })
    if (!isRefusal(done))
      return seeOther(channelPaths.announcement.href({ id: done.id }), 'Perangkat daerah mendapat tugasnya di Beranda.')
    const again = await newProps(ctx, frame, params.id ?? '', input)
    return refused(done, (errors) => <NewAnnouncementPage {...again} errors={errors} />)
  }),

  get(channelPaths.announcement, 'post.read', async (ctx, { frame, params }) =>
    html(<AnnouncementPage {...(await props(ctx, frame, params.id ?? ''))} />),
  ),

  post(channelPaths.announcementTask, 'post.write', async (ctx, { frame, params, field }) => {
    const typed = { agencyId: field('agencyId'), state: field('state'), note: field('note') }
    const done = await followAnnouncement(ctx, { ...typed, announcementId: params.id ?? '' })
    if (!isRefusal(done))
      return seeOther(channelPaths.announcement.href({ id: params.id ?? '' }), 'Tindak lanjut tercatat.')
    const again = await props(ctx, frame, params.id ?? '')
    return refused(done, (errors) => <AnnouncementPage {...again} typed={typed} errors={errors} />)
  }),
]
