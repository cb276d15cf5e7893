import { formatInstant } from '../../../platform/time.ts'
import type { FakeTweet, FakeUser } from './fake-state.ts'
import { Frame } from './page.tsx'
import { shown } from './render-tweet.ts'
import { newer } from './snowflake.ts'
import { findTweet, findUser, type Town } from './town.ts'

function Post({ town, tweet }: { town: Town; tweet: FakeTweet }) {
  const author = findUser(town, tweet.authorId)
  const parent = tweet.repliedTo ? findTweet(town, tweet.repliedTo) : undefined
  return (
    <article class={author?.agency ? 'agency' : undefined} id={`t${tweet.id}`} data-id={tweet.id}>
      <h3>
        @{author?.username}
        {author?.agency ? ' (akun instansi)' : ''}
      </h3>
      {parent && (
        <p>
          Membalas <a href={`#t${parent.id}`}>kiriman @{findUser(town, parent.authorId)?.username}</a>
        </p>
      )}
      <p class="text">
        {shown(town, { ...tweet, mediaIds: [] })
          .text.replaceAll('&amp;', '&')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')}
      </p>
      {tweet.mediaIds.map((id) => (
        <p key={id}>Gambar: {town.state.media.find((media) => media.id === id)?.alt ?? 'tanpa keterangan'}</p>
      ))}
      <p>
        <time dateTime={tweet.createdAt}>{formatInstant(new Date(tweet.createdAt))}</time>{' '}
        <a href={`/${author?.username}/status/${tweet.id}`}>Percakapan</a>{' '}
        <a href={`/?balas=${tweet.id}#tulis`} aria-label={`Balas kiriman @${author?.username}`}>
          Balas
        </a>
      </p>
    </article>
  )
}

interface WriterProps {
  town: Town
  parent?: FakeTweet | undefined
  author?: string | undefined
  text?: string | undefined
}

function Writer({ town, parent, author, text }: WriterProps) {
  const citizens = town.state.users.filter((user) => !user.agency).slice(-20)
  return (
    <form method="post" action="/fake/tweets" id="tulis">
      <h2>{parent ? `Balas @${findUser(town, parent.authorId)?.username}` : 'Tulis sebagai warga'}</h2>
      {parent && <input type="hidden" name="inReplyTo" value={parent.id} />}
      <label for="as">Nama akun</label>
      <input type="text" id="as" name="as" required maxLength={16} list="warga" autocomplete="off" value={author} />
      <datalist id="warga">
        {citizens.map((user) => (
          <option key={user.id} value={user.username} />
        ))}
      </datalist>
      <label for="text">Isi (sebut akun instansi dengan @)</label>
      <textarea id="text" name="text" rows={4} required maxLength={1000}>
        {text ?? ''}
      </textarea>
      <button type="submit">Kirim</button>
    </form>
  )
}

const Posts = ({ town, tweets }: { town: Town; tweets: readonly FakeTweet[] }) => (
  <>
    {tweets.length === 0 && <p>Belum ada kiriman.</p>}
    {[...tweets]
      .sort(newer)
      .slice(0, 50)
      .map((tweet) => (
        <Post key={tweet.id} town={town} tweet={tweet} />
      ))}
  </>
)

/** The fake's front page: write as a citizen, read what everybody wrote, newest first. */
export function SquarePage({ town, replyTo }: { town: Town; replyTo: string | null }) {
  const agencies = town.state.users.filter((user) => user.agency)
  return (
    <Frame title="Alun-alun">
      {agencies.length > 0 && (
        <p>
          Akun instansi:
          {agencies.map(({ id, username }) => (
            <span key={id}>
              {' '}
              <a href={`/${username}`}>@{username}</a>
            </span>
          ))}
        </p>
      )}
      <Writer town={town} parent={replyTo ? findTweet(town, replyTo) : undefined} />
      <h2>Kiriman terbaru</h2>
      <Posts town={town} tweets={town.state.tweets} />
    </Frame>
  )
}

/** One conversation, as `/handle/status/id` shows it. */
export function ThreadPage({ town, tweet }: { town: Town; tweet: FakeTweet }) {
  const thread = town.state.tweets.filter((one) => one.conversationId === tweet.conversationId)
  return (
    <Frame title={`Kiriman @${findUser(town, tweet.authorId)?.username}`}>
      <Posts town={town} tweets={thread} />
      <Writer town={town} parent={tweet} />
    </Frame>
  )
}

export function ProfilePage({ town, user }: { town: Town; user: FakeUser }) {
  return (
    <Frame title={`@${user.username}`}>
      <Posts town={town} tweets={town.state.tweets.filter(({ authorId }) => authorId === user.id)} />
    </Frame>
  )
}

/** X's page for answering by hand: the words and the parent come with the address. */
export function IntentPage({ town, query }: { town: Town; query: URLSearchParams }) {
  const parent = findTweet(town, query.get('in_reply_to') ?? '')
  const named = parent && [...parent.implicit, ...parent.explicit].flatMap((id) => findUser(town, id) ?? [])
  return (
    <Frame title="Kirim lewat tangan">
      <Writer
        town={town}
        parent={parent}
        author={named?.find((user) => user.agency)?.username}
        text={query.get('text') ?? ''}
      />
    </Frame>
  )
}
