import { endAllSessions } from '../platform/auth/sessions.ts'
import { giveBack, takeTry } from '../platform/auth/sign-in-limit.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { asPerson, type Entered, type Entrance, enter } from './enter.ts'
import { deadLinkWords, findLink, useLink } from './mail-link.ts'
import { refusePassword, setPassword, tidyEmail } from './person.ts'
import { tooManyTries } from './sign-in.ts'

interface Acceptance extends Entrance {
  token: string
  /** Only who was invited knows for sure which address the mail went to: a forwarded link is worth nothing. */
  email: string
  password: string
}

/** Chooses the first password and comes in, as after any right password. The link is used up. */
export async function acceptInvitation(ctx: Ctx, input: Acceptance): Promise<Entered | Refusal> {
  const { token, password, ip } = input
  const link = await findLink(ctx, 'invitation', token)
  if (link.state !== 'good') return conflict(deadLinkWords('invitation', link.state))
  const one = { account: link.person.email, address: ip }
  if (!(await takeTry(ctx, one))) return invalid({ '': tooManyTries })
  if (tidyEmail(input.email) !== link.person.email) return invalid({ email: forAnother })
  await giveBack(ctx, one)
  const wrong = refusePassword(password)
  if (wrong) return invalid({ password: wrong })
  return transaction(asPerson(ctx, link.person), async (ctx) => {
    const link = await findLink(ctx, 'invitation', token)
    if (link.state !== 'good') return conflict(deadLinkWords('invitation', link.state))
    const { id: personId } = link.person
    await useLink(ctx, token)
    await setPassword(ctx, personId, password)
    await endAllSessions(ctx, personId)
    await record(ctx, 'person.invitation-accepted', { thing: 'person', id: personId, agencyId: null })
    return enter(ctx, { ...input, personId, method: 'password', strong: false })
  })
}

const forAnother =
  'Undangan ini ditujukan kepada alamat surel lain dan tidak dapat diteruskan. Tulis alamat yang menerima surel undangan, atau mintalah undangan atas nama Anda sendiri.'
