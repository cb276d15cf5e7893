import type { JSX } from 'preact'
import type { Agency } from '../../agencies/agency.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At } from '../../platform/ui/at.tsx'
import { ButtonLink, PostButton } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { SocialAccount } from '../account.ts'
import type { Halt } from '../halt.ts'
import { channelPaths } from '../paths.ts'
import { AccountBadge } from './state-badge.tsx'

export interface AccountLine extends SocialAccount {
  agency: string
  daysWithoutPost: number | null
}

interface Props {
  frame: Frame
  accounts: readonly AccountLine[]
  /** Agencies this person may register an account for. */
  agencies: readonly Agency[]
  halt: Halt | undefined
  mayResume: boolean
  /** Why a connection did not come about. */
  refusal?: string | undefined
  input?: { agencyId: string; handle: string; holder: string }
  errors?: FieldErrors
}

export function AccountsPage({
  frame,
  accounts,
  agencies,
  halt,
  mayResume,
  refusal,
  input,
  errors,
}: Props): JSX.Element {
  return (
    <StaffPage
      frame={frame}
      title="Kanal"
      actions={
        <>
          {frame.may('post.read') && <ButtonLink href={channelPaths.posts.href()}>Siaran</ButtonLink>}
          {frame.may('cost.read') && <ButtonLink href={channelPaths.cost.href()}>Biaya X</ButtonLink>}
        </>
      }
    >
      {refusal && (
        <Notice tone="bad" title="Belum tersambung">
          <p>{refusal}</p>
        </Notice>
      )}
      {halt && <HaltNotice halt={halt} mayResume={mayResume} />}
      <Table
        caption={`${accounts.length} akun media sosial`}
        rows={accounts}
        columns={[
          { head: 'Akun', cell: (a) => <a href={channelPaths.account.href({ id: a.id })}>@{a.handle}</a> },
          { head: 'Perangkat daerah', cell: (a) => a.agency },
          { head: 'Keadaan', cell: (a) => <AccountBadge state={a.state} /> },
          { head: 'Hari tanpa siaran', cell: (a) => a.daysWithoutPost ?? 'belum pernah', numeric: true },
          { head: 'Terakhir diperiksa', cell: (a) => (a.polledAt ? <At instant={a.polledAt} /> : '–') },
        ]}
        empty={<Empty title="Belum ada akun">Daftarkan akun X perangkat daerah di bawah ini.</Empty>}
      />
      {agencies.length > 0 && (
        <Section title="Daftarkan akun X">
          <Form action={channelPaths.accounts.href()} errors={errors} submit="Daftarkan akun">
            <Select
              name="agencyId"
              label="Perangkat daerah"
              value={input?.agencyId}
              options={agencies.map(({ id, name }) => [id, name] as const)}
            />
            <Field name="handle" label="Nama akun" hint="Tanpa @" value={input?.handle} required autocomplete="off" />
            <Field name="holder" label="Pemegang akun" hint="Nama atau jabatan" value={input?.holder} required />
          </Form>
        </Section>
      )}
    </StaffPage>
  )
}

function HaltNotice({ halt, mayResume }: { halt: Halt; mayResume: boolean }): JSX.Element {
  return (
    <Notice tone="bad" title="Semua pengiriman dan pemeriksaan X berhenti">
      <p>
        {halt.reason} Sejak <At instant={halt.since} />. Siaran dan jawaban yang sudah disetujui menunggu dan tidak
        hilang.
      </p>
      {mayResume ? (
        <PostButton
          action={channelPaths.resumption.href()}
          label={halt.cause === 'budget' ? 'Anggaran sudah diubah, lanjutkan' : 'Kredit sudah diisi, lanjutkan'}
        />
      ) : (
        <p>Hubungi Diskominfostandi.</p>
      )}
    </Notice>
  )
}
