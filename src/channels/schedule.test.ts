import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openXWorld, type XWorld } from '../../test/x-world.ts'
import { accepted, isRefusal } from '../platform/refusal.ts'
import type { SocialAccount } from './account.ts'
import { addApprovalRule } from './add-approval-rule.ts'
import { rescheduleHeldPost } from './decide-post.ts'
import { findPost } from './find-posts.ts'
import type { Post } from './post.ts'
import { dueOf, wibInstant, wibText } from './post-schedule.ts'
import { approvePost, submitPost } from './review-post.ts'
import { checkEmergency, sendInEmergency } from './send-in-emergency.ts'
import { takeUpLeftovers } from './send-waiting.ts'
import { changePost, draftPost } from './write-post.ts'

let world: XWorld
let account: SocialAccount
before(async () => {
  world = await openXWorld()
  account = await world.connect('dinkes_contoh')
  await world.runJobs()
})
after(() => world.close())

const again = ({ id }: Pick<Post, 'id'>) => findPost(world.system(), id)
const step = ({ id, version }: Post) => ({ postId: id, version })
const draft = async (text: string, more: object = {}): Promise<Post> =>
  accepted(await draftPost(world.ctx('operatorDinkes'), { accountId: account.id, text, theme: 'community', ...more }))
async function approved(text: string, more: object = {}): Promise<Post> {
  const submitted = accepted(await submitPost(world.ctx('operatorDinkes'), step(await draft(text, more))))
  return accepted(await approvePost(world.ctx('reviewerDinkes'), step(submitted)))
}
const inMinutes = (minutes: number): string => wibText(new Date(world.now().getTime() + minutes * 60_000))
const tick = async (): Promise<void> => {
  await takeUpLeftovers(world.system())
  await world.runJobs()
}
const sent = (text: string) => world.x.tweetsOf('dinkes_contoh').filter((tweet) => tweet.text === text).length

test('instants of a form are WIB, there and back', () => {
  assert.equal(wibInstant('2026-11-25T09:00')?.toISOString(), '2026-11-25T02:00:00.000Z')
  assert.equal(wibText(new Date('2026-12-31T17:00:00Z')), '2027-01-01T00:00')
  assert.equal(wibInstant(''), null)
  for (const wrong of ['kapan-kapan', '2026-02-30T09:00', '2026-11-25T24:00', '2026-11-25', '2026-11-25T09:61'])
    assert.equal(wibInstant(wrong), undefined, wrong)
})

const at = (text: string) => new Date(`2026-11-25T${text}:00Z`)
const dueCases: [string, string | null, string | null, boolean, string][] = [
  ['no wish: now', null, null, false, '03:00'],
  ['as planned', '04:00', null, false, '04:00'],
  ['planned, but at once', '04:00', null, true, '03:00'],
  ['the plan is past: now', '02:00', null, false, '03:00'],
  ['an embargo holds', null, '05:00', false, '05:00'],
  ['an embargo holds also at once', '06:00', '05:00', true, '05:00'],
  ['an embargo that ended', '04:00', '02:00', false, '04:00'],
]
for (const [name, plan, embargo, atOnce, due] of dueCases)
  test(`due: ${name}`, () => {
    const schedule = { scheduledFor: plan ? at(plan) : null, embargoUntil: embargo ? at(embargo) : null }
    assert.deepEqual(dueOf(schedule, at('03:00'), atOnce), at(due))
  })

test('a scheduled post goes out at its time, not before, also with an embargo alone', async () => {
  await approved('Terjadwal', { scheduledFor: inMinutes(30) })
  await approved('Berembargo', { embargoUntil: inMinutes(60) })
  await tick()
  assert.equal(sent('Terjadwal'), 0)
  world.wait(30 * 60)
  await tick()
  assert.deepEqual([sent('Terjadwal'), sent('Berembargo')], [1, 0])
  world.wait(30 * 60)
  await tick()
  assert.equal(sent('Berembargo'), 1)
})

test('times that cannot be are refused beside their field', async () => {
  const wrong = async (more: object) => {
    const given = { accountId: account.id, text: 'Salah waktu', theme: 'community', ...more }
    const done = await draftPost(world.ctx('operatorDinkes'), given)
    return isRefusal(done) && done.refusal === 'invalid' ? done.errors : {}
  }
  assert.match((await wrong({ scheduledFor: inMinutes(-5) })).scheduledFor ?? '', /sudah lewat/)
  assert.match((await wrong({ scheduledFor: 'besok' })).scheduledFor ?? '', /tanggal dan jam/)
  assert.match(
    (await wrong({ scheduledFor: inMinutes(10), embargoUntil: inMinutes(20) })).scheduledFor ?? '',
    /sebelum embargo/,
  )
})

test('approved after its time: never late without a word', async () => {
  const waiting = accepted(
    await submitPost(
      world.ctx('operatorDinkes'),
      step(await draft('Terlambat disetujui', { scheduledFor: inMinutes(5) })),
    ),
  )
  world.wait(600)
  const reviewer = world.ctx('reviewerDinkes')
  const refused = await approvePost(reviewer, step(waiting))
  assert.ok(isRefusal(refused) && refused.refusal === 'conflict' && /sudah lewat/.test(refused.reason))
  accepted(await approvePost(reviewer, { ...step(waiting), sendNow: true }))
  await tick()
  assert.equal(sent('Terlambat disetujui'), 1)
})

