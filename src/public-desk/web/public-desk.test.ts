import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { openWorld, type World } from '../../../test/world.ts'
import { addAgency } from '../../agencies/add-agency.ts'
import { answerCase } from '../../cases/answer-case.ts'
import { closeSilentCases } from '../../cases/close-silent-cases.ts'
import { findCase } from '../../cases/find-case.ts'
import { findSimilar, findSimilarInPublic } from '../../cases/find-similar.ts'
import { openCase } from '../../cases/open-case.ts'
import { putUnderTopic } from '../../cases/topic-case.ts'
import { accepted } from '../../platform/refusal.ts'
import { open } from '../../platform/secrets.ts'
import { publishCase } from '../publish-case.ts'

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
    const wrong = await world.anyone.get('/lapor?tiket=KB-salah')
    assert.equal(wrong.status, 422)
    assert.equal(wrong.$('form.filters input[name=tiket]').attr('value'), 'KB-salah')
    assert.ok(wrong.text.indexOf('Nomor tiket berbentuk') < wrong.text.indexOf('name="text"'), 'seen before the form')
    for (const none of ['KB-2222-2222', 'apa-saja', '%27or%201%3D1'])
      assert.equal((await world.anyone.get(`/lapor/${none}`)).status, 404)
  })
})

const photo = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: '#1f4788' } })
    .withExif({ IFD0: { Artist: 'Nama Pemotret' } })
    .jpeg()
    .toBuffer()

/** Sends the form as one who was told of likely same reports; answers the address of the citizen's own page. */
async function send(
  fields: Record<string, string>,
  files?: Parameters<typeof world.passerBy.post>[2],
): Promise<string> {
  const sent = await world.passerBy.post('/lapor', { agencyId: 'dinkes', pilihan: 'kirim', ...fields }, files)
  assert.equal(sent.status, 303, sent.text)
  return sent.location ?? ''
}

const ticketOf = (own: string): string => own.split('/')[2] ?? ''

/** The operator of Dinkes answers, for good. */
async function answer(own: string, text = 'Sudah kami ganti.'): Promise<void> {
  const found = await findCase(world.ctx('operatorDinkes'), ticketOf(own))
  const { ticket, version } = found
  accepted(await answerCase(world.ctx('operatorDinkes'), { ticket, text, final: true, version }))
}

describe('where and with what', () => {
  it('keeps position, photos and wishes with the case', async () => {
    const text = 'Pohon tumbang menutup jalan.'
    const place = 'Depan pasar https://maps.example/@-6.2383,106.9756,17z'
    const files = [
      { filename: 'pohon.jpg', bytes: await photo() },
      { filename: 'jalan.jpg', bytes: await photo() },
    ]
    const own = await send({ text, place, anonymous: 'on', secret: 'on', kind: 'suggestion' }, { files })
    const found = await findCase(world.ctx('operatorDinkes'), ticketOf(own))
    assert.deepEqual(
      [found.latitude, found.longitude, found.place, found.kind, found.anonymous, found.secret, found.files.length],
      [-6.2383, 106.9756, 'Depan pasar', 'suggestion', true, true, 2],
    )
    const page = await world.passerBy.get(own)
    assert.equal(page.$('.files img').length, 2)
    assert.equal(
      (await world.passerBy.get(page.$('.files img').attr('src') ?? '')).headers['content-type'],
      'image/webp',
    )
  })

  it('says kindly what lies outside the city, and keeps the photo for the next try', async () => {
    const fields = { text: 'Lubang besar di sini.', place: '-6.2000, 106.8166', agencyId: 'dinkes' }
    const files = { files: { filename: 'lubang.jpg', bytes: await photo() } }
    const refused = await world.passerBy.post('/lapor', fields, files)
    assert.equal(refused.status, 422)
    assert.match(refused.text, /di luar Kota Bekasi/)
    assert.match(refused.text, /lubang\.webp/)
    const held = refused.$('input[name=held]').attr('value') ?? ''
    const own = await send({ ...fields, place: 'Depan pasar', held })
    assert.equal((await findCase(world.ctx('operatorDinkes'), ticketOf(own))).files.length, 1)
    const unknown = await world.passerBy.post('/lapor', { text: 'Di mana ini.', region: 'dinkes' })
    assert.match(unknown.text, /Pilih kelurahan/)
  })

  it('refuses files in words and keeps the text', async () => {
    for (const [bytes, words] of [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
      [Buffer.alloc(11 * 1024 * 1024, 1), /paling besar 10 MB/],
    ] as const) {
      const files = { files: { filename: 'foto.jpg', bytes } }
      const refused = await world.passerBy.post('/lapor', { text: 'Tulisan yang tetap ada.' }, files)
      assert.equal(refused.status, 422)
      assert.match(refused.text, words)
      assert.match(refused.text, /Tulisan yang tetap ada/)
    }
    const many = Array.from({ length: 6 }, () => ({ filename: 'a.jpg', bytes: Buffer.alloc(10 * 1024 * 1024, 1) }))
    const much = await world.passerBy.post('/lapor', { text: 'Tulisan yang tetap ada.' }, { files: many })
    assert.equal(much.status, 422)
    assert.match(much.text, /Tulisan yang tetap ada/)
  })

  it('is not broken by what people and machines paste', async () => {
    for (const text of ['😀'.repeat(50), '\u202Etxet', 'a\u0000b', `<img src=x onerror=alert(1)> ${'ا'.repeat(30)}`])
      assert.equal((await world.passerBy.get(await send({ text }))).status, 200)
    const named = { files: { filename: `${'n'.repeat(300)}.jpg`, bytes: await photo() } }
    assert.equal((await world.passerBy.get(await send({ text: 'Nama berkas panjang.' }, named))).status, 200)
    const long = await world.passerBy.post('/lapor', { text: 'a'.repeat(30_001) })
    assert.match(long.text, /30\.001 huruf, paling banyak 30\.000/)
  })
})

