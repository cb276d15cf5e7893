import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { openXWorld, type XWorld } from '../../test/x-world.ts'
import { accepted, isRefusal, type Refusal } from '../platform/refusal.ts'
import type { SocialAccount } from './account.ts'
import { addPostPicture, removePostPicture } from './add-post-picture.ts'
import { cancelPost } from './decide-post.ts'
import { findPost, findPosts } from './find-posts.ts'
import type { Post } from './post.ts'
import { approvePost, sendPostAgain, submitPost } from './review-post.ts'
import { findThread } from './thread.ts'
import { changePost, draftPost } from './write-post.ts'

let world: XWorld
let account: SocialAccount
before(async () => {
  world = await openXWorld()
  account = await world.connect('dinkes_contoh')
  await world.runJobs()
})
after(() => world.close())

const body = { theme: 'community' } as const
const again = ({ id }: Pick<Post, 'id'>) => findPost(world.system(), id)
const step = ({ id, version }: Post) => ({ postId: id, version })

async function draft(texts: string[], more: object = {}): Promise<Post> {
  const [text = '', ...rest] = texts
  return accepted(await draftPost(world.ctx('operatorDinkes'), { ...body, accountId: account.id, text, rest, ...more }))
}
async function approve(post: Post): Promise<Post> {
  const submitted = accepted(await submitPost(world.ctx('operatorDinkes'), step(await again(post))))
  return accepted(await approvePost(world.ctx('reviewerDinkes'), step(submitted)))
}
const onX = (text: string) => world.x.tweetsOf('dinkes_contoh').filter((tweet) => tweet.text === text)
const errorsOf = (done: unknown): Record<string, string> =>
  isRefusal(done) && done.refusal === 'invalid' ? done.errors : {}

test('a thread goes out in order, each post answering the one before it', async () => {
  const texts = ['Jadwal imunisasi pekan ini 🧵', 'Senin: Pekayon.', 'Selasa: Jatiasih.']
  const post = await approve(await draft(texts))
  await world.runJobs()
  let before: string | null = null
  for (const text of texts) {
    const [tweet] = onX(text)
    assert.equal(onX(text).length, 1, text)
    assert.equal(tweet?.repliedTo ?? null, before)
    before = tweet?.id ?? null
  }
  const thread = await findThread(world.system(), post)
  assert.deepEqual(
    thread.map(({ state, part }) => [state, part]),
    [1, 2, 3].map((part) => ['published', part]),
  )
  const events = await world.platform.db
    .selectFrom('event')
    .select('after')
    .where('thing_id', '=', post.id)
    .where('action', '=', 'post.published')
    .execute()
  assert.equal(Object(events[0]?.after).kind, 'thread')
})

test('a thread that broke goes on at the first post that is not out, with the words that were approved', async () => {
  const texts = ['Utas putus 1', 'Utas putus 2', 'Utas putus 3']
  const post = await approve(await draft(texts))
  world.x.fail({ kind: 'slow', ms: 1, method: 'POST', path: '/2/tweets' })
  world.x.fail({ kind: 'over-capacity', method: 'POST', path: '/2/tweets' })
  await world.runJobs()
  for (const seconds of [120, 300]) {
    world.wait(seconds)
    await world.runJobs()
  }
  const [first, broken, last] = await findThread(world.system(), post)
  assert.deepEqual([first?.state, broken?.state, last?.state], ['published', 'not-sent', 'waits'])
  const listed = await findPosts(world.ctx('operatorDinkes'), { purpose: 'broadcast', state: 'not-sent', limit: 10 })
  assert.ok(
    listed.some(({ id }) => id === broken?.id),
    'somebody is told',
  )
  assert.ok(broken)
  accepted(await sendPostAgain(world.ctx('reviewerDinkes'), step(broken)))
  await world.runJobs()
  for (const text of texts) assert.equal(onX(text).length, 1, text)
  assert.equal(onX('Utas putus 3')[0]?.repliedTo, onX('Utas putus 2')[0]?.id)
})

test('what X refuses in the middle is changed, approved anew, and what is out stays as it is', async () => {
  const post = await approve(await draft(['Utas tolak 1', 'Utas tolak 2', 'Utas tolak 3']))
  world.x.fail({ kind: 'slow', ms: 1, method: 'POST', path: '/2/tweets' })
  world.x.fail({ kind: 'not-permitted', method: 'POST', path: '/2/tweets' })
  await world.runJobs()
  const [, broken] = await findThread(world.system(), post)
  assert.ok(broken)
  assert.equal(broken.state, 'refused')
  const changed = { ...step(broken), ...body, text: 'Utas tolak 2, diperbaiki', rest: ['Utas tolak 3', 'Utas tolak 4'] }
  const redone = accepted(await changePost(world.ctx('operatorDinkes'), changed))
  assert.equal(redone.state, 'draft')
  await world.runJobs()
  assert.equal(onX('Utas tolak 2, diperbaiki').length, 0, 'nothing goes out unapproved')
  await approve(redone)
  await world.runJobs()
  const thread = await findThread(world.system(), post)
  assert.deepEqual(
    thread.map(({ text, state }) => `${text}: ${state}`),
    ['Utas tolak 1', 'Utas tolak 2, diperbaiki', 'Utas tolak 3', 'Utas tolak 4'].map((text) => `${text}: published`),
  )
})

