import { adapterContract } from '../../../test/adapter-contract.ts'
import { openMailWorld, type Written } from '../../../test/mail-world.ts'

adapterContract('Surel', async () => {
  const world = await openMailWorld()
  const account = await world.connect('layanan@dinkes.example')
  const written: Written[] = []
  const send = async (mail: Written) => {
    const messageId = await world.write(mail)
    written.push({ ...mail, messageId })
    return messageId
  }
  return {
    world,
    account,
    tooLong: null,
    // A sending server that got no answer brings the same mail again.
    bring: async () => {
      for (const mail of written.slice(-3)) await world.write(mail)
    },
    say: (text, by, inReplyTo) =>
      send({ from: `${by}@mail.example`, text, ...(inReplyTo && { inReplyTo, references: [inReplyTo] }) }),
    sayAsAccount: async (text) => void (await send({ from: account.handle, text })),
    answersTo: (id) => world.sent.filter(({ inReplyTo }) => inReplyTo === id).map(({ text }) => text),
    mishap: world.mishap,
    close: () => world.close(),
  }
})
