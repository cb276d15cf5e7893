import { adapterContract, type Mishap } from '../../../test/adapter-contract.ts'
import { openWorld } from '../../../test/world.ts'
import { accepted } from '../../platform/refusal.ts'
import { connectWithToken } from '../connect-with-token.ts'
import { lookForMentions } from '../look-for-mentions.ts'
import { registerAccount } from '../register-account.ts'
import { type MastodonFault, startFakeMastodon } from './fake/fake-mastodon.ts'

const faults: Readonly<Record<Mishap, MastodonFault['kind']>> = {
  'lost-after': 'cut-after',
  'lost-before': 'cut-before',
  busy: 'rate-limited',
  refused: 'refused',
}

adapterContract('Mastodon', async () => {
  const world = await openWorld()
  const mastodon = await startFakeMastodon({ clock: world.now })
  const operator = world.ctx('operatorDinkes')
  const wanted = { platform: 'mastodon', handle: 'dinkes', server: mastodon.url, holder: 'Humas' } as const
  const { id } = accepted(await registerAccount(operator, { agencyId: 'dinkes', ...wanted }))
  const account = accepted(await connectWithToken(operator, { accountId: id, token: mastodon.signIn('dinkes') }))
  return {
    world,
    account,
    tooLong: 'x'.repeat(501),
    bring: () => lookForMentions(world.system(), { accountId: account.id }),
    say: async (text, by, inReplyTo) =>
      mastodon.writeAs(by, { text: `@dinkes ${text}`, ...(inReplyTo && { inReplyTo }) }).id,
    sayAsAccount: async (text) => void mastodon.writeAs('dinkes', { text: `@dinkes ${text}` }),
    answersTo: (id) =>
      mastodon
        .statusesOf('dinkes')
        .filter(({ inReplyTo }) => inReplyTo === id)
        .map(({ text }) => text.replace(/^(@\w+ )+/, '')),
    mishap: (kind) => mastodon.fail({ kind: faults[kind], method: 'POST', path: '/api/v1/statuses' }),
    close: async () => {
      await world.close()
      await mastodon.close()
    },
  }
})
