import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

describe('/api/v1/cases', () => {
  const body = {
    agencyId: 'dinkes',
    channel: 'phone',
    kind: 'inquiry',
    text: 'Kapan jadwal imunisasi?',
    reporter: { contact: '0812' },
  }

  it('opens, lists, reads and answers', async () => {
    const api = world.api('operatorDinkes')
    const opened = await api.post('/cases', body)
    assert.equal(opened.status, 201)
    assert.equal(opened.body.kind, 'inquiry')
    assert.match(opened.body.nextDueAt, /^2026-11-24T09:00:00/)
    const list = await api.get('/cases?limit=1')
    assert.equal(list.body.items[0].ticket, opened.body.ticket)
    assert.equal(list.body.next, null)
    const answered = await api.post(`/cases/${opened.body.ticket}/answers`, {
      text: 'Setiap Rabu.',
      final: true,
      version: 1,
    })
    assert.deepEqual([answered.status, answered.body.public], [201, true])
    const stale = await api.post(`/cases/${opened.body.ticket}/answers`, { text: 'Lagi.', final: true, version: 1 })
    assert.equal(stale.status, 409)
    const one = await api.get(`/cases/${opened.body.ticket}`)
    assert.equal(one.body.state, 'answered')
    const steps: string[] = one.body.clocks.map(({ step }: { step: string }) => step)
    assert.ok(steps.includes('first-reply') && steps.includes('final-answer'))
    assert.ok(!JSON.stringify(one.body).includes('0812'))
  })

  it('opens once for a source, and once for an idempotency key', async () => {
    const api = world.api('operatorDinkes')
    const source = { externalId: 'lapor-123' }
    const [a, b] = [await api.post('/cases', { ...body, source }), await api.post('/cases', { ...body, source })]
    assert.equal(a.body.ticket, b.body.ticket)
    const key = { 'idempotency-key': 'k-1' }
    const [c, d] = [await api.post('/cases', body, key), await api.post('/cases', body, key)]
    assert.equal(c.body.ticket, d.body.ticket)
    assert.notEqual(a.body.ticket, c.body.ticket)
  })

  it('takes control characters out, and refuses what is empty without them', async () => {
    const api = world.api('operatorDinkes')
    const odd = await api.post('/cases', { ...body, text: 'Lampu\u0000 mati \u202e', place: 'Pasar\u0000' })
    assert.deepEqual([odd.status, odd.body.subject], [201, 'Lampu mati'])
    assert.equal((await api.post('/cases', { ...body, text: '\u0000\u0007' })).status, 422)
    assert.equal((await api.post('/cases', { ...body, source: { externalId: 'a\u0000' } })).status, 422)
    const answer = await api.post(`/cases/${odd.body.ticket}/answers`, { text: '\u0000Baik\u0000', final: false })
    assert.equal(answer.status, 201)
  })

  it('refuses in a problem document', async () => {
    const api = world.api('operatorDinkes')
    const table = [
      [{ ...body, text: 'a'.repeat(200_000) }, 422, 'text'],
      [{ ...body, kind: 'rant' }, 422, 'kind'],
      [{ ...body, channel: 'x' }, 422, 'channel'],
      [{ ...body, receivedAt: 'kemarin' }, 422, 'receivedAt'],
      [{ agencyId: 'dinkes' }, 422, 'text'],
    ] as const
    for (const [wrong, status, field] of table) {
      const answer = await api.post('/cases', wrong)
      assert.equal(answer.status, status)
      assert.ok(answer.body.errors[field], JSON.stringify(answer.body))
    }
    assert.equal((await api.post('/cases', { ...body, agencyId: 'dishub' })).status, 403)
  })

  it('is closed with an outcome, when it was answered and proven', async () => {
    const api = world.api('operatorDinkes')
    const { body: opened } = await api.post('/cases', { ...body, kind: 'complaint' })
    const at = `/cases/${opened.ticket}`
    assert.equal((await api.post(`${at}/closure`, { outcome: 'gone' })).status, 422)
    assert.equal((await api.post(`${at}/closure`, { outcome: 'impossible', reason: 'Tanpa dana' })).status, 409)
    await api.post(`${at}/answers`, { text: 'Sudah.', final: true })
    assert.equal((await api.post(`${at}/closure`, { outcome: 'done' })).status, 409)
    assert.equal((await api.post(`${at}/follow-ups`, { text: 'Diganti.', link: 'lampu' })).status, 422)
    const proof = { text: 'Lampu diganti.', link: 'https://dinkes.example/lampu' }
    assert.equal((await api.post(`${at}/follow-ups`, proof)).status, 201)
    const closed = await api.post(`${at}/closure`, { outcome: 'done' })
    assert.deepEqual([closed.status, closed.body.state], [201, 'closed'])
    assert.equal((await world.api('operatorDishub').post(`${at}/closure`, { outcome: 'done' })).status, 404)
  })

  it('is 404 for another agency, and for readers who ask to answer', async () => {
    const { body: opened } = await world.api('operatorDinkes').post('/cases', body)
    const dishub = world.api('operatorDishub')
    assert.equal((await dishub.get(`/cases/${opened.ticket}`)).status, 404)
    assert.equal((await dishub.post(`/cases/${opened.ticket}/answers`, { text: 'x', final: true })).status, 404)
    assert.equal((await dishub.get('/cases')).body.items.length, 0)
    assert.equal(
      (await world.api('auditor').post(`/cases/${opened.ticket}/answers`, { text: 'x', final: true })).status,
      404,
    )
    assert.equal((await world.api('auditor').get(`/cases/${opened.ticket}`)).status, 200)
    assert.equal((await world.api('auditor').get('/cases?cursor=nonsense')).status, 404)
  })
})

describe('/api/v1/sla-rules', () => {
  it('lists', async () => {
    const rules = (await world.api('operatorDinkes').get('/sla-rules')).body.items
    assert.ok(rules.some((rule: { class: string; days: number }) => rule.class === 'supervisory' && rule.days === 60))
  })
})
