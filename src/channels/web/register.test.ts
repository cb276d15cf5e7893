import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { accountsAtEnd } from '../accounts-at-end.ts'
import { postFigures } from '../figures.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const register = (fields: Record<string, string>) =>
  world.as('operatorDinkes').post('/kanal', { agencyId: 'dinkes', holder: 'Humas', ...fields })

let instagram = ''

test('who has no account is seen, on the page of channels and in the register of agencies', async () => {
  const page = await world.as('commsOfficer').get('/kanal')
  assert.match(page.text, /Belum punya akun/)
  assert.match(page.$('details').text(), /Dinas Kesehatan/)
  assert.match((await world.as('commsOfficer').get('/perangkat-daerah')).text, /Belum punya akun/)
})

test('an account without API is registered; its recovery contact is sealed and told to its holders alone', async () => {
  const done = await register({ platform: 'instagram', handle: '@dinkes.kota', recovery: 'pemulihan@dinkes.example' })
  assert.equal(done.status, 303)
  instagram = done.location ?? ''
  const row = await world.platform.db.selectFrom('social_account').select('recovery').executeTakeFirstOrThrow()
  assert.ok(row.recovery && !row.recovery.includes('pemulihan'))
  assert.match((await world.as('operatorDinkes').get(instagram)).text, /pemulihan@dinkes\.example/)
  assert.doesNotMatch((await world.as('auditor').get(instagram)).text, /pemulihan@dinkes/)
  assert.equal((await register({ platform: 'instagram', handle: 'Dinkes.Kota' })).status, 422)
})

const wrong: [name: string, fields: Record<string, string>, field: string][] = [
  ['a channel there is not', { platform: 'orkut', handle: 'dinkes' }, 'platform'],
  ['Mastodon without a server', { platform: 'mastodon', handle: 'dinkes' }, 'server'],
  [
    'Mastodon on an address of the network',
    { platform: 'mastodon', handle: 'dinkes', server: 'https://10.0.0.1' },
    'server',
  ],
  ['half an address', { platform: 'email', handle: 'dinkes' }, 'handle'],
  ['a handle with a space', { platform: 'tiktok', handle: 'din kes' }, 'handle'],
  ['no holder', { platform: 'tiktok', handle: 'dinkes', holder: '' }, 'holder'],
]
for (const [name, fields, field] of wrong)
  test(`${name} is refused, and what was typed is kept`, async () => {
    const page = await register(fields)
    assert.equal(page.status, 422)
    assert.equal(page.$(`[name=${field}][aria-invalid]`).length, 1)
    assert.equal(page.$('input[name=handle]').val(), fields.handle)
  })

test('a post is noted once, counts in its month, and wakes the account', async () => {
  const post = { day: '2026-11-20', text: 'Vaksin', url: 'https://www.instagram.com/p/AB/?igsh=x', theme: 'community' }
  const officer = world.as('operatorDinkes')
  assert.equal((await officer.post(`${instagram}/siaran-tercatat`, { ...post, likes: '10' })).status, 303)
  const again = { ...post, url: 'https://www.instagram.com/p/AB', likes: '1.234' }
  assert.equal((await officer.post(`${instagram}/siaran-tercatat`, again)).status, 303)
  const page = await officer.get(instagram)
  assert.match(page.text, /1\.234/)
  assert.match(page.text, /Tanpa sambungan/)
  const figures = await postFigures(world.ctx('headDinkes'), 'dinkes', '2026-11')
  assert.equal(figures.list.length, 1)
  assert.equal(figures.noted, 1)
  assert.deepEqual(figures.published, { government: 0, development: 0, community: 1 })
  assert.equal(figures.daysWithoutPost, 22)
})

test('a post without theme or of tomorrow is refused with the input kept; who may not is refused', async () => {
  const bad = { day: '2026-11-24', text: 'Besok', url: '', theme: '' }
  const page = await world.as('operatorDinkes').post(`${instagram}/siaran-tercatat`, bad)
  assert.equal(page.status, 422)
  assert.equal(page.$('textarea[name=text]').val(), 'Besok')
  assert.equal(page.$('[name=day][aria-invalid], [name=theme][aria-invalid]').length, 2)
  assert.equal((await world.as('operatorDishub').post(`${instagram}/siaran-tercatat`, bad)).status, 404)
  assert.equal((await world.as('headDinkes').post(`${instagram}/siaran-tercatat`, bad)).status, 403)
})

