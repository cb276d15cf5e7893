import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { At, OnDay } from '../../platform/ui/at.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { MessageUse } from '../find-national-messages.ts'
import type { NationalMessage } from '../national-message.ts'
import { channelPaths } from '../paths.ts'

interface Props {
  frame: Frame
  message: NationalMessage
  uses: readonly (MessageUse & { agency: string })[]
}

export function NationalMessagePage({ frame, message, uses }: Props): JSX.Element {
  const { id, title, issuer, text, sourceUrl, from, until, authorName } = message
  return (
    <StaffPage
      frame={frame}
      title={title}
      actions={
        frame.may('post.write') && (
          <ButtonLink href={channelPaths.newPost.href({}, { narasi: id })} kind="main">
            Pakai dalam siaran
          </ButtonLink>
        )
      }
    >
      <Facts
        items={[
          ['Penerbit', issuer],
          ['Sumber', <a href={sourceUrl}>{sourceUrl}</a>],
          ['Mulai', <OnDay day={from} />],
          ['Sampai', until ? <OnDay day={until} /> : 'seterusnya'],
          ['Dicatat oleh', authorName],
        ]}
      />
      <Section title="Isi">
        <p class="preview-text">{text}</p>
      </Section>
      <Section title="Dipakai oleh">
        <Table
          caption="Siaran yang bersumber dari narasi ini, terbaru di atas"
          rows={uses}
          columns={[
            { head: 'Akun', cell: (u) => `@${u.handle}` },
            { head: 'Perangkat daerah', cell: (u) => u.agency },
            { head: 'Terbit', cell: (u) => <At instant={u.publishedAt} /> },
          ]}
          empty={<Empty title="Belum dipakai">Siaran yang memakainya tampil di sini setelah terbit.</Empty>}
        />
      </Section>
    </StaffPage>
  )
}
