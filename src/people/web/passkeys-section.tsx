import type { JSX } from 'preact'
import { At } from '../../platform/ui/at.tsx'
import { PostButton } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field } from '../../platform/ui/fields.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { Passkey } from '../passkey.ts'
import { peoplePaths } from '../paths.ts'
import { PasskeyForm } from './passkey-button.tsx'

/** My passkeys, and a further one. Its page lists the island `passkey`. */
export function PasskeysSection(props: { passkeys: readonly Passkey[]; hasPassword: boolean }): JSX.Element {
  const { passkeys, hasPassword } = props
  return (
    <Section title="Kunci sandi (passkey)">
      <p>Masuk dengan sidik jari, wajah, atau PIN perangkat, tanpa kata sandi dan tanpa kode.</p>
      <Table
        caption="Kunci sandi Anda, yang paling lama lebih dahulu"
        columns={[
          { head: 'Nama', cell: ({ name }) => name },
          {
            head: 'Disimpan',
            cell: ({ backedUp }) => (backedUp ? 'Tersinkron antarperangkat' : 'Hanya di perangkat itu'),
          },
          { head: 'Ditambahkan', cell: ({ addedAt }) => <At instant={addedAt} /> },
          { head: 'Terakhir dipakai', cell: ({ usedAt }) => (usedAt ? <At instant={usedAt} /> : 'Belum pernah') },
          {
            head: 'Hapus',
            cell: ({ id, name }) => (
              <PostButton
                action={peoplePaths.passkeyRemoval.href()}
                label={`Hapus ${name}`}
                kind="quiet"
                fields={{ id }}
              />
            ),
          },
        ]}
        rows={passkeys}
        empty={<Empty title="Belum ada kunci sandi">Tambahkan di perangkat yang biasa Anda pakai.</Empty>}
      />
      <PasskeyForm
        question={peoplePaths.newPasskeyQuestion.href()}
        action={peoplePaths.passkeys.href()}
        label="Tambahkan kunci sandi"
        add
      >
        <Field name="name" label="Nama kunci sandi" hint="Misalnya: ponsel dinas." maxLength={60} />
        {hasPassword && (
          <Field name="password" label="Kata sandi Anda" type="password" autocomplete="current-password" required />
        )}
      </PasskeyForm>
      <noscript>
        <p>Menambahkan kunci sandi memerlukan JavaScript di peramban ini.</p>
      </noscript>
    </Section>
  )
}
