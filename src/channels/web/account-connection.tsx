import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { PostButton } from '../../platform/ui/button.tsx'
import { Field } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { platforms, type SocialAccount } from '../account.ts'
import { channelPaths } from '../paths.ts'

/** What can be done to an account at the top of its page. */
export function AccountActions({ account, looked }: { account: SocialAccount; looked: boolean }): JSX.Element {
  const params = { id: account.id }
  const connected = account.state === 'connected'
  const { platform } = account
  return (
    <>
      {connected && looked && (
        <PostButton action={channelPaths.looks.href(params)} label="Periksa sekarang" kind="main" />
      )}
      {platform === 'x' && (
        <PostButton
          action={channelPaths.connections.href(params)}
          label={connected ? 'Sambungkan ulang' : 'Sambungkan ke X'}
          kind={connected ? 'plain' : 'main'}
        />
      )}
      {platform === 'email' && (
        <PostButton
          action={channelPaths.mailTests.href(params)}
          label={connected ? 'Uji lagi' : 'Kirim surel uji'}
          kind={connected ? 'plain' : 'main'}
        />
      )}
      {account.state !== 'lost-access' && (
        <PostButton action={channelPaths.losses.href(params)} label="Laporkan akses hilang" kind="quiet" />
      )}
    </>
  )
}

/** How an account of each platform is connected, in words and, for Mastodon, a form. */
export function Connecting({ account, errors }: { account: SocialAccount; errors: FieldErrors }): JSX.Element | null {
  const { platform, state, server, handle, id } = account
  if (state === 'connected' && platform !== 'mastodon') return null
  if (platform === 'mastodon')
    return (
      <Section title={state === 'connected' ? 'Sambungkan ulang' : 'Sambungkan'}>
        <p>
          Masuklah ke <a href={server ?? ''}>{server}</a> sebagai @{handle}, buka Preferensi, Pengembangan, lalu buat
          aplikasi baru dengan izin <code>read</code> dan <code>write</code>. Salin token aksesnya ke sini. Token
          disimpan tersegel dan tidak pernah ditampilkan lagi.
        </p>
        <Form action={channelPaths.tokens.href({ id })} errors={errors} submit="Sambungkan" kind="plain">
          <Field name="token" label="Token akses" type="password" autocomplete="off" required />
        </Form>
      </Section>
    )
  if (platform === 'email')
    return (
      <Section title="Sambungkan">
        <p>
          Mintalah pengelola surel kota meneruskan surat untuk {handle} ke Kentongan, lalu kirim surel uji. Begitu surel
          itu kembali ke sini, alamat ini tersambung dan terbukti milik perangkat daerah.
        </p>
      </Section>
    )
  if (platform === 'x') return null
  return (
    <Section title="Tanpa sambungan">
      <p>
        {platforms[platform]} dipakai dengan tangan: pesan warga dicatat sebagai kasus, jawabannya ditandai terkirim,
        dan siaran dicatat di bawah ini.
      </p>
    </Section>
  )
}
