import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { setPassword } from '../people/person.ts'
import { sendMail } from '../platform/mail/mail.ts'
import { transaction } from '../platform/transaction.ts'

let world: World

before(async () => {
  world = await openWorld()
  const { actor } = world.ctx('operatorDinkes')
  const id = 'id' in actor ? actor.id : ''
  await transaction(world.ctx('operatorDinkes'), async (ctx) => {
    await setPassword(ctx, id, 'sandi yang cukup panjang')
    await sendMail(ctx, { to: 'operator@dinkes.example', subject: 'Untuk Sari saja', body: '-' })
    await sendMail(ctx, { to: 'operator@dishub.example', subject: 'Untuk Agus saja', body: '-' })
  })
})
after(() => world.close())

test('a person sees what is held about them, and nothing about others', async () => {
  const { status, text } = await world.as('operatorDinkes').get('/pengaturan/data-saya')
  assert.equal(status, 200)
  for (const there of ['operator@dinkes.example', 'dinkes', 'SK contoh 1/2026', 'Untuk Sari saja', 'password.set'])
    assert.ok(text.includes(there), there)
  assert.doesNotMatch(text, /Agus|dishub/)
})

test('and takes it out as JSON, without a secret in it', async () => {
  const { status, text, headers } = await world.as('operatorDinkes').get('/pengaturan/data-saya/ekspor')
  assert.equal(status, 200)
  assert.match(String(headers['content-disposition']), /attachment; filename="data-saya-2026-11-23\.json"/)
  const data = JSON.parse(text)
  assert.equal(data.person.name, 'Sari Contoh')
  assert.equal(data.appointments[0].from, '2026-01-05')
  assert.equal(data.sessions.length, 2)
  assert.equal(data.doneByMe.find(({ action }: { action: string }) => action === 'password.set').count, 1)
  assert.doesNotMatch(text, /hash|scrypt|token|secret|Agus/i)
})

test('who is not signed in is asked to', async () => {
  assert.equal((await world.anyone.get('/pengaturan/data-saya')).location, '/masuk?ke=%2Fpengaturan%2Fdata-saya')
})