describe('numbers of people in a report', () => {
  const text = 'NIK saya 3275014101900001, telepon 0812-3456-7890, tolong dibantu.'

  it('are warned of, and can be masked, changed or sent as they are', async () => {
    const asked = await world.passerBy.post('/lapor', { text, agencyId: 'dinkes' })
    assert.equal(asked.status, 422)
    assert.match(asked.text, /Periksa laporan Anda/)
    assert.match(asked.text, /memuat NIK dan nomor telepon\./)
    assert.match(asked.text, /\[NIK dihapus\]/)
    assert.equal(asked.$('input[name=text]').attr('value'), text)
    const masked = await world.passerBy.get(await send({ text, pilihan: 'samarkan' }))
    assert.match(masked.text, /\[NIK dihapus\]/)
    assert.ok(!masked.text.includes('3275014101900001'))
    const again = await world.passerBy.post('/lapor', { text, agencyId: 'dinkes', pilihan: 'ubah' })
    assert.ok(again.$('textarea[name=text]').text().includes('3275014101900001'))
    assert.match((await world.passerBy.get(await send({ text, pilihan: 'kirim' }))).text, /3275014101900001/)
  })

  it('keep the photo on the way', async () => {
    const files = { files: { filename: 'ktp.jpg', bytes: await photo() } }
    const asked = await world.passerBy.post('/lapor', { text: `${text} Foto.`, agencyId: 'dinkes' }, files)
    const held = asked.$('input[name=held]').attr('value') ?? ''
    const own = await send({ text: `${text} Foto.`, pilihan: 'samarkan', held })
    assert.equal((await world.passerBy.get(own)).$('.files img').length, 1)
  })
})

describe('proof of what was done', () => {
  it('is shown to the citizen where the officer says so, and to nobody else', async () => {
    const own = await send({ text: 'Keran umum di alun-alun rekaan bocor.' })
    const ticket = ticketOf(own)
    const desk = world.as('operatorDinkes')
    const told = { kind: 'photo', text: 'Catatan untuk kantor.', link: '' }
    const files = async (filename: string) => ({ files: { filename, bytes: await photo() } })
    const inside = await desk.post(`/kasus/${ticket}/tindak-lanjut`, told, await files('dalam.jpg'))
    assert.equal(inside.status, 303, inside.text)
    assert.ok(!(await world.passerBy.get(own)).text.includes('dalam'))
    const shown = await desk.post(`/kasus/${ticket}/tindak-lanjut`, { ...told, shown: 'on' }, await files('luar.jpg'))
    assert.equal(shown.status, 303)
    const page = await world.passerBy.get(own)
    assert.match(page.text, /Berkas dari perangkat daerah/)
    assert.equal(page.$('.files img').length, 1)
    assert.equal((await world.passerBy.get(page.$('.files img').attr('src') ?? '')).status, 200)
    assert.ok(!page.text.includes('Catatan untuk kantor'))
    assert.ok(!(await world.passerBy.get(`/lapor/${ticket}`)).text.includes('luar'))
    const refused = await desk.post(`/kasus/${ticket}/tindak-lanjut`, { ...told, text: '', shown: 'on' })
    assert.equal(refused.$('input[name=shown][checked]').length, 1)
  })
})

