import type { JSX } from 'preact'
import { isRole, roleNames } from '../../agencies/role.ts'
import { deviceName } from '../../people/device.ts'
import { peoplePaths } from '../../people/paths.ts'
import type { Frame } from '../../platform/http/route.ts'
import { formatDay } from '../../platform/time.ts'
import { At } from '../../platform/ui/at.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { OwnData, Tally } from '../find-own-data.ts'
import { auditPaths } from '../paths.ts'

const when = (instant: Date | null): JSX.Element | null => instant && <At instant={instant} />

/** What is held about me, and why. */
export function OwnDataPage({ frame, data }: { frame: Frame; data: OwnData }): JSX.Element {
  const { person, signIn } = data
  return (
    <StaffPage
      frame={frame}
      title="Data saya"
      actions={<ButtonLink href={auditPaths.ownDataExport.href()}>Unduh semuanya (JSON)</ButtonLink>}
    >
      <p>
        Inilah semua yang disimpan Kentongan tentang Anda. Jabatan dan jejak perubahan adalah arsip pemerintahan dan
        tetap disimpan setelah Anda tidak lagi menjabat. Cara masuk dan sesi Anda atur sendiri di{' '}
        <a href={peoplePaths.account.href()}>Akun saya</a>.
      </p>
      <Facts
        items={[
          ['Nama', person.name],
          ['Alamat surel', person.email],
          ['Terdaftar', when(person.addedAt)],
          ['Terakhir masuk', when(person.signedInAt)],
          ['Kata sandi dibuat', when(signIn.passwordSetAt)],
          ['Aplikasi kode', signIn.codeApp ? 'ada' : 'tidak ada'],
          ['Kode pemulihan tersisa', signIn.codesLeft],
        ]}
      />
      <Section title="Jabatan">
        <Table
          caption="Masa jabatan, yang terbaru di atas"
          rows={data.appointments}
          columns={[
            { head: 'Peran', cell: ({ role }) => (isRole(role) ? roleNames[role] : role) },
            { head: 'Perangkat daerah', cell: ({ agencyId }) => agencyId ?? 'seluruh kota' },
            { head: 'Mulai', cell: ({ from }) => formatDay(from) },
            { head: 'Sampai sebelum', cell: ({ to }) => (to === null ? '–' : formatDay(to)) },
            { head: 'Dasar', cell: ({ decree }) => decree ?? '–' },
          ]}
          empty={<Empty title="Tidak ada jabatan">Belum ada jabatan yang dicatat atas nama Anda.</Empty>}
        />
      </Section>
      <SignInSection data={data} />
      <Section title="Surat kepada Anda">
        <Table
          caption="Surel dari Kentongan, yang terbaru di atas"
          rows={data.mails}
          columns={[
            { head: 'Perihal', cell: ({ subject }) => subject },
            { head: 'Ditulis', cell: ({ writtenAt }) => <At instant={writtenAt} /> },
          ]}
          empty={<Empty title="Tidak ada surat">Kentongan belum menulis kepada Anda.</Empty>}
        />
      </Section>
      <Section title="Jejak">
        <Tallies caption="Yang Anda lakukan" rows={data.doneByMe} />
        <Tallies caption="Yang tercatat tentang akun Anda" rows={data.doneToMyAccount} />
      </Section>
    </StaffPage>
  )
}

function SignInSection({ data }: { data: OwnData }): JSX.Element {
  return (
    <Section title="Kunci sandi dan sesi">
      <Table
        caption="Kunci sandi"
        rows={data.passkeys}
        columns={[{ head: 'Nama', cell: ({ name }) => name }]}
        empty={<Empty title="Tidak ada kunci sandi">Anda masuk dengan cara lain.</Empty>}
      />
      <Table
        caption="Sesi yang terbuka"
        rows={data.sessions}
        columns={[
          { head: 'Perangkat', cell: ({ device }) => deviceName(device) },
          { head: 'Dibuka', cell: ({ openedAt }) => <At instant={openedAt} /> },
          { head: 'Terakhir dipakai', cell: ({ seenAt }) => <At instant={seenAt} /> },
        ]}
      />
    </Section>
  )
}

function Tallies({ caption, rows }: { caption: string; rows: readonly Tally[] }): JSX.Element {
  return (
    <Table
      caption={caption}
      rows={rows}
      columns={[
        { head: 'Tindakan', cell: ({ action }) => action },
        { head: 'Jumlah', cell: ({ count }) => count, numeric: true },
        { head: 'Pertama', cell: ({ first }) => <At instant={first} /> },
        { head: 'Terakhir', cell: ({ last }) => <At instant={last} /> },
      ]}
      empty={<Empty title="Belum ada">Tidak ada yang tercatat.</Empty>}
    />
  )
}
