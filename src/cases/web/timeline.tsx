import type { ComponentChildren, JSX } from 'preact'
import { At } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { Done, Said, Talk } from '../../platform/ui/talk.tsx'
import { actWords } from '../act-words.ts'
import { channelName } from '../case.ts'
import type { CaseFile } from '../case-file.ts'
import type { CaseAct, CaseInFull, CaseMessage } from '../find-case.ts'
import type { CaseNote, CaseWork } from '../find-case-work.ts'
import { type FollowUp, proofKinds } from '../follow-up.ts'
import { isSentByHand } from '../mark-answer-sent.ts'
import { casePaths } from '../paths.ts'
import { CaseFiles } from './file-list.tsx'

/** What was written and done in a case. */
export function CaseTimeline({ found, work }: { found: CaseInFull; work: CaseWork }): JSX.Element {
  const files = (belongs: (file: CaseFile) => boolean) => (
    <CaseFiles ticket={found.ticket} files={found.files.filter(belongs)} />
  )
  const entries = [
    ...found.messages.map((message) => ({
      at: message.at,
      node: (
        <Message key={message.id} message={message} channel={found.channel}>
          {files(({ messageId }) => messageId === message.id)}
          {isToSend(found, message) && (
            <p>
              <a href={casePaths.sent.href({ ticket: found.ticket, answer: message.id })}>Catat sudah dikirim</a>
            </p>
          )}
        </Message>
      ),
    })),
    ...work.notes.map((note) => ({ at: note.at, node: <Note key={note.id} note={note} /> })),
    ...work.followUps.map((one) => ({
      at: one.at,
      node: (
        <Followed key={one.id} followUp={one}>
          {files(({ followUpId }) => followUpId === one.id)}
        </Followed>
      ),
    })),
    ...found.acts.map((act, i) => ({ at: act.at, node: <Act key={i} act={act} /> })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  return <Talk>{entries.map(({ node }) => node)}</Talk>
}

interface MessageProps {
  message: CaseMessage
  channel: string
  children: ComponentChildren
}

/** An answer that somebody gives on the platform and then writes down here. */
const isToSend = (found: CaseInFull, { author, state }: CaseMessage): boolean =>
  author === 'agency' && (state === 'waiting' || state === 'failed') && found.mayAnswer && isSentByHand(found)

function Message({ message, channel, children }: MessageProps): JSX.Element {
  const ours = message.author === 'agency'
  const about = (
    <>
      {message.from && `(${message.from}) `}· <At instant={message.at} />{' '}
      {ours && <Sending message={message} channel={channel} />}
    </>
  )
  return (
    <Said by={ours ? message.authorName : 'Warga'} about={about} text={message.text} ours={ours}>
      {children}
      {message.failure && (
        <p class="error">
          Tidak terkirim: <Linked text={message.failure} words={`Jawab di ${channelName(channel)}`} />
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

const Note = ({ note }: { note: CaseNote }): JSX.Element => (
  <Said
    by={note.by}
    about={
      <>
        · <At instant={note.at} /> <Badge tone="quiet">catatan internal, tidak tampil bagi warga</Badge>
      </>
    }
    text={note.text}
    inside
  />
)

const Followed = ({ followUp, children }: { followUp: FollowUp; children: JSX.Element }): JSX.Element => (
  <Said
    by={followUp.by}
    about={
      <>
        · <At instant={followUp.at} />{' '}
        <Badge tone="info">{`tindak lanjut: ${proofKinds[followUp.kind].toLowerCase()}`}</Badge>
      </>
    }
    text={followUp.text}
    inside
  >
    {children}
    {followUp.link && (
      <p>
        <a href={followUp.link} rel="noreferrer">
          {followUp.link}
        </a>
      </p>
    )}
  </Said>
)

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
const Linked = ({ text, words }: { text: string; words: string }): JSX.Element => (
  <>{text.split(/(https?:\/\/\S+)/).map((part, i) => (i % 2 === 1 ? <a href={part}>{words}</a> : part))}</>
)
