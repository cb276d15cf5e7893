import { addNationalMessage } from '../channels/add-national-message.ts'
import { findAccounts } from '../channels/find-accounts.ts'
import { findPosts } from '../channels/find-posts.ts'
import { makeAnnouncement } from '../channels/make-announcement.ts'
import { notePost } from '../channels/note-post.ts'
import type { Post } from '../channels/post.ts'
import { registerAccount } from '../channels/register-account.ts'
import { approvePost, submitPost } from '../channels/review-post.ts'
import { draftPost } from '../channels/write-post.ts'
import { accepted } from '../platform/refusal.ts'
import { addDays } from '../platform/time.ts'
import type { Example } from './example.ts'

/**
 * What the agencies mean to publish in the days to come, and the accounts beside X: a scheduled post, a thread in
 * review, an announcement of the whole city, a message of the national government, Instagram by hand, Mastodon and mail.
 */
export async function exampleChannelPlans(city: Example): Promise<void> {
  const { db } = city.platform
  if (await db.selectFrom('national_message').select('id').limit(1).executeTakeFirst()) return
  await besideX(city)
  const scheduled = await hand(city, 'dishub', {
    text: 'Hari ini mulai pukul 09.00 jalur bus di Jalan Ahmad Yani dipindah ke sisi barat. Ikuti petugas di lapangan.',
    theme: 'development',
    scheduledFor: `${addDays(city.today, 1)}T06:30`,
  })
  const reviewer = city.as('sekretaris@dishub.example', city.daysAgo(1, '10:30'))
  accepted(await approvePost(reviewer, { postId: scheduled.id, version: scheduled.version }))
  await hand(city, 'dlh', {
    text: 'Pilah sampah dari rumah, mulai dari tiga wadah. Utas singkat. 1/3',
    rest: [
      'Wadah hijau untuk sisa makanan dan daun, kuning untuk plastik dan kertas, merah untuk baterai dan lampu. 2/3',
      'Jadwal jemput tiap kelurahan ada di situs kami. Ada pertanyaan? Balas utas ini. 3/3',
    ],
    theme: 'community',
    scheduledFor: `${addDays(city.today, 3)}T08:00`,
  })
  await ofTheCity(city)
}

/** A post as its operator hands it to the reviewer. */
async function hand(
  city: Example,
  agencyId: string,
  words: { text: string; rest?: string[]; theme: string; scheduledFor: string },
): Promise<Post> {
  const operator = city.as(`operator@${agencyId}.example`, city.daysAgo(1, '10:00'))
  const draft = accepted(await draftPost(operator, { accountId: await accountOnX(city, agencyId), ...words }))
  return accepted(await submitPost(operator, { postId: draft.id, version: draft.version }))
}

async function accountOnX(city: Example, agencyId: string): Promise<string> {
  const accounts = await findAccounts(city.system(city.platform.clock()), [agencyId])
  const account = accounts.find(({ platform }) => platform === 'x')
  if (!account) throw new Error(`no X account of ${agencyId} in the example`)
  return account.id
}

/** Accounts that Kentongan knows and does not speak through yet, and what is noted of one of them. */
async function besideX(city: Example): Promise<void> {
  const operator = city.as('operator@dlh.example', city.daysAgo(20, '09:00'))
  const own = { agencyId: 'dlh', holder: 'Humas' } as const
  const instagram = accepted(await registerAccount(operator, { ...own, platform: 'instagram', handle: 'dlh_contoh' }))
  accepted(
    await notePost(operator, {
      accountId: instagram.id,
      day: addDays(city.today, -21),
      text: 'Bank sampah Bekasi Timur kini buka tiap Sabtu.',
      url: 'https://instagram.example/p/bank-sampah',
      theme: 'community',
      likes: '214',
      comments: '12',
      views: '3150',
    }),
  )
  accepted(
    await registerAccount(operator, {
      ...own,
      platform: 'mastodon',
      handle: 'dlh_contoh',
      server: 'https://mastodon.example',
    }),
  )
  accepted(await registerAccount(operator, { ...own, platform: 'email', handle: 'layanan@dlh.example' }))
}

async function ofTheCity(city: Example): Promise<void> {
  const comms = city.as('kepala@diskominfo.example', city.daysAgo(2, '13:00'))
  accepted(
    await addNationalMessage(comms, {
      title: 'Pekan imunisasi nasional',
      issuer: 'Kementerian Kesehatan (contoh)',
      text: 'Imunisasi kejar gratis bagi anak di bawah lima tahun di semua puskesmas.',
      sourceUrl: 'https://kemkes.example/pekan-imunisasi',
      from: addDays(city.today, -2),
      until: addDays(city.today, 12),
    }),
  )
  const accountId = await accountOnX(city, 'dinkes')
  const [post] = await findPosts(comms, { accountId, state: 'published', purpose: 'broadcast', limit: 1 })
  if (!post) throw new Error('no published post of dinkes in the example')
  accepted(
    await makeAnnouncement(comms, {
      postId: post.id,
      points: 'Siapa yang dapat datang, di mana, dan bahwa layanannya tanpa biaya.',
      untilDay: addDays(city.today, 5),
      agencyIds: ['dlh', 'dishub', 'disdik'],
    }),
  )
}
