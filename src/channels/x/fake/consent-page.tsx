import type { FakeUser } from './fake-state.ts'
import { Frame } from './page.tsx'

/** Where the account's owner lets the app in. The query stays in the address of the form. */
export function ConsentPage({ query, users }: { query: URLSearchParams; users: FakeUser[] }) {
  const agencies = users.filter((user) => user.agency)
  return (
    <Frame title="Izinkan aplikasi Kentongan?">
      <form method="post" action={`/i/oauth2/authorize?${query}`}>
        <p>Aplikasi ini meminta izin: {(query.get('scope') ?? '').split(' ').join(', ')}.</p>
        {agencies.length > 0 && (
          <fieldset>
            <legend>Masuk sebagai</legend>
            {agencies.map((user, i) => (
              <label key={user.id}>
                <input type="radio" name="account" value={user.username} checked={i === 0} /> @{user.username}
              </label>
            ))}
          </fieldset>
        )}
        <label for="other">Akun lain (tanpa @)</label>
        <input type="text" id="other" name="other" maxLength={15} pattern="\w{1,15}" autocomplete="off" />
        <button type="submit" name="decision" value="allow">
          Izinkan
        </button>{' '}
        <button type="submit" name="decision" value="deny">
          Tolak
        </button>
      </form>
    </Frame>
  )
}

export function RefusedPage({ reason }: { reason: string }) {
  return (
    <Frame title="Permintaan tidak dapat dibaca">
      <p>{reason}.</p>
    </Frame>
  )
}
