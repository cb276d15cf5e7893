import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { At } from '../../platform/ui/at.tsx'
import { Badge, type Tone } from '../../platform/ui/badge.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { ContentState } from '../content.ts'
import type { ContributorLink } from '../contributor-link.ts'
import type { HandedIn } from '../find-hand-ins.ts'
import { handInPaths } from '../paths.ts'

interface Props {
  frame: Frame
  link: ContributorLink
  agencyName: string
  handIns: readonly HandedIn[]
  token: string
}

export function ThanksPage({ frame, link, agencyName, handIns, token }: Props): JSX.Element {
  const [latest] = handIns
  return (
    <CitizenPage frame={frame} title={`Terima kasih, ${link.name}`}>
      {latest && (
        <Notice tone="good" title="Bahan sudah diterima">
          {latest.title}
        </Notice>
      )}
      <p>
        Operator {agencyName} menyunting bahan ini, lalu pejabat yang berwenang menyetujuinya. Setelah itu barulah
        terbit. Anda tidak perlu menunggu; perkembangannya dapat dilihat di halaman ini.
      </p>
      <p>
        <ButtonLink href={handInPaths.handIn.href({ token })} kind="main">
          Titip bahan lain
        </ButtonLink>
      </p>
      <HandedInBefore handIns={handIns} />
    </CitizenPage>
  )
}

const states: Readonly<Record<ContentState, readonly [Tone, string]>> = {
  draft: ['quiet', 'Diterima operator'],
  'in-review': ['info', 'Menunggu persetujuan'],
  published: ['good', 'Terbit'],
  removed: ['bad', 'Tidak dipakai'],
}

/** What this person handed in, and what became of it. */
export function HandedInBefore({ handIns }: { handIns: readonly HandedIn[] }): JSX.Element | null {
  if (handIns.length === 0) return null
  return (
    <Section title="Titipan Anda">
      <Table
        caption="Yang terakhir lebih dulu"
        columns={[
          { head: 'Judul', cell: ({ title }) => title },
          { head: 'Dikirim', cell: ({ at }) => <At instant={at} /> },
          { head: 'Keadaan', cell: (one) => <Outcome {...one} /> },
        ]}
        rows={handIns}
      />
    </Section>
  )
}

function Outcome({ state, firstPublishedAt }: HandedIn): JSX.Element {
  // A change of a published item is a draft again; to who handed it in, it has appeared.
  const [tone, words] = states[firstPublishedAt !== null && state !== 'removed' ? 'published' : state]
  return <Badge tone={tone}>{words}</Badge>
}
