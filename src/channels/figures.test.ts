import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openXWorld, type XWorld } from '../../test/x-world.ts'
import { accepted } from '../platform/refusal.ts'
import { postFigures } from './figures.ts'
import type { Theme } from './post.ts'
import { approvePost, submitPost } from './review-post.ts'
import { draftPost } from './write-post.ts'

let world: XWorld
before(async () => {
  world = await openXWorld()
})
after(() => world.close())

test('the figures of a month come from the events and stay what they were', async () => {
  world.at('2026-10-30T03:00:00Z')
  const account = await world.connect('dinkes_contoh')
  const publish = async (theme: Theme, text: string) => {
    const draft = accepted(
      await draftPost(world.ctx('operatorDinkes'), { accountId: account.id, text, theme, pictureAlt: '' }),
    )
    const step = { postId: draft.id, version: draft.version }
    const submitted = accepted(await submitPost(world.ctx('operatorDinkes'), step))
    accepted(await approvePost(world.ctx('reviewerDinkes'), { ...step, version: submitted.version }))
    await world.runJobs()
  }
  await publish('community', 'satu')
  await publish('government', 'dua')
  // The last second of October in Bekasi, and the first of November.
  world.at('2026-10-31T16:59:59Z')
  await publish('community', 'tiga')
  world.at('2026-10-31T17:00:00Z')
  await publish('development', 'empat')
  const october = await postFigures(world.ctx('headDinkes'), 'dinkes', '2026-10')
  assert.deepEqual(october.published, { government: 1, development: 0, community: 2 })
  assert.equal(october.daysWithoutPost, 29)
  assert.deepEqual(
    october.list.map(({ text }) => text),
    ['satu', 'dua', 'tiga'],
  )
  world.at('2026-11-03T03:00:00Z')
  assert.equal((await postFigures(world.ctx('headDinkes'), 'dinkes', '2026-11')).daysWithoutPost, 2)
  assert.deepEqual(await postFigures(world.ctx('headDinkes'), 'dinkes', '2026-10'), october)
  assert.equal((await postFigures(world.ctx('headDinkes'), 'dishub', '2026-10')).list.length, 0)
})