const csv = [
  'Tanggal;Isi;Tautan;Tema;Suka;Dilihat',
  '20/11/2026;Vaksin;https://www.instagram.com/p/AB/;Kemasyarakatan;1.500;20.000',
  '21/11/2026;Posyandu;https://www.instagram.com/p/CD/;Kemasyarakatan;7;',
  '21/11/2026;Posyandu;https://www.instagram.com/p/CD/?igsh=1;Kemasyarakatan;7;',
  '22/11/2026;Pameran;;Pembangunan;3;90',
  '40/11/2026;Salah;;Pembangunan;3;90',
  '22/11/2026;Tanpa tema;;Olahraga;3;90',
].join('\r\n')

async function upload(text: string) {
  const file = { filename: 'instagram.csv', bytes: Buffer.from(text) }
  const done = await world.as('operatorDinkes').post(`${instagram}/impor`, {}, { file })
  return done.location ?? ''
}

test('a file of posts is looked at first, then noted; twice is the same as once', async () => {
  const officer = world.as('operatorDinkes')
  const preview = await upload(csv)
  const page = await officer.get(preview)
  assert.match(page.text, /2 ditolak, 2 baru, 1 diperbarui, 1 tetap/)
  const noted = () => world.platform.db.selectFrom('hand_post').selectAll().orderBy('day').execute()
  assert.equal((await noted()).length, 1)
  assert.equal((await officer.post(preview)).status, 303)
  assert.equal((await noted()).length, 3)
  assert.equal((await noted())[0]?.likes, 1500)
  assert.equal((await officer.post(preview)).status, 409)
  const second = await upload(csv)
  assert.match((await officer.get(second)).text, /Tidak ada yang akan dicatat/)
  assert.equal((await world.as('operatorDishub').get(preview)).status, 404)
  assert.equal((await world.as('auditor').get(preview)).status, 404)
})

test('a file that is none is refused in words', async () => {
  const file = { filename: 'a.csv', bytes: Buffer.from('nama;nilai\nx;1') }
  const page = await world.as('operatorDinkes').post(`${instagram}/impor`, {}, { file })
  assert.equal(page.status, 422)
  assert.match(page.text, /Kolom tanggal, isi, tautan, tema tidak ada/)
})

test('what is noted long after its month does not change the figures of that month', async () => {
  const before = await postFigures(world.ctx('headDinkes'), 'dinkes', '2026-10')
  const late = { day: '2026-10-20', text: 'Terlambat dicatat', url: '', theme: 'government' }
  assert.equal((await world.as('operatorDinkes').post(`${instagram}/siaran-tercatat`, late)).status, 303)
  assert.deepEqual(await postFigures(world.ctx('headDinkes'), 'dinkes', '2026-10'), before)
})

test('the report says how each account stood at the end of a month, and says it again later', async () => {
  const stood = async (month: string) =>
    (await accountsAtEnd(world.ctx('headDinkes'), 'dinkes', month)).map(({ platform, words }) => [platform, words])
  assert.deepEqual(await stood('2026-10'), [])
  assert.deepEqual(await stood('2026-11'), [['instagram', 'tanpa sambungan']])
  world.at('2027-03-15T03:00:00Z')
  assert.deepEqual(await stood('2026-11'), [['instagram', 'tanpa sambungan']])
  assert.deepEqual(await stood('2027-02'), [['instagram', 'mati suri, 98 hari tanpa siaran']])
  assert.match((await world.as('commsOfficer').get('/perangkat-daerah')).text, /Instagram: mati suri/)
  const narrowed = await world.as('commsOfficer').get('/kanal?keadaan=dormant')
  assert.equal(narrowed.$('tbody tr').length, 1)
  assert.match((await world.as('commsOfficer').get('/kanal?keadaan=connected')).text, /Tidak ada akun yang cocok/)
})

test('no broadcast is written for an account that does not send from here', async () => {
  const accountId = instagram.split('/').at(-1) ?? ''
  const page = await world.as('operatorDinkes').post('/kanal/siaran', { accountId, text: 'Halo', theme: 'community' })
  assert.notEqual(page.status, 303)
})
