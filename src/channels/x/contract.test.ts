import { adapterContract, type Mishap } from '../../../test/adapter-contract.ts'
import { openXWorld } from '../../../test/x-world.ts'
import { lookForMentions } from '../look-for-mentions.ts'
import type { FaultKind } from './fake/faults.ts'

const faults: Readonly<Record<Mishap, FaultKind>> = {
  'lost-after': 'cut-after',
  'lost-before': 'cut-before',
  busy: 'rate-limited',
  refused: 'not-permitted',
}

adapterContract('X', async () => {
  const world = await openXWorld()
  const account = await world.connect('dinkes_contoh')
  return {
    world,
    account,
    tooLong: 'x'.repeat(281),
    bring: () => lookForMentions(world.system(), { accountId: account.id }),
    say: async (text, by, repliedTo) => {
      const addressed = { text: `@dinkes_contoh ${text}`, ...(repliedTo && { repliedTo }) }
      return world.x.writeAs(by.slice(0, 15), addressed).id
    },
    sayAsAccount: async (text) => void world.x.writeAs('dinkes_contoh', { text: `@dinkes_contoh ${text}` }),
    answersTo: (id) =>
      world.x
        .tweetsOf('dinkes_contoh')
        .filter(({ repliedTo }) => repliedTo === id)
        .map(({ text }) => text.replace(/^(@\w+ )+/, '')),
    mishap: (kind) => world.x.fail({ kind: faults[kind], method: 'POST', path: '/2/tweets', seconds: 300 }),
    close: () => world.close(),
  }
})
