import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { type MailWorld, openMailWorld } from '../../../test/mail-world.ts'
import { answerCase } from '../../cases/answer-case.ts'
import { openReporter } from '../../cases/open-reporter.ts'
import { accepted } from '../../platform/refusal.ts'
import type { SocialAccount } from '../account.ts'
import { beginMailbox } from './connect-mailbox.ts'
import { openRaw } from './raw-mail.ts'

let world: MailWorld
let account: SocialAccount
before(async () => {
  world = await openMailWorld()
  account = await world.connect('layanan@dinkes.example')
})
after(() => world.close())

const cases = () => world.platform.db.selectFrom('cases').selectAll().orderBy('opened_at').orderBy('id').execute()
const words = async (caseId: string) =>
  (await world.platform.db.selectFrom('case_message').select('text').where('case_id', '=', caseId).execute()).map(
    ({ text }) => text,
  )
const files = (caseId: string) =>
  world.platform.db.selectFrom('case_file').selectAll().where('case_id', '=', caseId).execute()
const kept = () => world.platform.db.selectFrom('channel_event').selectAll().execute()

test('an address is connected by a mail that goes out and comes back; that is the proof', () => {
  assert.equal(account.state, 'connected')
  assert.ok(account.provenAt)
})

test('a mail is a case: subject, own words, address sealed; what was quoted is kept with the raw mail', async () => {
  const text = 'Antrean lama sekali.\n\nPada Sen, 23 Nov 2026 Humas <a@b.example> menulis:\n> Selamat pagi'
  const id = await world.write({ from: 'Warga Contoh <warga@mail.example>', subject: 'Antrean puskesmas', text })
  const [opened] = await cases()
  assert.equal(opened?.subject, 'Antrean puskesmas')
  assert.deepEqual(await words(opened?.id ?? ''), ['Antrean lama sekali.'])
  const rows = JSON.stringify([await kept(), await world.platform.db.selectFrom('message').selectAll().execute()])
  assert.ok(!rows.includes('warga@mail.example') && !rows.includes('Selamat pagi'))
  assert.match((await openRaw(world.system(), account.id, id))?.text ?? '', /Selamat pagi/)
  const told = accepted(
    await openReporter(world.ctx('operatorDinkes'), { ticket: opened?.ticket ?? '', reason: 'Perlu dihubungi.' }),
  )
  assert.match(JSON.stringify(told), /warga@mail\.example/)
})

test('a mail of HTML alone is read as text, and nothing of it is run or shown', async () => {
  const html = '<style>p{}</style><p>Jalan <b>rusak</b> &amp; gelap</p><script>alert(1)</script><p>Mohon dicek.</p>'
  await world.write({ from: 'html@mail.example', html })
  assert.deepEqual(await words((await cases()).at(-1)?.id ?? ''), ['Jalan rusak & gelap\n\nMohon dicek.'])
})

test('attachments become files of the case; what nobody may open is named', async () => {
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const attachments = [
    { filename: 'foto jalan.jpg', content: photo },
    { filename: 'surat.docx', content: Buffer.from('PK\u0003\u0004nothing') },
  ]
  await world.write({ from: 'foto@mail.example', text: 'Lihat foto.', attachments })
  const { id = '' } = (await cases()).at(-1) ?? {}
  const [file, ...more] = await files(id)
  assert.equal(more.length, 0)
  assert.equal(file?.type, 'image/webp')
  assert.equal(file?.by_name, null)
  assert.match((await words(id))[0] ?? '', /Lampiran tidak dapat dibuka: surat\.docx/)
})

const machines: [name: string, mail: Parameters<MailWorld['write']>[0]][] = [
  [
    'an answer by a machine',
    { from: 'cuti@mail.example', text: 'Saya cuti', headers: { 'Auto-Submitted': 'auto-replied' } },
  ],
  ['a bounce', { from: 'x@mail.example', text: 'Undelivered', envelopeFrom: '' }],
  ['a mail server', { from: 'MAILER-DAEMON@mail.example', text: 'Undelivered' }],
  ['a mailing list', { from: 'list@mail.example', text: 'Kabar', headers: { 'List-Id': '<kabar.mail.example>' } }],
  ['mass mail', { from: 'iklan@mail.example', text: 'Promo', headers: { Precedence: 'bulk' } }],
  ['ourselves', { from: 'layanan@dinkes.example', text: 'Halo' }],
  ['our own notices', { from: 'kentongan@localhost', text: 'Halo' }],
]
for (const [name, mail] of machines)
  test(`${name} opens nothing and is kept with the reason`, async () => {
    const before = { cases: (await cases()).length, kept: (await kept()).length }
    await world.write(mail)
    assert.equal((await cases()).length, before.cases)
    assert.equal((await kept()).length, before.kept + 1)
    assert.ok((await kept()).some(({ problem }) => problem !== null))
  })

