import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../test/world.ts'
import { record } from '../platform/events.ts'
import { transaction } from '../platform/transaction.ts'

let world: World

before(async () => {
  world = await openWorld()
  const note = (who: 'operatorDinkes' | 'operatorDishub', agencyId: string, id: string, title: string) =>
    transaction(world.ctx(who), (ctx) =>
      record(ctx, 'content.changed', {
        thing: 'content',
        id,
        agencyId,
        before: { title: 'Judul lama' },
        after: { title },
      }),
    )
  await note('operatorDinkes', 'dinkes', 'c-1', 'Judul baru')
  world.at('2026-11-25T03:00:00Z')
  await note('operatorDishub', 'dishub', 'c-2', '=HYPERLINK("x")')
  for (let i = 0; i < 60; i++) await note('operatorDishub', 'disdik', `d-${i}`, `Ke-${i}`)
})
after(() => world.close())

const read = async (query: string): Promise<string> => {
  const { status, $ } = await world.as('auditor').get(`/pengaturan/jejak${query}`)
  assert.equal(status, 200)
  return $('table').text()
}

test('the auditor reads who changed what, before and after', async () => {
  assert.match(
    await read('?perangkat=dinkes&hal=content'),
    /Sari Contoh.*content\.changed.*title: Judul lama → Judul baru/s,
  )
})

for (const [what, query, there, missing] of [
  ['person', '?orang=sari', /c-1|Judul baru/, /HYPERLINK/],
  ['address', '?orang=operator@dishub', /HYPERLINK|Ke-59/, /Judul baru/],
  ['agency', '?perangkat=dishub', /HYPERLINK/, /Judul baru/],
  ['thing', '?hal=content&nomor=c-2', /HYPERLINK/, /Judul baru/],
  ['time', '?dari=2026-11-25&sampai=2026-11-25&perangkat=dishub', /HYPERLINK/, /Judul baru/],
  ['time before', '?sampai=2026-11-24&hal=content', /Judul baru/, /HYPERLINK/],
  ['nobody of that name', '?orang=tidak%25ada_', /Longgarkan|^$/, /Judul baru/],
  ['nonsense', '?dari=x&sampai=2026-99-99&sebelum=x&hal=content', /Ke-59/, /Judul baru/],
] as const)
  test(`the trail by ${what}`, async () => {
    const text = await read(query)
    assert.match(text, there)
    assert.doesNotMatch(text, missing)
  })

test('the newest come first, and the next page goes on where this one ended', async () => {
  const { $ } = await world.as('auditor').get('/pengaturan/jejak?perangkat=disdik')
  assert.match($('table').text(), /Ke-59(?!.*Ke-9\b)/s)
  const { $: second } = await world.as('auditor').get($('a[rel=next]').attr('href') ?? '')
  assert.match(second('table tbody tr').first().text(), /Ke-9$/)
  assert.equal(second('table tbody tr').length, 10)
  assert.equal(second('a[rel=next]').length, 0)
})

test('the export holds the same selection, and no cell begins a formula', async () => {
  const { status, text, headers } = await world.as('auditor').get('/pengaturan/jejak/ekspor?perangkat=dishub')
  assert.equal(status, 200)
  assert.match(String(headers['content-type']), /^text\/csv/)
  assert.match(text, /title: Judul lama → =HYPERLINK/)
  assert.doesNotMatch(text, /(^|[;\n])"?[=+@-]/)
  assert.doesNotMatch(text, /Judul baru/)
})

test('nobody else sees that there is a trail', async () => {
  for (const member of ['operatorDinkes', 'headDinkes', 'commsHead', 'mayorOffice'] as const)
    assert.equal((await world.as(member).get('/pengaturan/jejak')).status, 404)
})
