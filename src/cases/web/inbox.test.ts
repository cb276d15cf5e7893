import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { accepted } from '../../platform/refusal.ts'
import { assignCase } from '../assign-case.ts'
import type { Case } from '../case.ts'
import { labelCase } from '../label-case.ts'
import { openCase } from '../open-case.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const reported = async (text: string, more: Partial<Parameters<typeof openCase>[1]> = {}): Promise<Case> =>
  accepted(
    await openCase(world.system(), {
      ...{ agencyId: 'dinkes', channel: 'form', kind: 'complaint' as const, text, receivedAt: world.now() },
      ...more,
    }),
  )

const idOf = (member: Parameters<World['ctx']>[0]): string => {
  const { actor } = world.ctx(member)
  assert.ok(actor.kind === 'person')
  return actor.id
}

type Page = Awaited<ReturnType<World['anyone']['get']>>
const listed = ({ $ }: Page): string[] =>
  $('tbody th a')
    .toArray()
    .map((a) => $(a).text())

describe('filters of the inbox', () => {
  it('each lets through what it names', async () => {
    const region = world.system().db.selectFrom('agency_name').where('kind', '=', 'subdistrict')
    const village = await region.select(['agency_id', 'parent_id']).executeTakeFirst()
    const where = village && { districtId: village.parent_id, subdistrictId: village.agency_id }
    const one = await reported('Yang satu ini.', { kind: 'inquiry', ...(where && { where }) })
    await reported('Yang lain.', { class: 'supervisory' })
    accepted(
      await assignCase(world.ctx('operatorDinkes'), { ticket: one.ticket, personId: idOf('operatorDinkes'), note: '' }),
    )
    const label = accepted(await labelCase(world.ctx('operatorDinkes'), { ticket: one.ticket, name: 'Mendesak' }))
    const queries: [query: string, found: string[]][] = [
      ['jenis=inquiry', ['Yang satu ini.']],
      ['kelas=supervisory', ['Yang lain.']],
      ['petugas=saya', ['Yang satu ini.']],
      ['petugas=belum', ['Yang lain.']],
      [`petugas=${idOf('operatorDinkes')}`, ['Yang satu ini.']],
      ['petugas=siapa', []],
      [`label=${label.id}`, ['Yang satu ini.']],
      ['label=x', []],
      ['topik=x', []],
      ['wilayah=tidak-ada', []],
      ['kanal=x', []],
      ['keadaan=replied', []],
      ['keadaan=held', []],
      ['keadaan=suspected', []],
      ['tenggat=overdue', []],
      ['tenggat=paused', []],
      ['keadaan=untriaged&kanal=form&jenis=inquiry', ['Yang satu ini.']],
      ...(village ? ([[`wilayah=${village.agency_id}`, ['Yang satu ini.']]] as [string, string[]][]) : []),
    ]
    for (const [query, found] of queries)
      assert.deepEqual(listed(await world.as('operatorDinkes').get(`/kasus?${query}`)).sort(), found, query)
    assert.equal(listed(await world.as('operatorDinkes').get('/kasus?tenggat=week')).length, 2)
    const page = await world.as('operatorDinkes').get('/kasus')
    assert.match(page.$('tbody').text(), /mendesak/)
    assert.match(page.$('tbody').text(), /Belum diverifikasi/)
  })

  it('are narrowed to what looks like advertising', async () => {
    const text = 'SLOT GACOR maxwin di sini'
    await reported(text)
    assert.deepEqual(listed(await world.as('operatorDinkes').get('/kasus?keadaan=suspected')), [text])
    assert.deepEqual(listed(await world.as('operatorDishub').get('/kasus?keadaan=suspected')), [])
  })

  it('go to a case by its ticket or register number, and search by words', async () => {
    const one = await reported('Ubin lantai puskesmas pecah.')
    assert.equal(
      (await world.as('operatorDinkes').get(`/kasus?cari=${one.ticket.toLowerCase()}`)).location,
      `/kasus/${one.ticket}`,
    )
    const number = `${Number.parseInt(one.register, 10)}/dinkes/2026`
    assert.equal((await world.as('auditor').get(`/kasus?cari=${number}`)).location, `/kasus/${one.ticket}`)
    assert.equal((await world.as('operatorDishub').get(`/kasus?cari=${number}`)).status, 200)
    const page = await world.as('operatorDinkes').get('/kasus?cari=lantia+pecah')
    assert.deepEqual(listed(page), ['Ubin lantai puskesmas pecah.'])
    assert.match(page.text, /Tidak ada yang memuat “lantia”/)
    assert.deepEqual(listed(await world.as('operatorDishub').get('/kasus?cari=lantai')), [])
  })

  it('are kept by one person for themselves', async () => {
    const operator = world.as('operatorDinkes')
    const saved = await operator.post('/kasus/saringan', { name: 'Milik saya', query: 'petugas=saya&mulai=x' })
    assert.deepEqual([saved.status, saved.location], [303, '/kasus?petugas=saya'])
    const link = (await operator.get('/kasus')).$('nav[aria-label="Saringan tersimpan"] a')
    assert.deepEqual([link.text(), link.attr('href')], ['Milik saya', '/kasus?petugas=saya'])
    assert.equal((await world.as('headDinkes').get('/kasus')).$('nav[aria-label="Saringan tersimpan"]').length, 0)
    const refused = await operator.post('/kasus/saringan', { name: '', query: 'jenis=inquiry' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Nama saringan/)
    assert.equal((await operator.post('/kasus/saringan', { name: 'Kosong', query: '' })).status, 422)
    const removal = (await operator.get('/kasus')).$('form[action$=penghapusan]').attr('action') ?? ''
    assert.equal((await world.as('headDinkes').post(removal)).status, 404)
    assert.equal((await operator.post(removal)).status, 303)
    assert.equal((await operator.get('/kasus')).$('nav[aria-label="Saringan tersimpan"]').length, 0)
  })
})

describe('/kasus/daftar', () => {
  it('is the table alone, and 304 while nothing changed', async () => {
    await reported('Baris pertama.')
    const first = await world.as('operatorDinkes').get('/kasus/daftar')
    assert.equal(first.$('table').length, 1)
    assert.equal(first.$('main').length, 0)
    const headers = { 'if-none-match': String(first.headers.etag) }
    assert.equal((await world.as('operatorDinkes').get('/kasus/daftar', headers)).status, 304)
    await reported('Baris kedua.')
    const second = await world.as('operatorDinkes').get('/kasus/daftar', headers)
    assert.equal(second.status, 200)
    assert.ok(second.text.includes('Baris kedua.'))
    assert.ok(!(await world.as('operatorDishub').get('/kasus/daftar')).text.includes('Baris'))
  })
})

describe('acts on many cases', () => {
  it('does each by itself and says what was skipped and why', async () => {
    const cases = [await reported('Massal satu.'), await reported('Massal dua.')]
    const operator = world.as('operatorDinkes')
    const picked = cases.map(({ ticket, version }) => `${ticket}:${version}`)
    const query = new URLSearchParams(picked.map((value) => ['kasus', value]))
    const page = await operator.get(`/kasus/massal?${query}`)
    assert.equal(page.$('details').length, 5)
    const once = page.$('form[action="/kasus/massal"] input[name=_once]').attr('value') ?? ''
    const fields = {
      act: 'classify',
      kasus: [picked[0] ?? '', `${cases[1]?.ticket}:7`],
      kind: 'inquiry',
      class: 'plain',
      _once: once,
    }
    const done = await operator.post('/kasus/massal', fields)
    assert.equal(done.status, 303)
    const again = await operator.post('/kasus/massal', fields)
    assert.equal(again.location, done.location)
    const result = await operator.get(done.location ?? '')
    assert.match(result.text, /1 kasus berhasil, 1 kasus dilewati/)
    assert.match(result.$('tbody tr').first().text(), /baru saja diubah/)
    assert.equal((await world.as('headDinkes').get(done.location ?? '')).status, 404)
    const kinds = await world
      .system()
      .db.selectFrom('cases')
      .select('kind')
      .where(
        'id',
        'in',
        cases.map(({ id }) => id),
      )
      .orderBy('id')
      .execute()
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['inquiry', 'complaint'],
    )
  })

  it('wires each act, refuses an empty pick, too many, and another agency', async () => {
    const one = await reported('Massal ketiga.')
    const operator = world.as('operatorDinkes')
    const act = async (fields: Record<string, string | string[]>, client = operator) => {
      const done = await client.post('/kasus/massal', { kasus: `${one.ticket}:1`, ...fields })
      return done.status === 303 ? (await client.get(done.location ?? '')).$('tbody').text() : String(done.status)
    }
    assert.match(await act({ act: 'assign', personId: idOf('operatorDinkes') }), /Berhasil/)
    assert.match(await act({ act: 'label', name: 'lapangan' }), /Berhasil/)
    assert.match(await act({ act: 'label', name: '' }), /Label/)
    assert.match(
      await act({ act: 'close', outcome: 'no-answer-needed', reason: 'Sudah selesai' }),
      /belum pernah mendapat/,
    )
    assert.match(await act({ act: 'assign', personId: '' }, world.as('operatorDishub')), /tidak ditemukan/)
    assert.match(await act({ act: 'pass-on', agencyId: 'dishub', reason: 'Perkara perparkiran' }), /Berhasil/)
    assert.match(await act({ act: 'label', name: 'x' }), /tidak ditemukan/)
    assert.equal(await act({ act: 'label', name: 'x', kasus: [] }), '422')
    assert.equal(await act({ act: 'meledak' }), '422')
    const letters = 'ABCDEFGHJKM'
    const many = [...letters].flatMap((a) => [...letters].map((b) => `KB-2222-22${a}${b}:1`)).slice(0, 101)
    assert.equal(await act({ act: 'label', name: 'x', kasus: many }), '422')
    assert.equal((await world.as('auditor').post('/kasus/massal', { act: 'label' })).status, 403)
    assert.match((await operator.get('/kasus/massal')).text, /Belum ada kasus yang dipilih/)
  })
})

describe('who else is looking', () => {
  it('is said, until they leave or are silent', async () => {
    const { ticket } = await reported('Dilihat berdua.')
    const [operator, head] = [world.as('operatorDinkes'), world.as('headDinkes')]
    const name = (member: 'operatorDinkes' | 'headDinkes') => {
      const { actor } = world.ctx(member)
      return 'name' in actor ? actor.name : ''
    }
    const line = async (client: World['anyone']) => (await client.get(`/kasus/${ticket}`)).$('case-presence').text()
    assert.equal(await line(operator), '')
    assert.equal(await line(head), `${name('operatorDinkes')} juga sedang membuka kasus ini.`)
    await head.post(`/kasus/${ticket}/kehadiran`, { writing: 'ya' })
    assert.match(await line(operator), /sedang menulis jawaban/)
    await head.post(`/kasus/${ticket}/kehadiran`, { leaves: 'ya' })
    assert.equal(await line(operator), '')
    await line(head)
    world.at('2026-11-23T03:03:00Z')
    assert.equal(await line(operator), '')
    assert.equal((await world.as('operatorDishub').post(`/kasus/${ticket}/kehadiran`, {})).status, 404)
    world.at('2026-11-23T03:00:00Z')
  })
})
