import { formatInstant } from '../../../platform/time.ts'
import type { FakeTweet } from './fake-state.ts'
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
        <a href={`/?balas=${tweet.id}#tulis`} aria-label={`Balas kiriman @${author?.username}`}>
          Balas
        </a>
      </p>
    </article>
  )
}

function Writer({ town, parent }: { town: Town; parent: FakeTweet | undefined }) {
  const citizens = town.state.users.filter((user) => !user.agency).slice(-20)
  return (
    <form method="post" action="/fake/tweets" id="tulis">
      <h2>{parent ? `Balas @${findUser(town, parent.authorId)?.username}` : 'Tulis sebagai warga'}</h2>
      {parent && <input type="hidden" name="inReplyTo" value={parent.id} />}
      <label for="as">Nama akun warga</label>
      <input type="text" id="as" name="as" required maxLength={16} list="warga" autocomplete="off" />
      <datalist id="warga">
        {citizens.map((user) => (
          <option key={user.id} value={user.username} />
        ))}
      </datalist>
      <label for="text">Isi (sebut akun instansi dengan @)</label>
      <textarea id="text" name="text" rows={4} required maxLength={1000} />
      <button type="submit">Kirim</button>
    </form>
  )
}

/** The fake's front page: write as a citizen, read what everybody wrote, newest first. */
export function SquarePage({ town, replyTo }: { town: Town; replyTo: string | null }) {
  const agencies = town.state.users.filter((user) => user.agency)
  return (
    <Frame title="Alun-alun">
      {agencies.length > 0 && <p>Akun instansi: {agencies.map((user) => `@${user.username}`).join(', ')}.</p>}
      <Writer town={town} parent={replyTo ? findTweet(town, replyTo) : undefined} />
      <h2>Kiriman terbaru</h2>
      {town.state.tweets.length === 0 && <p>Belum ada kiriman.</p>}
      {[...town.state.tweets]
        .sort(newer)
        .slice(0, 50)
        .map((tweet) => (
          <Post key={tweet.id} town={town} tweet={tweet} />
        ))}
    </Frame>
  )
}