test('an answer that comes back is told to its author once, and stays given', async () => {
  await world.write({ from: 'pindah@mail.example', text: 'Kapan puskesmas buka?' })
  const asked = (await cases()).at(-1)
  assert.ok(asked)
  const answer = { ticket: asked.ticket, text: 'Senin sampai Sabtu.', final: true, version: asked.version }
  accepted(await answerCase(world.ctx('operatorDinkes'), answer))
  await world.runJobs()
  const { external_id } = await world.platform.db
    .selectFrom('post')
    .select('external_id')
    .where('text', '=', answer.text)
    .executeTakeFirstOrThrow()
  const text = `Action: failed\nDiagnostic-Code: smtp; 550 no such user\n\nMessage-ID: ${external_id}`
  const bounce = { from: 'MAILER-DAEMON@mail.example', envelopeFrom: '', text, messageId: '<balik@mail.example>' }
  await world.write(bounce)
  await world.write(bounce)
  const page = await world.as('operatorDinkes').get(`/kasus/${asked.ticket}`)
  assert.equal(page.text.match(/Surel jawaban tidak sampai.*?Katanya: 550 no such user/g)?.length, 1)
  const notes = await world.platform.db.selectFrom('case_mention').selectAll().where('case_id', '=', asked.id).execute()
  assert.equal(notes.length, 1)
  assert.equal((await cases()).find(({ id }) => id === asked.id)?.state, 'answered')
})

test('the same mail brought five times at once is one case', async () => {
  const before = (await cases()).length
  const mail = { from: 'ulang@mail.example', text: 'Sekali saja', messageId: '<satu@mail.example>' }
  await Promise.all([1, 2, 3, 4, 5].map(() => world.write(mail)))
  assert.equal((await cases()).length, before + 1)
})

test('an address that is not in the register is refused, and so is a mail that is too large', async () => {
  await assert.rejects(world.write({ from: 'a@mail.example', to: 'lain@dinkes.example', text: 'x' }), /550/)
  const attachments = [{ filename: 'besar.bin', content: Buffer.alloc(21 * 1024 * 1024) }]
  await assert.rejects(world.write({ from: 'a@mail.example', text: 'x', attachments }), /552/)
})

test('mails as no program writes them neither break the listener nor are lost', async () => {
  const before = (await cases()).length
  const raw = [
    'Subject: tanpa pengirim\r\n\r\nHalo',
    'From: aneh@mail.example\r\n\r\nTanpa nomor dan tanpa judul',
    'From: =?utf-8?B?8J+UpQ==?= <api@mail.example>\r\nSubject: =?utf-8?Q?=F0=9F=94=A5?=\r\nMessage-ID: <\r\n\r\n\u{1F525}\u0000',
    `From: dalam@mail.example\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n'.repeat(60)}`,
    `From: panjang@mail.example\r\nSubject: ${'x'.repeat(5000)}\r\n\r\n${'y'.repeat(100_000)}`,
  ]
  for (const one of raw) await world.writeRaw(one, 'a@mail.example').catch(() => {})
  assert.ok((await cases()).length >= before + 3)
  await world.write({ from: 'sesudah@mail.example', text: 'Masih jalan' })
  assert.equal((await words((await cases()).at(-1)?.id ?? ''))[0], 'Masih jalan')
})

test('a talk that breaks off in the middle of a mail takes nothing', async () => {
  const before = (await kept()).length
  const socket = connect(world.listenerPort, '127.0.0.1')
  socket.write('EHLO a\r\nMAIL FROM:<a@mail.example>\r\nRCPT TO:<layanan@dinkes.example>\r\nDATA\r\nFrom: a@mail.exa')
  await new Promise((resolve) => setTimeout(resolve, 300))
  socket.destroy()
  await new Promise((resolve) => setTimeout(resolve, 200))
  assert.equal((await kept()).length, before)
})

test('one address that floods opens twenty cases an hour, and the rest is kept', async () => {
  const before = (await cases()).length
  for (let i = 0; i < 23; i += 1)
    await world.write({ from: 'banjir@mail.example', subject: `ke-${i}`, text: `Isi ${i}` })
  assert.equal((await cases()).length, before + 20)
})

test('who may not connect an address; what is no address is not connected so', async () => {
  const other = await beginMailbox(world.ctx('reviewerDinkes'), { accountId: account.id })
  assert.ok('refusal' in other && other.refusal === 'forbidden')
  await assert.rejects(beginMailbox(world.ctx('operatorDishub'), { accountId: account.id }))
})
