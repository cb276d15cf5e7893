import type { AddressInfo, Socket } from 'node:net'
import { createTransport } from 'nodemailer'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { SocialAccount } from '../src/channels/account.ts'
import { beginMailbox } from '../src/channels/email/connect-mailbox.ts'
import { findAccount } from '../src/channels/find-accounts.ts'
import { listenForMail } from '../src/channels/listen-for-mail.ts'
import { registerAccount } from '../src/channels/register-account.ts'
import { accepted } from '../src/platform/refusal.ts'
import { openWorld, type World } from './world.ts'

export interface SentMail {
  to: string
  from: string
  subject: string
  text: string
  messageId: string
  inReplyTo: string
  references: string
}

/** A mail as a citizen's program sends it. */
export interface Written {
  from: string
  to?: string
  subject?: string
  text?: string
  html?: string
  messageId?: string
  inReplyTo?: string
  references?: string[]
  headers?: Record<string, string>
  attachments?: { filename: string; content: Buffer }[]
  /** Of the envelope; '' for what must not be answered. */
  envelopeFrom?: string
}

/** The world between two mail servers: one takes what we send, to the other we are the next stop. */
export interface MailWorld extends World {
  /** What arrived at citizens, one for each Message-ID, as their programs show it. */
  sent: SentMail[]
  listenerPort: number
  /** How often a mail was handed over, the same one again included. */
  handedOver: () => number
  mishap: (kind: 'lost-after' | 'lost-before' | 'busy' | 'refused') => void
  write: (mail: Written) => Promise<string>
  writeRaw: (raw: string | Buffer, from: string, to?: string) => Promise<unknown>
  /** An address of Dinkes, in the register and connected by a mail that went out and came back. */
  connect: (address: string) => Promise<SocialAccount>
}

export async function openMailWorld(): Promise<MailWorld> {
  const sent: SentMail[] = []
  const mishaps: string[] = []
  let count = 0
  const sockets = new Set<Socket>()
  let last = ''
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(_address, _session, answer) {
      const kind = mishaps[0]
      if (kind !== 'busy' && kind !== 'refused') return answer()
      mishaps.shift()
      answer(Object.assign(new Error('no'), { responseCode: kind === 'busy' ? 451 : 550 }))
    },
    onData(stream, _session, answer) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const kind = mishaps.shift()
        if (kind !== 'lost-before') {
          count += 1
          const raw = Buffer.concat(chunks)
          last = raw.toString()
          const mail = await PostalMime.parse(raw)
          const one = {
            to: mail.to?.[0]?.address ?? '',
            from: mail.from?.address ?? '',
            subject: mail.subject ?? '',
            text: (mail.text ?? '').trim(),
            messageId: mail.messageId ?? '',
            inReplyTo: mail.inReplyTo ?? '',
            references: mail.references ?? '',
          }
          if (!sent.some(({ messageId }) => messageId === one.messageId)) sent.push(one)
        }
        if (kind?.startsWith('lost')) for (const socket of sockets) socket.destroy()
        else answer()
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const out = (server.server.address() as AddressInfo).port
  const world = await openWorld({
    config: { smtpUrl: `smtp://127.0.0.1:${out}`, mailIn: { host: '127.0.0.1', port: 0 } },
  })
  const listener = await listenForMail(() => world.makeCtx('mail'), { host: '127.0.0.1', port: 0 })
  let address = 'layanan@dinkes.example'
  const deliver = async (mail: object) => {
    const transport = createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true })
    try {
      return await transport.sendMail(mail)
    } finally {
      transport.close()
    }
  }
  return {
    ...world,
    sent,
    listenerPort: listener.port,
    handedOver: () => count,
    mishap: (kind) => void mishaps.push(kind),
    async write({ envelopeFrom, ...mail }) {
      const to = mail.to ?? address
      const from = envelopeFrom ?? mail.from
      const info = await deliver({ subject: 'Laporan', ...mail, to, envelope: { from, to } })
      return (info as { messageId: string }).messageId
    },
    writeRaw: (raw, from, to = address) => deliver({ raw, envelope: { from, to } }),
    async connect(handle) {
      address = handle
      const operator = world.ctx('operatorDinkes')
      const wanted = { agencyId: 'dinkes', platform: 'email', handle, holder: 'Loket' } as const
      const { id } = accepted(await registerAccount(operator, wanted))
      accepted(await beginMailbox(operator, { accountId: id }))
      await world.runJobs()
      sent.length = 0
      await deliver({ raw: last, envelope: { from: 'kentongan@localhost', to: handle } })
      return findAccount(world.system(), id)
    },
    async close() {
      await listener.close()
      await world.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
