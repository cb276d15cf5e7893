import type { JSX } from 'preact'
import { At } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { Done, Said, Talk } from '../../platform/ui/talk.tsx'
import { channelName } from '../case.ts'
import type { CaseAct, CaseMessage } from '../find-case.ts'
import { actWords } from './act-words.ts'

interface Props {
  messages: readonly CaseMessage[]
  acts: readonly CaseAct[]
  channel: string
}

/** What was written and done in a case. */
export function CaseTimeline({ messages, acts, channel }: Props): JSX.Element {
  const entries = [
    ...messages.map((message) => ({
      at: message.at,
      node: <Message key={message.id} message={message} channel={channel} />,
    })),
    ...acts.map((act, i) => ({ at: act.at, node: <Act key={i} act={act} /> })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  return <Talk>{entries.map(({ node }) => node)}</Talk>
}

function Message({ message, channel }: { message: CaseMessage; channel: string }): JSX.Element {
  const ours = message.author === 'agency'
  const about = (
    <>
      · <At instant={message.at} /> {ours && <Sending message={message} channel={channel} />}
    </>
  )
  return (
    <Said by={ours ? message.authorName : 'Warga'} about={about} text={message.text} ours={ours}>
      {message.failure && (
        <p class="error">
          Tidak terkirim: <Linked text={message.failure} />
        </p>
      )}
      {message.url && (
        <p>
          <a href={message.url}>Lihat di {channelName(channel)}</a>
        </p>
      )}
    </Said>
  )
}

function Sending({ message, channel }: { message: CaseMessage; channel: string }): JSX.Element {
  const kind = message.final ? 'jawaban akhir' : 'balasan'
  if (message.state === 'waiting')
    return <Badge tone="info">{`${kind}, menunggu terkirim ke ${channelName(channel)}`}</Badge>
  if (message.state === 'failed') return <Badge tone="bad">{`${kind}, tidak terkirim`}</Badge>
  return <Badge tone="good">{`${kind}, terbit`}</Badge>
}

const Act = ({ act }: { act: CaseAct }): JSX.Element => (
  <Done>
    {actWords(act)} · {act.by} · <At instant={act.at} />
  </Done>
)

/** A reason may carry an address ("answer in X"): the officer should be able to press it. */
const Linked = ({ text }: { text: string }): JSX.Element => (
  <>{text.split(/(https:\/\/\S+)/).map((part, i) => (i % 2 === 1 ? <a href={part}>buka di sini</a> : part))}</>
)
