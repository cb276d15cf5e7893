import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { accepted } from '../../platform/refusal.ts'
import { openCase } from '../open-case.ts'

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

describe('/kasus', () => {
  it('lists by what is due next, what is left in words', async () => {
    world.at('2026-11-02T02:00:00Z')
    const older = await reported('Kasus yang lama.')
    world.at('2026-11-23T03:00:00Z')
    await reported('Kasus yang baru.')
    const page = await world.as('operatorDinkes').get('/kasus')
    assert.equal(page.status, 200)
    const subjects = page
      .$('tbody th a')
      .toArray()
      .map((a) => page.$(a).text())
    assert.equal(subjects[0], older.subject)
    assert.match(page.text, /terlambat \d+ hari kerja/)
    assert.match(page.text, /sisa 1 hari kerja 5 jam/)
    const others = await world.as('operatorDishub').get('/kasus')
    assert.ok(!others.text.includes('Kasus yang lama.'))
    const city = await world.as('auditor').get('/kasus?perangkat=dinkes')
    assert.ok(city.text.includes('Kasus yang lama.'))
  })

  it('stands in the register of agencies and on the start page', async () => {
    const register = await world.as('commsHead').get('/perangkat-daerah')
    assert.match(register.text, /1 dari \d+ lewat batas/)
    assert.ok(register.$('a[href="/kasus?perangkat=dinkes"]').length > 0)
    assert.match((await world.as('operatorDinkes').get('/beranda')).text, /Kasus yang lewat batas waktu/)
  })

  it('is empty in words, and not for everybody', async () => {
    assert.match(
      (await world.as('operatorDinkes').get('/kasus?keadaan=closed')).text,
      /Tidak ada kasus dalam keadaan ini/,
    )
    assert.equal((await world.anyone.get('/kasus')).location, '/masuk?ke=%2Fkasus')
    assert.equal((await world.as('operatorDinkes').get('/kasus?mulai=sampah')).status, 404)
  })

  it('pages through many', async () => {
    for (let i = 0; i < 55; i += 1) await reported(`Kasus ke-${i} untuk banyak halaman.`, 'disdik')
    const first = await world.as('commsHead').get('/kasus?perangkat=disdik')
    const next = first.$('a[rel=next]').attr('href')
    const second = await world.as('commsHead').get(next ?? '')
    const rows = [first, second].flatMap(({ $ }) =>
      $('tbody th a')
        .toArray()
        .map((a) => $(a).attr('href')),
    )
    assert.equal(rows.length, 55)
    assert.equal(new Set(rows).size, 55)
    assert.equal(second.$('a[rel=next]').length, 0)
  })
})

