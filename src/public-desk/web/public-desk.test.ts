import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { openCase } from '../../cases/open-case.ts'
import { accepted } from '../../platform/refusal.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const reported = async (text = 'Lampu jalan mati di depan pasar.', agencyId = 'dinkes') =>
  accepted(
    await openCase(world.system(), {
      agencyId,
      channel: 'form',
      kind: 'complaint',
      text,
      place: 'Jalan Rahasia 5',
      reporter: { contact: '0812-0000-0000' },
      receivedAt: world.now(),
    }),
  )

describe('/lapor', () => {
  it('gives a ticket, at whose page nobody and nothing reported is shown', async () => {
    const form = await world.anyone.get('/lapor')
    assert.equal(form.status, 200)
    assert.deepEqual(
      form
        .$('form[method=post] :is(textarea, input:not([type=hidden]), select)')
        .toArray()
        .map((field) => form.$(field).attr('name')),
      ['text', 'region', 'place', 'contact', 'mails', 'files', 'kind', 'agencyId', 'anonymous', 'secret'],
    )
    const sent = await world.anyone.post('/lapor', {
      text: 'Jalan berlubang <script>alert(1)</script> 😀\u0007',
      place: 'Jalan Rahasia 5',
      contact: '0812-1111-1111',
      agencyId: 'dishub',
    })
    assert.equal(sent.status, 303)
    assert.match(sent.location ?? '', /^\/lapor\/KB-/)
    const page = await world.anyone.get(sent.location?.replace(/\/[^/]+$/, '') ?? '')
    assert.equal(page.status, 200)
    assert.match(page.text, /Dinas Perhubungan/)
    for (const secret of ['Rahasia', '0812', 'berlubang']) assert.ok(!page.text.includes(secret), secret)

    const ticket = sent.location?.split('/').at(2)
    const staff = await world.as('operatorDishub').get(`/kasus/${ticket}`)
    assert.match(staff.text, /&lt;script>/)
    assert.ok(!staff.text.includes('<script>alert'))
    assert.ok(!staff.text.includes('0812'))
  })

  it('sent twice is one case', async () => {
    const count = async () => (await world.platform.db.selectFrom('cases').select('id').execute()).length
    const before = await count()
    const fields = { text: 'Dua kali tekan tombol.', place: '', contact: '', agencyId: '', _once: 'form-1' }
    const answers = await Promise.all([world.anyone.post('/lapor', fields), world.anyone.post('/lapor', fields)])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    )
    assert.equal(answers[0]?.location, answers[1]?.location)
    assert.equal(await count(), before + 1)
  })

  it('without an agency goes to Diskominfostandi', async () => {
    const { location } = await world.anyone.post('/lapor', { text: 'Entah ke mana ini.', agencyId: '' })
    assert.match((await world.anyone.get(location ?? '')).text, /Dinas Komunikasi/)
  })

  it('refuses in words and keeps what was typed', async () => {
    const none = await world.anyone.post('/lapor', { text: '   ', place: 'Pasar', contact: '', agencyId: 'dinkes' })
    assert.equal(none.status, 422)
    assert.match(none.text, /Laporan belum diisi/)
    assert.equal(none.$('input[name=place]').attr('value'), 'Pasar')
    assert.equal(none.$('select[name=agencyId] option[selected]').attr('value'), 'dinkes')
    const long = await world.anyone.post('/lapor', { text: 'a'.repeat(200_000), agencyId: 'dinkes' })
    assert.equal(long.status, 422)
    assert.match(long.text, /terlalu panjang: 200\.000 huruf, paling banyak 30\.000/)
    assert.ok(long.$('textarea[name=text]').text().includes('a'.repeat(1000)))
    const nowhere = await world.anyone.post('/lapor', { text: 'Halo Bekasi.', agencyId: 'atlantis' })
    assert.equal(nowhere.status, 422)
    assert.match(nowhere.text, /tidak dikenal/)
  })

  it('finds a ticket as people type it, and says 404 for one that is not', async () => {
    const { ticket } = await reported()
    const typed = ticket.toLowerCase().replaceAll('-', ' ')
    assert.equal((await world.anyone.get(`/lapor?tiket=${encodeURIComponent(typed)}`)).location, `/lapor/${ticket}`)
    assert.equal((await world.anyone.get('/lapor?tiket=salah')).status, 422)
    for (const wrong of ['KB-2222-2222', 'apa-saja', '%27or%201%3D1'])
      assert.equal((await world.anyone.get(`/lapor/${wrong}`)).status, 404)
  })
})