describe('a matter the city likely knows', () => {
  const theirs = 'Jembatan gantung Kampung Khayalan putus talinya, Pak Umpama hampir jatuh.'
  const text = 'Tali jembatan gantung Kampung Khayalan putus.'
  const region = 'kel-rekaan'
  before(async () => {
    const names = { name: 'Kelurahan Rekaan', abbreviation: 'Kel. Rekaan', kind: 'subdistrict' } as const
    const since = { parentId: null, regionCode: null, host: null, day: '2020-01-01', decree: 'SK 1' }
    accepted(await addAgency(world.ctx('commsOfficer'), { id: region, ...names, ...since }))
  })

  it('is offered before sending, without the words of others; text, place and photo stay', async () => {
    const first = await send({ text: theirs, region })
    const fields = { text, place: 'Dekat balai', region, agencyId: 'dinkes' }
    const asked = await world.passerBy.post('/lapor', fields, {
      files: { filename: 'tali.jpg', bytes: await photo() },
    })
    assert.equal(asked.status, 422)
    assert.match(asked.text, /Mungkin sudah ada yang melapor/)
    assert.match(asked.$('.table tbody').text(), /Pengaduan.*Kelurahan Rekaan.*Menunggu balasan/s)
    for (const hidden of ['Umpama', ticketOf(first)]) assert.ok(!asked.text.includes(hidden), hidden)
    assert.equal(asked.$('input[name=place]').attr('value'), 'Dekat balai')
    const held = asked.$('input[name=held]').attr('value') ?? ''
    assert.notEqual(held, '')
    const back = await world.passerBy.post('/lapor', { ...fields, held, pilihan: 'ubah' })
    assert.equal(back.status, 200)
    assert.equal(back.$('textarea[name=text]').text(), text)
    assert.equal(back.$('input[name=held]').attr('value'), held)

    // An own case; what the citizen said of it an officer sees first.
    const same = asked.$('input[name=same]').attr('value') ?? ''
    const own = await send({ ...fields, held, same, pilihan: 'kirim' })
    const found = await findCase(world.ctx('operatorDinkes'), ticketOf(own))
    assert.equal(found.files.length, 1)
    assert.equal(found.topic, null)
    const [likeliest] = await findSimilar(world.ctx('operatorDinkes'), found.ticket)
    assert.deepEqual([likeliest?.ticket, likeliest?.told], [ticketOf(first), true])
  })

  it('joins the topic of the case that was named; another matter joins none', async () => {
    const [known] = await findSimilarOf(text)
    const { ticket } = await world.platform.db
      .selectFrom('cases')
      .select('ticket')
      .where('id', '=', known ?? '')
      .executeTakeFirstOrThrow()
    const put = { ticket, topicId: '', name: 'Jembatan Kampung Khayalan' }
    const topic = accepted(await putUnderTopic(world.ctx('operatorDinkes'), put))
    const topicOf = async (own: string) => (await findCase(world.ctx('operatorDinkes'), ticketOf(own))).topic?.id
    const again = { text: `${text} Lagi.`, region, pilihan: 'kirim' }
    assert.equal(await topicOf(await send({ ...again, same: known ?? '' })), topic.id)
    assert.equal(await topicOf(await send({ ...again, place: 'Timur', same: '' })), undefined)
    // Only what was offered may be named.
    const other = await reported('Antrean loket puskesmas lama sekali.')
    assert.equal(await topicOf(await send({ ...again, place: 'Barat', same: other.id })), undefined)
  })

  it('shows the question an officer published, with a link; of secret cases nothing', async () => {
    const known = 'Pagar Taman Rekaan Selatan roboh menimpa ayunan anak.'
    const own = await send({ text: `${known} Lapor, Bu Contoh.` })
    await answer(own)
    const published = { ticket: ticketOf(own), question: known, answer: 'Pagar sudah berdiri lagi.' }
    const { id } = accepted(await publishCase(world.ctx('headDinkes'), { ...published, sure: true }))
    const asked = await world.passerBy.post('/lapor', { text: 'Taman Rekaan Selatan, pagar roboh.' })
    assert.equal(asked.$('.table a').attr('href'), `/lapor/terjawab/${id}`)
    assert.equal(asked.$('.table a').text(), known)
    assert.ok(!asked.text.includes('Bu Contoh'))
    await send({ text: 'Oknum Loket Fiktif meminta pungutan paspor khayali.', secret: 'on' })
    const fields = { text: 'Loket Fiktif: pungutan paspor khayali oleh oknum.', agencyId: 'dinkes' }
    assert.equal((await world.passerBy.post('/lapor', fields)).status, 303)
  })

  it('is told on one page with a number in the text', async () => {
    const asked = await world.passerBy.post('/lapor', { text: `${text} NIK saya 3275014101900001.`, region })
    assert.match(asked.text, /NIK dihapus/)
    assert.match(asked.text, /Mungkin sudah ada yang melapor/)
    assert.equal(asked.$('button[value=samarkan]').length, 1)
  })
})