describe('/kasus/:ticket', () => {
  it('is answered, and the citizen reads it', async () => {
    const { ticket } = await reported()
    const operator = world.as('operatorDinkes')
    const page = await operator.get(`/kasus/${ticket}`)
    assert.match(page.text, /Diterima Senin, 23 November 2026/)
    const version = page.$('form[action$=jawaban] input[name=version]').attr('value') ?? ''
    const sent = await operator.post(`/kasus/${ticket}/jawaban`, {
      text: 'Sudah diganti.\nTerima kasih.',
      final: 'ya',
      version,
    })
    assert.equal(sent.status, 303)
    assert.match((await operator.get(`/kasus/${ticket}`)).text, /tepat waktu/)
    const citizen = await world.anyone.get(`/lapor/${ticket}`)
    assert.match(citizen.text, /Sudah diganti/)
    assert.ok(!citizen.text.includes('Sari Contoh'))
  })

  it('keeps the text of the second officer, and says who was first', async () => {
    const { ticket } = await reported()
    await world
      .as('operatorDinkes')
      .post(`/kasus/${ticket}/jawaban`, { text: 'Pertama.', final: 'belum', version: '1' })
    const second = await world.as('reviewerDinkes').post(`/kasus/${ticket}/jawaban`, {
      text: 'Kedua, jangan hilang.',
      final: 'belum',
      version: '1',
    })
    assert.equal(second.status, 409)
    assert.match(second.text, /baru saja diubah oleh Sari Contoh/)
    assert.match(second.$('textarea[name=text]').text(), /Kedua, jangan hilang/)
    assert.equal(second.$('input[name=final][checked]').attr('value'), 'belum')
    assert.equal(second.$('form[action$=jawaban] input[name=version]').attr('value'), '2')
  })

  it('refuses in words: nothing, too much, a form without version', async () => {
    const { ticket } = await reported()
    const operator = world.as('operatorDinkes')
    const cases = [
      [{ text: '', version: '1' }, 422, /Jawaban belum diisi/],
      [{ text: 'a'.repeat(200_000), version: '1' }, 422, /200\.000 huruf, paling banyak 5\.000/],
      [{ text: 'Baik.' }, 409, /baru saja diubah/],
    ] as const
    for (const [fields, status, words] of cases) {
      const answer = await operator.post(`/kasus/${ticket}/jawaban`, fields)
      assert.equal(answer.status, status)
      assert.match(answer.text, words)
    }
  })

  it('is classified and closed', async () => {
    const { ticket } = await reported()
    const operator = world.as('operatorDinkes')
    const classified = await operator.post(`/kasus/${ticket}/klasifikasi`, {
      kind: 'complaint',
      class: 'not-supervisory',
      version: '1',
    })
    assert.equal(classified.status, 303)
    assert.match((await operator.get(`/kasus/${ticket}`)).text, /14 hari kerja berakhir/)
    assert.equal(
      (await operator.post(`/kasus/${ticket}/klasifikasi`, { kind: 'apa', class: 'plain', version: '2' })).status,
      422,
    )
    assert.equal((await operator.post(`/kasus/${ticket}/penutupan`, { version: '2' })).status, 409)
    await operator.post(`/kasus/${ticket}/jawaban`, { text: 'Selesai.', final: 'ya', version: '2' })
    const done = { version: '3', outcome: 'done' }
    const unproven = await operator.post(`/kasus/${ticket}/penutupan`, done)
    assert.equal(unproven.status, 409)
    assert.match(unproven.text, /Belum ada tindak lanjut yang berbukti/)
    const proof = { kind: 'link', text: 'Lampu diganti.', link: 'https://dinkes.example/lampu' }
    assert.equal((await operator.post(`/kasus/${ticket}/tindak-lanjut`, { ...proof, link: 'lampu' })).status, 422)
    assert.equal((await operator.post(`/kasus/${ticket}/tindak-lanjut`, proof)).status, 303)
    assert.equal((await operator.post(`/kasus/${ticket}/penutupan`, done)).status, 303)
    const page = await operator.get(`/kasus/${ticket}`)
    assert.match(page.text, /Ditutup: selesai dikerjakan/)
    assert.match(page.text, /dinkes.example\/lampu/)
    assert.equal((await operator.post(`/kasus/${ticket}/pembukaan-kembali`, { version: '4', reason: '' })).status, 422)
    const again = { version: '4', reason: 'Lampu mati lagi' }
    assert.equal((await operator.post(`/kasus/${ticket}/pembukaan-kembali`, again)).status, 303)
    assert.match((await operator.get(`/kasus/${ticket}`)).text, /Dibuka kembali: Lampu mati lagi/)
  })

  it('is passed on by the city desk, which may not answer it', async () => {
    const { ticket } = await reported('Tidak tahu ke mana.', 'diskominfostandi')
    const desk = world.as('commsOfficer')
    const page = await desk.get(`/kasus/${ticket}`)
    assert.equal(page.$('form[action$=penerusan]').length, 1)
    assert.equal(page.$('form[action$=jawaban]').length, 0)
    const passage = { agencyId: 'dishub', reason: 'Wewenang Dinas Perhubungan', version: '1' }
    const empty = await desk.post(`/kasus/${ticket}/penerusan`, { ...passage, agencyId: '' })
    assert.equal(empty.status, 422)
    assert.equal(empty.$('input[name=reason]').first().attr('value'), passage.reason)
    const sent = await desk.post(`/kasus/${ticket}/penerusan`, passage)
    assert.deepEqual([sent.status, sent.location], [303, '/kasus'])
    assert.match((await world.as('operatorDishub').get(`/kasus/${ticket}`)).text, /Diteruskan ke perangkat daerah/)
    assert.match((await world.anyone.get(`/lapor/${ticket}`)).text, /Dinas Perhubungan/)
    assert.equal((await world.as('auditor').post(`/kasus/${ticket}/penerusan`, passage)).status, 403)
  })

  it('is archived when it is no matter, and says so', async () => {
    const { ticket } = await reported('Promo pinjaman kilat, klik tautan ini.')
    const operator = world.as('operatorDinkes')
    const decision = { version: '1', outcome: 'archive', kind: 'complaint', class: 'plain', reason: '' }
    const refused = await operator.post(`/kasus/${ticket}/verifikasi`, decision)
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Alasan belum diisi/)
    assert.equal((await operator.post(`/kasus/${ticket}/verifikasi`, { ...decision, reason: 'Iklan' })).status, 303)
    assert.match((await operator.get(`/kasus/${ticket}`)).text, /Ditutup: diarsipkan, bukan laporan: Iklan/)
  })

  it('shows the reporter once, to those who answer, with a reason', async () => {
    const { ticket } = await reported()
    const operator = world.as('operatorDinkes')
    assert.equal((await operator.post(`/kasus/${ticket}/pelapor`, { reason: '' })).status, 422)
    const opened = await operator.post(`/kasus/${ticket}/pelapor`, { reason: 'Menanyakan letak lampu' })
    assert.equal(opened.status, 200)
    assert.match(opened.text, /0812-0000-0000/)
    const later = await operator.get(`/kasus/${ticket}`)
    assert.ok(!later.text.includes('0812'))
    assert.match(later.text, /Identitas pelapor dibuka: Menanyakan letak lampu/)
  })

  it('is not there for another agency, and read only for the city', async () => {
    const { ticket } = await reported()
    assert.equal((await world.as('operatorDishub').get(`/kasus/${ticket}`)).status, 404)
    assert.equal(
      (await world.as('operatorDishub').post(`/kasus/${ticket}/jawaban`, { text: 'x', version: '1' })).status,
      404,
    )
    assert.equal((await world.as('auditor').post(`/kasus/${ticket}/jawaban`, { text: 'x', version: '1' })).status, 403)
    const auditor = await world.as('auditor').get(`/kasus/${ticket}`)
    assert.equal(auditor.$('form.form').length, 0)
    assert.equal((await world.as('operatorDinkes').get('/kasus/tidak-ada')).status, 404)
  })
})