test('the account is lost while posts are scheduled: told, held when their time goes by, never silently late', async () => {
  const post = await approved('Akun hilang', { scheduledFor: inMinutes(10) })
  world.x.revokeAll()
  world.wait(600)
  await tick()
  assert.equal((await again(post)).state, 'approved')
  assert.match((await world.as('headDinkes').get('/beranda')).text, /terjadwal pada akun yang tidak tersambung/)
  assert.match((await world.as('operatorDinkes').get(`/kanal/siaran/${post.id}`)).text, /belum tersambung ke X/)
  world.wait(901)
  await tick()
  const held = await again(post)
  assert.equal(held.state, 'held')
  assert.match(held.reason ?? '', /Seharusnya terkirim .* belum tersambung/)
  assert.match((await world.as('headDinkes').get('/beranda')).text, /tertahan, perlu keputusan/)
  const given = { ...step(held), scheduledFor: inMinutes(30) }
  assert.ok(isRefusal(await rescheduleHeldPost(world.ctx('operatorDinkes'), given)), 'not by its author')
  accepted(await rescheduleHeldPost(world.ctx('reviewerDinkes'), given))
  const { id, accessToken, refreshToken } = world.x.signIn('dinkes_contoh')
  const { saveConnection } = await import('./connect-account.ts')
  const expires = new Date(world.now().getTime() + 7_200_000)
  const user = { id, username: 'dinkes_contoh', name: 'x' }
  accepted(await saveConnection(world.ctx('operatorDinkes'), account, { accessToken, refreshToken, expires }, user))
  await tick()
  assert.equal(sent('Akun hilang'), 0, 'not before its new time')
  world.wait(30 * 60)
  await tick()
  assert.equal(sent('Akun hilang'), 1)
})

test('what waits under the limit of X is not late by our doing and goes out by itself', async () => {
  const post = await approved('Di bawah batas')
  world.x.fail({ kind: 'rate-limited', seconds: 3000, method: 'POST', path: '/2/tweets' })
  await tick()
  const behind = await approved('Di belakangnya')
  world.wait(1500)
  await tick()
  for (const one of [post, behind]) assert.equal((await again(one)).state, 'approved')
  world.wait(1510)
  await tick()
  assert.deepEqual([sent('Di bawah batas'), sent('Di belakangnya')], [1, 1])
})

test('posts of an account go out in the order of their times', async () => {
  const texts = ['Urut 3', 'Urut 1', 'Urut 2']
  for (const text of texts) await approved(text, { scheduledFor: inMinutes(10 + Number(text.at(-1))) })
  world.wait(14 * 60)
  await tick()
  const order = world.x.tweetsOf('dinkes_contoh').map(({ text }) => text)
  assert.deepEqual(
    order.filter((text) => text.startsWith('Urut')),
    ['Urut 1', 'Urut 2', 'Urut 3'],
  )
})

test('two steps by role, from a day on; nobody passes two, any change voids both', async () => {
  const rule = { agencyId: 'dinkes', from: '2026-12-01', first: 'reviewer', second: 'head', basis: 'Nota dinas contoh' }
  assert.ok(isRefusal(await addApprovalRule(world.ctx('headDinkes'), rule)), 'only Diskominfostandi')
  accepted(await addApprovalRule(world.ctx('commsOfficer'), rule))
  const before = await approved('Masih satu langkah')
  assert.equal(before.state, 'approved')
  world.at('2026-12-01T02:00:00Z')
  const post = accepted(await submitPost(world.ctx('operatorDinkes'), step(await draft('Dua langkah'))))
  assert.ok(isRefusal(await approvePost(world.ctx('headDinkes'), step(post))), 'the head comes second')
  const half = accepted(await approvePost(world.ctx('reviewerDinkes'), step(post)))
  assert.equal(half.state, 'in-review')
  assert.ok(isRefusal(await approvePost(world.ctx('reviewerDinkes'), step(half))), 'not both by one')
  const change = { ...step(half), text: 'Dua langkah, diubah', theme: 'community' }
  const changed = accepted(await changePost(world.ctx('operatorDinkes'), change))
  assert.deepEqual([changed.state, changed.approvals], ['draft', []])
  const anew = accepted(await submitPost(world.ctx('operatorDinkes'), step(changed)))
  const one = accepted(await approvePost(world.ctx('reviewerDinkes'), step(anew)))
  assert.match((await world.as('headDinkes').get('/beranda')).text, /menunggu persetujuan Anda/)
  accepted(await approvePost(world.ctx('headDinkes'), step(one)))
  await tick()
  assert.equal(sent('Dua langkah, diubah'), 1)
})

test('an emergency goes out at once with its reason, and somebody else looks at it', async () => {
  const post = await draft('Banjir di Jatirasa, hindari Jalan Contoh')
  const operator = world.ctx('operatorDinkes')
  assert.ok(isRefusal(await sendInEmergency(operator, { ...step(post), reason: 'cepat' })), 'a reason, not a word')
  assert.ok(isRefusal(await sendInEmergency(world.ctx('auditor'), { ...step(post), reason: 'x'.repeat(30) })))
  const reason = 'Air naik cepat, pemeriksa dan kepala tidak dapat dihubungi.'
  const gone = accepted(await sendInEmergency(operator, { ...step(post), reason }))
  await tick()
  assert.equal(sent('Banjir di Jatirasa, hindari Jalan Contoh'), 1)
  assert.match((await world.as('headDinkes').get('/beranda')).text, /darurat perlu diperiksa/)
  assert.ok(isRefusal(await checkEmergency(operator, step(gone))), 'not by its author')
  accepted(await checkEmergency(world.ctx('headDinkes'), step(await again(post))))
  assert.doesNotMatch((await world.as('headDinkes').get('/beranda')).text, /darurat perlu diperiksa/)
  const { emergencyReason, emergencyCheckedBy } = await again(post)
  assert.deepEqual([emergencyReason, emergencyCheckedBy], [reason, 'Dewi Misal'])
})