/** Ids of the cases that everybody is told of. */
const findSimilarOf = async (text: string): Promise<string[]> => {
  const nowhere = { districtId: null, subdistrictId: null, latitude: null, longitude: null }
  return (await findSimilarInPublic(world.system(), { text, ...nowhere })).map(({ id }) => id)
}

describe('too much', () => {
  it('the same report again is answered with the ticket it has', async () => {
    const fields = { text: 'Sampah menumpuk sejak Senin.', place: 'Pasar' }
    const one = async (more = {}) => (await world.anyone.post('/lapor', { ...fields, ...more })).location
    const own = await one()
    assert.equal(await one(), own)
    assert.notEqual(await one({ place: 'Terminal' }), own)
    assert.notEqual(await send(fields), own, 'somebody else saw it too')
  })

  it('fifty forms in a minute from one address are slowed down, and the text is not lost', async () => {
    const statuses: number[] = []
    let last = ''
    for (let i = 0; i < 50; i++) {
      const response = await world.app.inject({
        method: 'POST',
        url: '/lapor',
        remoteAddress: '203.0.113.7',
        headers: { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
        payload: `text=${encodeURIComponent(`Laporan nomor ${i}`)}&agencyId=dinkes&pilihan=kirim`,
      })
      statuses.push(response.statusCode)
      last = response.body
    }
    assert.equal(statuses.filter((status) => status === 303).length, 20)
    assert.equal(statuses.at(-1), 429)
    assert.match(last, /Tulisan Anda tidak hilang/)
    assert.match(last, /value="Laporan nomor 49"/)
  })

  it('advertising is a case, set apart', async () => {
    const own = await send({ text: 'SLOT GACOR maxwin di sini' })
    const row = await world.platform.db
      .selectFrom('cases')
      .select('suspected')
      .where('ticket', '=', ticketOf(own))
      .executeTakeFirstOrThrow()
    assert.equal(row.suspected, true)
  })
})

describe('the secret link', () => {
  it('shows the own words only to who has it, and is told to nobody', async () => {
    const own = await send({ text: 'Suara bising tiap malam.', contact: 'warga@mail.example' })
    const page = await world.passerBy.get(own)
    assert.match(page.text, /Suara bising/)
    assert.equal(page.headers['referrer-policy'], 'no-referrer')
    assert.match(String(page.headers['x-robots-tag']), /noindex/)
    assert.match(String(page.headers['cache-control']), /no-store/)
    for (const wrong of [
      `${own}x`,
      own.slice(0, -1),
      `/lapor/${ticketOf(own)}/x`,
      `/lapor/KB-2222-2222/${own.split('/')[3]}`,
    ])
      assert.equal((await world.passerBy.get(wrong)).status, 404)
    const other = await send({ text: 'Laporan warga lain.' })
    const crossed = `/lapor/${ticketOf(own)}/${other.split('/')[3]}`
    for (const path of ['/pesan', '/pembukaan-kembali', '/penilaian', '/kabar', '/kontak'])
      assert.equal((await world.passerBy.post(`${crossed}${path}`, { text: 'Orang lain' })).status, 404)
    const publicPage = await world.passerBy.get(`/lapor/${ticketOf(own)}`)
    assert.ok(!publicPage.text.includes('bising') && !publicPage.text.includes(own))
  })

  it('adds words and photos, rates once, reopens, and opens a new case when it is too late', async () => {
    const own = await send({ text: 'Lampu taman mati.' })
    world.at('2026-11-23T04:00:00Z')
    const files = { files: { filename: 'taman.jpg', bytes: await photo() } }
    assert.equal((await world.passerBy.post(`${own}/pesan`, { text: '' }, files)).status, 422)
    assert.equal((await world.passerBy.post(`${own}/pesan`, { text: 'Sudah dua minggu.' }, files)).status, 303)
    const added = await world.passerBy.get(own)
    assert.match(added.text, /Sudah dua minggu/)
    assert.equal(added.$('.files img').length, 1)

    assert.equal((await world.passerBy.post(`${own}/penilaian`, { score: '5' })).status, 409)
    world.at('2026-11-23T05:00:00Z')
    await answer(own)
    assert.equal((await world.passerBy.post(`${own}/penilaian`, { score: '9' })).status, 422)
    assert.equal((await world.passerBy.post(`${own}/penilaian`, { score: '4', text: 'Cepat.' })).status, 303)
    assert.equal((await world.passerBy.post(`${own}/penilaian`, { score: '1' })).status, 409)
    assert.match((await world.passerBy.get(own)).text, /4 dari 5: Cepat\./)

    world.at('2026-11-23T06:00:00Z')
    assert.equal((await world.passerBy.post(`${own}/pembukaan-kembali`, { text: 'Mati lagi.' })).status, 303)
    assert.match((await world.passerBy.get(own)).text, /Menunggu balasan|Sedang ditangani/)
    world.at('2026-11-23T07:00:00Z')
    await answer(own, 'Sudah kami perbaiki lagi.')
    world.at('2026-12-21T03:00:00Z')
    await closeSilentCases(world.system())
    world.at('2027-02-22T03:00:00Z')
    assert.equal((await world.passerBy.post(`${own}/pembukaan-kembali`, { text: 'Mati lagi.' })).status, 409)
    const linked = await world.passerBy.post(`${own}/pesan`, { text: 'Setelah dua bulan mati lagi.' })
    assert.equal(linked.status, 303)
    assert.notEqual(ticketOf(linked.location ?? ''), ticketOf(own))
    assert.match((await world.passerBy.get(linked.location ?? '')).text, /Setelah dua bulan/)
    world.at('2026-11-23T03:00:00Z')
  })

  it('forgets how to reach the citizen when asked', async () => {
    const own = await send({ text: 'Hapus kontak saya nanti.', contact: '0812-2222-2222' })
    assert.equal((await world.passerBy.post(`${own}/kabar`, { mails: 'ya' })).status, 409)
    assert.equal((await world.passerBy.post(`${own}/kontak`)).status, 303)
    assert.match((await world.passerBy.get(own)).text, /Tidak ada kontak Anda yang tersimpan/)
    assert.equal((await findCase(world.ctx('operatorDinkes'), ticketOf(own))).hasReporter, false)
    assert.equal((await world.passerBy.post(`${own}/kontak`)).status, 409)
  })
})

describe('mails to the citizen', () => {
  const mails = async () => {
    await world.runJobs()
    return world.platform.db.selectFrom('mail').selectAll().where('sealed', '=', true).orderBy('id').execute()
  }

  it('are sent at each change, one each, sealed, and stop when asked', async () => {
    const before = (await mails()).length
    const fields = { text: 'Kabari saya.', contact: 'warga.contoh@mail.example', mails: 'on' }
    const own = await send(fields)
    await mails()
    world.at('2026-11-23T04:00:00Z')
    await answer(own)
    const sent = (await mails()).slice(before)
    assert.deepEqual(
      sent.map(({ subject }) => subject),
      [`Laporan ${ticketOf(own)} diterima`, `Laporan ${ticketOf(own)} dijawab`],
    )
    const key = world.platform.config.secretKey
    assert.equal(open(key, sent[0]?.recipient ?? ''), fields.contact)
    assert.ok(open(key, sent[0]?.body ?? '').includes(own))
    assert.equal((await world.passerBy.post(`${own}/kabar`, { mails: 'tidak' })).status, 303)
    world.at('2026-11-23T05:00:00Z')
    await world.passerBy.post(`${own}/pembukaan-kembali`, { text: 'Belum selesai.' })
    assert.equal((await mails()).length, before + 2)
    world.at('2026-11-23T03:00:00Z')
  })

  it('need an address', async () => {
    const refused = await world.passerBy.post('/lapor', { text: 'Kabari saya.', contact: '0812', mails: 'on' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /isi alamat surel/)
  })
})

describe('/lapor/terjawab', () => {
  const text = 'Nama saya Maya Contoh, telepon 0812-3333-3333: antrean puskesmas panjang.'
  const published = async (fields = {}) => {
    const own = await send({ text, pilihan: 'kirim', ...fields })
    await answer(own, 'Bapak Andi Rekaan akan menambah loket.')
    return own
  }

  it('shows what an officer confirmed, without people, until it is withdrawn', async () => {
    const own = await published()
    const reviewer = world.as('reviewerDinkes')
    const form = `/kasus/${ticketOf(own)}/publikasi`
    const asked = await reviewer.get(form)
    const question = asked.$('textarea[name=question]').text().trim()
    assert.match(question, /^Nama saya \[nama dihapus\], telepon \[nomor telepon dihapus\]/)
    const answer = asked.$('textarea[name=answer]').text().trim()
    assert.match(answer, /\[nama dihapus\]/)
    assert.equal((await reviewer.post(form, { question, answer })).status, 422)
    assert.equal((await reviewer.post(form, { question: text, answer, sure: 'on' })).status, 422)
    assert.equal((await reviewer.post(form, { question, answer, sure: 'on' })).status, 303)
    assert.equal((await reviewer.post(form, { question, answer, sure: 'on' })).status, 409)

    const list = await world.passerBy.get('/lapor/terjawab?q=antrean')
    assert.match(list.text, /antrean puskesmas panjang/)
    for (const secret of ['Maya', '0812', 'Andi', ticketOf(own)]) assert.ok(!list.text.includes(secret), secret)
    assert.match(list.text, /Buka laporan ini/)
    assert.match((await world.passerBy.get('/lapor/terjawab?q=kereta')).text, /Belum ada laporan yang cocok/)
    assert.match((await world.passerBy.get('/lapor/terjawab?perangkat=dishub')).text, /Belum ada laporan yang cocok/)
    const one = list.$('a[href^="/lapor/terjawab/"]').attr('href') ?? ''
    assert.equal((await world.passerBy.get(one)).status, 200)

    assert.equal((await reviewer.post(`${form}/penarikan`, { reason: '' })).status, 422)
    assert.equal((await reviewer.post(`${form}/penarikan`, { reason: 'Diminta warga.' })).status, 303)
    assert.equal((await world.passerBy.get(one)).status, 404)
    assert.equal((await reviewer.post(`${form}/penarikan`, { reason: 'Diminta warga.' })).status, 409)
  })

  it('never shows what is secret or unanswered, and is not for everybody to decide', async () => {
    const secret = await published({ secret: 'on' })
    const texts = { question: 'Antrean panjang.', answer: 'Loket ditambah.', sure: 'on' }
    const at = (own: string) => `/kasus/${ticketOf(own)}/publikasi`
    assert.equal((await world.as('reviewerDinkes').post(at(secret), texts)).status, 409)
    const open = await send({ text: 'Belum dijawab.' })
    assert.equal((await world.as('reviewerDinkes').post(at(open), texts)).status, 409)
    const good = await published({ text: 'Antrean panjang sekali.' })
    assert.equal((await world.as('operatorDinkes').post(at(good), texts)).status, 403)
    assert.equal((await world.as('operatorDishub').get(at(good))).status, 404)
  })
})