describe('/pengaturan/kalender', () => {
  const fields = {
    day: '2026-11-26',
    kind: 'national',
    name: 'Pemungutan suara',
    decree: 'Keppres contoh 1/2026',
    from: '2026-11-20',
  }

  it('shows the limits', async () => {
    const page = await world.as('operatorDinkes').get('/pengaturan/kalender/batas-waktu')
    assert.match(page.text, /berkadar pengawasan/)
    assert.equal(page.$('form[action$=batas-waktu]').length, 0)
    assert.equal((await world.anyone.get('/pengaturan/kalender/batas-waktu')).status, 303)
  })

  it('a day off added moves what is due, and keeps the former end with the reason', async () => {
    world.at('2026-11-25T03:00:00Z')
    const { ticket } = await reported()
    const due = async () => (await world.api('operatorDinkes').get(`/cases/${ticket}`)).body.nextDueAt
    assert.equal(await due(), '2026-11-26T09:00:00.000Z')
    const refused = await world
      .as('commsOfficer')
      .post('/pengaturan/kalender/libur', { ...fields, day: '2029-01-01', name: '' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Tahun 2029 belum mempunyai keputusan/)
    assert.equal((await world.as('commsOfficer').post('/pengaturan/kalender/libur', fields)).status, 303)
    const twice = await world.as('commsOfficer').post('/pengaturan/kalender/libur', fields)
    assert.match(twice.text, /sudah tercatat/)
    await world.runJobs()
    assert.equal(await due(), '2026-11-27T09:30:00.000Z')
    const page = await world.as('operatorDinkes').get(`/kasus/${ticket}`)
    assert.match(page.text, /Hitungan lama yang disimpan/)
    assert.match(page.text, /Hari libur ditambahkan: Pemungutan suara, 26 November 2026/)
    assert.match(page.text, /Tidak dihitung: Pemungutan suara \(26 November 2026\)/)
    await world.runJobs()
    const events = await world.platform.db
      .selectFrom('event')
      .select('id')
      .where('action', '=', 'case.due-changed')
      .execute()
    assert.ok(events.length > 0)
  })

  it('the decree of a new year makes the unknown known', async () => {
    world.at('2027-12-30T03:00:00Z')
    const { ticket } = await reported()
    const clocks = async () => (await world.api('operatorDinkes').get(`/cases/${ticket}`)).body.clocks
    assert.ok((await clocks()).some((clock: { dueAt: string | null }) => clock.dueAt === null))
    const list = Array.from({ length: 12 }, (_, i) => `${i + 1 > 9 ? '' : '0'}${i + 1}`)
      .map((month) => `2028-${month}-06; nasional; Libur contoh ${month}`)
      .join('\n')
    const decree = {
      year: '2028',
      number: 'SKB contoh 1/2027',
      decreedOn: '2027-09-20',
      scope: 'setahun',
      listed: list,
    }
    const entered = await world.as('commsHead').post('/pengaturan/kalender/keputusan', decree)
    const preview = await world.as('commsHead').get(entered.location ?? '')
    const seen = preview.$('input[name=seen]').attr('value') ?? ''
    const confirmed = await world.as('commsHead').post(`${entered.location}/penetapan`, { seen })
    assert.equal(confirmed.status, 303)
    await world.runJobs()
    const after = await clocks()
    assert.ok(
      after.every((c: { dueAt: string | null; amount: number | null }) => c.dueAt !== null || c.amount === null),
    )
    assert.ok(
      after.some((clock: { dueAt: string }) => clock.dueAt === '2028-01-07T09:30:00.000Z'),
      JSON.stringify(after),
    )
  })

  it('a time limit holds from its day on', async () => {
    const rule = {
      step: 'final-answer',
      kind: 'complaint',
      class: 'plain',
      amount: '3',
      unit: 'days',
      basis: 'SOP contoh',
      from: '2027-12-30',
    }
    assert.equal((await world.as('operatorDinkes').post('/pengaturan/kalender/batas-waktu', rule)).status, 403)
    assert.equal(
      (await world.as('commsHead').post('/pengaturan/kalender/batas-waktu', { ...rule, amount: '' })).status,
      422,
    )
    assert.equal((await world.as('commsHead').post('/pengaturan/kalender/batas-waktu', rule)).status, 303)
    const { ticket } = await reported('Sesudah aturan baru.')
    const { body } = await world.api('operatorDinkes').get(`/cases/${ticket}`)
    assert.ok(
      body.clocks.some((clock: { step: string; days: number }) => clock.step === 'final-answer' && clock.days === 3),
    )
  })
})
