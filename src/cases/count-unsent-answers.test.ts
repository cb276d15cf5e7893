import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { accepted } from '../platform/refusal.ts'
import { answerCase } from './answer-case.ts'
import { enterCase } from './enter-case.ts'
import { markAnswerSent } from './mark-answer-sent.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const link = 'https://www.instagram.com/p/AB12/'
const reminded = async (member: 'operatorDinkes' | 'operatorDishub' | 'commsOfficer') =>
  /perlu dikirim dengan tangan/.test((await world.as(member).get('/beranda')).text)

test('an answer to be given by hand is reminded of on /beranda until it is marked as sent', async () => {
  const ctx = world.ctx('operatorDinkes')
  const about = {
    agencyId: 'dinkes',
    channel: '',
    link,
    kind: 'complaint',
    class: 'plain',
    text: 'Antrean lama',
  } as const
  const who = { name: 'Warga Contoh', contact: '', place: '', where: {}, files: [], receivedAt: ctx.now }
  const { ticket } = accepted(await enterCase(ctx, { ...about, ...who })).case
  assert.equal(await reminded('operatorDinkes'), false)
  const { answerId } = accepted(await answerCase(ctx, { ticket, text: 'Kami tambah loket.', final: true, version: 1 }))
  assert.equal(await reminded('operatorDinkes'), true)
  assert.equal(await reminded('operatorDishub'), false)
  assert.equal(await reminded('commsOfficer'), false)
  accepted(await markAnswerSent(ctx, { ticket, answerId, link: `${link}c/1`, at: ctx.now }))
  assert.equal(await reminded('operatorDinkes'), false)
})
