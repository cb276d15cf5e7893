import type { JSX } from 'preact'
import type { Session } from '../../platform/auth/sessions.ts'
import type { Frame } from '../../platform/http/route.ts'
import { At } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { ButtonLink, PostButton } from '../../platform/ui/button.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { deviceName } from '../device.ts'
import type { Passkey } from '../passkey.ts'
import { peoplePaths } from '../paths.ts'
import type { SecondFactor } from '../second-factor.ts'
import { PasskeysSection } from './passkeys-section.tsx'

interface Props {
  frame: Frame
  person: { name: string; email: string }
  hasPassword: boolean
  factor: SecondFactor
  /** Whether this installation asks no role at all for a second factor, as an example city does. */
  waived: boolean
  passkeys: readonly Passkey[]
  sessions: readonly Session[]
}

/** How I sign in, and where I am signed in. */
export function AccountPage(props: Props): JSX.Element {
  const { frame, person, hasPassword, factor, waived, passkeys, sessions } = props
  return (
    <StaffPage frame={frame} title="Akun saya" islands={['passkey']}>
      <Facts
        items={[
          ['Nama', person.name],
          ['Alamat surel', person.email],
          [
            'Kata sandi',
            hasPassword ? (
              <a href={peoplePaths.password.href()}>Ganti kata sandi</a>
            ) : (
              'Tidak ada; masuk dengan cara lain'
            ),
          ],
        ]}
      />
      <CodeAppSection factor={factor} waived={waived} />
      <PasskeysSection passkeys={passkeys} hasPassword={hasPassword} />
      <SessionsSection sessions={sessions} />
    </StaffPage>
  )
}

function CodeAppSection({ factor, waived }: Pick<Props, 'factor' | 'waived'>): JSX.Element {
  const { codeApp, passkeys, recoveryCodes, required } = factor
  return (
    <Section title="Faktor kedua">
      <p>
        Kode dari aplikasi di ponsel, selain kata sandi.
        {required && ' Wajib untuk peran Anda.'}
        {waived &&
          ' Di sini tidak ada peran yang diwajibkan memakainya, seperti pada kota contoh. Instalasi yang sebenarnya mewajibkannya bagi kepala dan administrator.'}
      </p>
      {(codeApp || passkeys > 0) && recoveryCodes === 0 && (
        <Notice tone="warn" title="Belum ada kode pemulihan">
          Bila ponsel hilang, Anda tidak dapat masuk. Buat kode pemulihan sekarang dan simpan di tempat yang aman.
        </Notice>
      )}
      <Facts
        items={[
          [
            'Aplikasi kode',
            codeApp ? <Badge tone="good">Terpasang</Badge> : <Badge tone="quiet">Belum terpasang</Badge>,
          ],
          ['Kode pemulihan', recoveryCodes > 0 ? `${recoveryCodes} belum dipakai` : 'Belum ada'],
        ]}
      />
      <div class="actions">
        {!codeApp && (
          <ButtonLink href={peoplePaths.codeApp.href()} kind="main">
            Pasang aplikasi kode
          </ButtonLink>
        )}
        {(codeApp || passkeys > 0) && (
          <ButtonLink href={peoplePaths.recoveryCodes.href()}>Buat kode pemulihan baru</ButtonLink>
        )}
        {codeApp && (
          <ButtonLink href={peoplePaths.codeAppRemoval.href()} kind="danger">
            Hentikan aplikasi kode
          </ButtonLink>
        )}
      </div>
    </Section>
  )
}

const methods = { password: 'Kata sandi', passkey: 'Kunci sandi', sso: 'SSO Kota Bekasi' } as const

function SessionsSection({ sessions }: { sessions: readonly Session[] }): JSX.Element {
  return (
    <Section title="Sesi">
      <Table
        caption="Perangkat tempat Anda sedang masuk, yang terakhir dipakai lebih dahulu"
        columns={[
          { head: 'Perangkat', cell: ({ device }) => deviceName(device) },
          { head: 'Cara masuk', cell: ({ method }) => methods[method] },
          { head: 'Masuk', cell: ({ openedAt }) => <At instant={openedAt} /> },
          { head: 'Terakhir dipakai', cell: ({ seenAt }) => <At instant={seenAt} /> },
          {
            head: 'Akhiri',
            cell: ({ id, device, current }) =>
              current ? (
                <Badge tone="good">Perangkat ini</Badge>
              ) : (
                <PostButton
                  action={peoplePaths.sessionEnd.href({ id })}
                  label={`Akhiri sesi ${deviceName(device)}`}
                  kind="quiet"
                />
              ),
          },
        ]}
        rows={sessions}
      />
      <PostButton action={peoplePaths.signOutEverywhere.href()} label="Keluar dari semua perangkat" kind="danger" />
    </Section>
  )
}
