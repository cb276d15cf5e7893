import type { JSX } from 'preact'
import type { Agency } from '../../agencies/agency.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At } from '../../platform/ui/at.tsx'
import { ButtonLink, PostButton } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, Hidden, Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { Fold } from '../../platform/ui/fold.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { platforms, speaksToAll } from '../account.ts'
import { standings } from '../account-standing.ts'
import type { StandingAccount } from '../find-standings.ts'
import type { Halt } from '../halt.ts'
import { channelPaths } from '../paths.ts'
import { AccountBadge } from './state-badge.tsx'

export interface AccountLine extends StandingAccount {
  agency: string
}

interface Props {
  frame: Frame
  accounts: readonly AccountLine[]
  /** Agencies this person may register an account for. */
  agencies: readonly Agency[]
  /** Agencies this person may see that have no account at all. */
  without: readonly Agency[]
  /** How the list is narrowed; '' for not. */
  filter: { agencyId: string; standing: string }
  dormantDays: number
  halt: Halt | undefined
  mayResume: boolean
  /** Why a connection did not come about. */
  refusal?: string | undefined
  input?: { agencyId: string; platform: string; handle: string; server: string; holder: string; recovery: string }
  errors?: FieldErrors
}

export function AccountsPage(props: Props): JSX.Element {
  const { frame, accounts, agencies, without, filter, dormantDays, halt, mayResume, refusal, input, errors } = props
  const narrowed = filter.agencyId !== '' || filter.standing !== ''
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
      <Filters action={channelPaths.accounts.href()}>
        {filter.agencyId !== '' && <Hidden name="perangkat" value={filter.agencyId} />}
        <Select
          name="keadaan"
          label="Keadaan"
          value={filter.standing}
          options={[['', 'Semua'], ...Object.entries(standings)]}
        />
      </Filters>
      <Table
        caption={`${accounts.length} akun; mati suri: lebih dari ${dormantDays} hari tanpa siaran`}
        rows={accounts}
        columns={[
          { head: 'Akun', cell: (a) => <a href={channelPaths.account.href({ id: a.id })}>{nameOf(a)}</a> },
          { head: 'Kanal', cell: (a) => platforms[a.platform] },
          { head: 'Perangkat daerah', cell: (a) => a.agency },
          { head: 'Keadaan', cell: (a) => <AccountBadge standing={a.standing} /> },
          { head: 'Hari tanpa siaran', cell: daysOf, numeric: true },
          { head: 'Pesan terakhir diperiksa', cell: (a) => (a.polledAt ? <At instant={a.polledAt} /> : '–') },
        ]}
        empty={
          narrowed ? (
            <Empty title="Tidak ada akun yang cocok">
              <a href={channelPaths.accounts.href()}>Tampilkan semua akun.</a>
            </Empty>
          ) : (
            <Empty title="Belum ada akun">Daftarkan akun perangkat daerah di bawah ini.</Empty>
          )
        }
      />
      {!narrowed && without.length > 0 && (
        <Fold title="Belum punya akun" holds={`${without.length} perangkat daerah`} open={accounts.length === 0}>
          <ul>
            {without.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Fold>
      )}
      {agencies.length > 0 && (
        <Section title="Daftarkan akun">
          <Form action={channelPaths.accounts.href()} errors={errors} submit="Daftarkan akun">
            <Select
              name="agencyId"
              label="Perangkat daerah"
              value={input?.agencyId}
              options={agencies.map(({ id, name }) => [id, name] as const)}
            />
            <Select
              name="platform"
              label="Kanal"
              value={input?.platform}
              hint="X, Mastodon, dan surel disambungkan; kanal lain dicatat dengan tangan"
              options={Object.entries(platforms)}
            />
            <Field
              name="handle"
              label="Nama akun"
              hint="Tanpa @; alamat surel atau nomor WhatsApp ditulis lengkap"
              value={input?.handle}
              required
              autocomplete="off"
            />
            <Field
              name="server"
              label="Server"
              hint="Hanya untuk Mastodon, misalnya https://sosial.example"
              value={input?.server}
            />
            <Field name="holder" label="Pemegang akun" hint="Nama atau jabatan" value={input?.holder} required />
            <Field
              name="recovery"
              label="Kontak pemulihan"
              hint="Surel atau nomor untuk masuk kembali bila pemegangnya pergi; disimpan tersegel"
              value={input?.recovery}
              autocomplete="off"
            />
          </Form>
        </Section>
      )}
    </StaffPage>
  )
}

const nameOf = ({ platform, handle }: AccountLine): string =>
  platform === 'email' || platform === 'whatsapp' ? handle : `@${handle}`

const daysOf = ({ platform, daysWithoutPost }: AccountLine): string | number =>
  speaksToAll(platform) ? (daysWithoutPost ?? 'belum pernah') : '–'

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