test('parts are added, changed and taken away in a draft; every part is weighed', async () => {
  const post = await draft(['a 1', 'a 2', 'a 3'])
  const operator = world.ctx('operatorDinkes')
  accepted(await changePost(operator, { ...step(post), ...body, text: 'b 1', rest: ['b 2'] }))
  assert.deepEqual(
    (await findThread(world.system(), post)).map(({ text }) => text),
    ['b 1', 'b 2'],
  )
  const wrong = async (rest: string[]) =>
    errorsOf(await changePost(operator, { ...step(await again(post)), ...body, text: 'c 1', rest }))
  assert.match((await wrong(['x'.repeat(281)])).text2 ?? '', /281 dari 280/)
  assert.match((await wrong(['c 2', 'c 1'])).text3 ?? '', /sama dengan bagian sebelumnya/)
  assert.match((await wrong(Array.from({ length: 25 }, (_, i) => `bagian ${i}`))).text ?? '', /paling banyak 25/)
})

test('four pictures a post, each with words or decoration; a change voids the approval', async () => {
  const bytes = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#336' } })
    .png()
    .toBuffer()
  const post = await draft(['Bergambar empat', 'Bagian dua'])
  const operator = world.ctx('operatorDinkes')
  const add = async (postId: string, alt: string, decorative = false) =>
    addPostPicture(operator, {
      postId,
      version: (await again(post)).version,
      upload: { filename: 'a', bytes },
      alt,
      decorative,
    })
  assert.match(errorsOf(await add(post.id, '')).pictureAlt ?? '', /hiasan/)
  assert.match(errorsOf(await add(post.id, 'IMG_2031.jpg')).pictureAlt ?? '', /nama berkas/)
  for (const n of [1, 2, 3]) accepted(await add(post.id, `Loket nomor ${n}`))
  accepted(await add(post.id, '', true))
  assert.match(((await add(post.id, 'Yang kelima')) as Refusal & { reason: string }).reason, /paling banyak 4/)
  const [, second] = await findThread(world.system(), post)
  assert.ok(second)
  accepted(await add(second.id, 'Peta lokasi'))
  const { pictures } = await again(post)
  const removed = { postId: post.id, version: (await again(post)).version, pictureId: pictures[1]?.id ?? '' }
  accepted(await removePostPicture(operator, removed))
  assert.deepEqual(
    (await again(post)).pictures.map(({ alt, place }) => [alt, place]),
    [
      ['Loket nomor 1', 1],
      ['Loket nomor 3', 2],
      ['', 3],
    ],
  )
  accepted(await submitPost(operator, step(await again(post))))
  accepted(await add(post.id, 'Ditambahkan kemudian'))
  assert.equal((await again(post)).state, 'draft', 'what was handed in is a draft again')
  await approve(post)
  await world.runJobs()
  const [tweet] = onX('Bergambar empat')
  const media = tweet?.mediaIds.map((id) => world.x.state().media.find((one) => one.id === id)?.alt)
  assert.deepEqual(media, ['Loket nomor 1', 'Loket nomor 3', null, 'Ditambahkan kemudian'])
  assert.equal(onX('Bagian dua')[0]?.mediaIds.length, 1)
})

test('an upload that was cut goes on where it stopped; nothing was sent meanwhile', async () => {
  const bytes = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#363' } })
    .png()
    .toBuffer()
  const picture = { filename: 'a', bytes }
  const post = await draft(['Unggahan putus'], { picture, pictureAlt: 'Halaman puskesmas' })
  await approve(post)
  world.x.fail({ kind: 'cut-after', method: 'POST', path: '/2/media/metadata' })
  await world.runJobs()
  const waiting = await again(post)
  assert.deepEqual([waiting.state, waiting.waitsFor], ['approved', 'x'])
  world.wait(61)
  await world.runJobs()
  assert.equal(onX('Unggahan putus').length, 1)
})

test('what was cancelled stays away, and can be written anew', async () => {
  const post = await approve(await draft(['Batal saja']))
  const cancelled = accepted(await cancelPost(world.ctx('operatorDinkes'), step(post)))
  await world.runJobs()
  assert.equal(onX('Batal saja').length, 0)
  assert.match(cancelled.reason ?? '', /Sari Contoh/)
  accepted(await changePost(world.ctx('operatorDinkes'), { ...step(cancelled), ...body, text: 'Jadi juga' }))
  await approve(post)
  await world.runJobs()
  assert.equal(onX('Jadi juga').length, 1)
  assert.ok(isRefusal(await cancelPost(world.ctx('operatorDinkes'), step(await again(post)))), 'too late')
})
