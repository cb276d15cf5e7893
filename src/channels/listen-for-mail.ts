import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Ctx } from '../platform/ctx.ts'
import type { AccountRow } from './data/account-rows.ts'
import { takeMail } from './email/take-mail.ts'
import { secondsOf } from './setting.ts'
import './data/tables.ts'

export interface MailListener {
  port: number
  close: () => Promise<void>
}

const refusal = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode })

/**
 * Takes in mails that the city's mail server brings by SMTP. A mail counts as taken once it is committed; until then
 * the answer is 4xx and the other server keeps it. Only addresses in the register are taken.
 */
export async function listenForMail(
  makeCtx: () => Ctx,
  { host, port }: { host: string; port: number },
): Promise<MailListener> {
  const size = await secondsOf(makeCtx(), 'mail-bytes')
  const server = new SMTPServer({
    banner: 'Kentongan',
    disabledCommands: ['AUTH', 'STARTTLS'],
    size,
    maxClients: 20,
    socketTimeout: 60_000,
    onRcptTo({ address }, session, answer) {
      if (session.envelope.rcptTo.length >= 20) return answer(refusal(452, 'Too many recipients'))
      accountAt(makeCtx(), address).then(
        (account) => answer(account ? undefined : refusal(550, 'No such address')),
        () => answer(refusal(451, 'Try again later')),
      )
    },
    onData(stream, session, answer) {
      take(makeCtx, stream, session, size).then(
        () => answer(),
        (error: unknown) => answer(hasCode(error) ? error : refusal(451, 'Try again later')),
      )
    },
  })
  server.on('error', (error) => makeCtx().platform.log.warn({ err: error }, 'a talk about mail broke off'))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const hasCode = (error: unknown): error is Error => error instanceof Error && 'responseCode' in error

/** Connected, or waiting for the mail that connects it. */
const accountAt = (ctx: Ctx, address: string): Promise<AccountRow | undefined> =>
  ctx.db
    .selectFrom('social_account')
    .selectAll()
    .where('platform', '=', 'email')
    .where('handle', '=', address.toLowerCase())
    .executeTakeFirst()

async function take(
  makeCtx: () => Ctx,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  size: number,
): Promise<void> {
  const bytes = await readUpTo(stream, size)
  if (!bytes) throw refusal(552, 'The mail is too large')
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
  for (const { address } of session.envelope.rcptTo) {
    const ctx = makeCtx()
    const account = await accountAt(ctx, address)
    const taken = account && (await takeMail(ctx, account, bytes, { from, to: address.toLowerCase() }))
    if (taken === 'unreadable') throw refusal(554, 'This mail cannot be read')
    if (taken === undefined || taken === 'refused') throw refusal(550, 'This address is not connected')
  }
}

/** Undefined: longer than that; the rest is read and dropped. */
async function readUpTo(stream: SMTPServerDataStream, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= most) chunks.push(chunk)
  }
  return length > most ? undefined : Buffer.concat(chunks)
}
