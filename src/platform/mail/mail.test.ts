import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { openWorld, type World } from '../../../test/world.ts'
import { transaction } from '../transaction.ts'
import { sendMail } from './mail.ts'

/** A real SMTP server on loopback; it refuses one address for good and another for now. */
const received: { to: string; text: string }[] = []
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo({ address }, _session, answer) {
    const code = address.startsWith('tidak-ada@') ? 550 : address.startsWith('penuh@') ? 451 : 0
    answer(code ? Object.assign(new Error('refused'), { responseCode: code }) : undefined)
  },
  onData(stream, session, answer) {
    let text = ''
    stream.on('data', (chunk) => {
      text += chunk
    })
    stream.on('end', () => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text })
      answer()
    })
  },
})

let world: World
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  world = await openWorld({ config: { smtpUrl: `smtp://127.0.0.1:${port}` } })
})
after(async () => {
  await world.close()
  await new Promise<void>((resolve) => server.close(resolve))
})

const send = (to: string, key?: string) =>
  transaction(world.system(), (ctx) =>
    sendMail(ctx, { to, subject: 'Yang menunggu', body: 'Dua baris.\nSelesai.', ...(key && { key }) }),
  )
const stateOf = async (id: string | null) =>
  (
    await world.platform.db
      .selectFrom('mail')
      .select('state')
      .where('id', '=', id ?? '')
      .executeTakeFirst()
  )?.state

test('a mail leaves after the commit, once, and says who it is', async () => {
  const id = await send('sari@dinkes.example')
  await world.runJobs()
  assert.equal(await stateOf(id), 'sent')
  assert.equal(received.length, 1)
  assert.match(received[0]?.text ?? '', new RegExp(`Message-ID: <${id}@localhost>`, 'i'))
  assert.match(received[0]?.text ?? '', /Dua baris\.\r\nSelesai\./)
})

test('a second mail with the same key is dropped', async () => {
  assert.notEqual(await send('budi@dinkes.example', 'digest:1'), null)
  assert.equal(await send('budi@dinkes.example', 'digest:1'), null)
})

test('an address that does not exist is kept as failed; a full box is tried again', async () => {
  const gone = await send('tidak-ada@dinkes.example')
  await world.runJobs()
  assert.equal(await stateOf(gone), 'failed')
  const full = await send('penuh@dinkes.example')
  await assert.rejects(world.runJobs(), /451/)
  assert.equal(await stateOf(full), 'waiting')
})

test('a sealed mail arrives in clear, and neither its address nor its text lies in the database', async () => {
  const mail = { to: 'warga@mail.example', subject: 'Kabar laporan', body: 'Tautan rahasia.', sealed: true }
  const id = (await transaction(world.system(), (ctx) => sendMail(ctx, mail))) ?? ''
  const rows = await world.platform.db.selectFrom('mail').selectAll().where('id', '=', id).execute()
  assert.ok(!JSON.stringify(rows).includes('warga@') && !JSON.stringify(rows).includes('rahasia'))
  await world.runJobs()
  assert.equal(received.at(-1)?.to, 'warga@mail.example')
  assert.match(received.at(-1)?.text ?? '', /Tautan rahasia/)
  const outbox = await world.as('commsHead').get(`/pengaturan/surat-keluar/${id}`)
  assert.match(outbox.text, /alamat tersegel/)
  assert.ok(!outbox.text.includes('rahasia') && !outbox.text.includes('warga@'))
})
