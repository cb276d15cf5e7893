import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

describe('/pengaturan/kalender', () => {
  const fields = {
    day: '2026-11-26',
    kind: 'national',
    name: 'Pemungutan suara',
    decree: 'Keppres contoh 1/2026',
    from: '2026-11-20',
  }

  it('shows days off with decrees, and hours', async () => {
    const page = await world.as('operatorDinkes').get('/pengaturan/kalender')
    assert.match(page.text, /Idul Fitri 1447 Hijriah/)
    assert.match(page.text, /SKB Menag 1497\/2025/)
    assert.match(page.text, /07\.30–12\.00, 13\.00–16\.00/)
    assert.equal(page.$('form[action$=libur]').length, 0)
    assert.equal((await world.as('operatorDinkes').post('/pengaturan/kalender/libur', fields)).status, 403)
  })
})
