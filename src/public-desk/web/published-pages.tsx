import type { JSX } from 'preact'
import { caseKinds } from '../../cases/case.ts'
import { themes } from '../../cases/case-theme.ts'
import type { Frame } from '../../platform/http/route.ts'
import { formatDate } from '../../platform/time.ts'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, GroupedSelect, Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { NextPage } from '../../platform/ui/pager.tsx'
import { Said, Talk } from '../../platform/ui/talk.tsx'
import type { Published, PublishedQuery } from '../find-published.ts'
import { publicDeskPaths } from '../paths.ts'
import type { ReportChoices } from './report-form.tsx'

type Names = ReadonlyMap<string, string>

interface ListProps {
  frame: Frame
  items: readonly Published[]
  next: string | null
  query: PublishedQuery
  choices: ReportChoices
  names: Names
}

/** What others asked, and what the city answered. */
export function PublishedPage({ frame, items, next, query, choices, names }: ListProps): JSX.Element {
  const asked = { q: query.words, perangkat: query.agencyId, tema: query.theme, tempat: query.region }
  const href = publicDeskPaths.published.href
  return (
    <CitizenPage frame={frame} title="Laporan yang sudah dijawab">
      <p>Pertanyaan dan pengaduan warga beserta jawabannya. Nama, nomor, dan alamat orang sudah dihapus.</p>
      <Filters action={href()} submit="Cari">
        <Field name="q" type="search" label="Cari kata" value={query.words} />
        <Select
          name="perangkat"
          label="Perangkat daerah"
          value={query.agencyId}
          options={[['', 'Semua'], ...choices.agencies]}
        />
        <Select name="tema" label="Tema" value={query.theme} options={[['', 'Semua'], ...Object.entries(themes)]} />
        <GroupedSelect
          name="tempat"
          label="Kelurahan"
          none="Seluruh kota"
          groups={choices.regions}
          value={query.region}
        />
      </Filters>
      {items.length === 0 ? (
        <Empty title="Belum ada laporan yang cocok">
          Coba kata lain, atau <a href={publicDeskPaths.report.href()}>sampaikan laporan Anda</a>.
        </Empty>
      ) : (
        items.map((item) => <Item key={item.id} item={item} names={names} short />)
      )}
      <NextPage href={next && href({}, { ...asked, mulai: next })} />
    </CitizenPage>
  )
}

export const PublishedOnePage = (props: { frame: Frame; item: Published; names: Names }): JSX.Element => (
  <CitizenPage frame={props.frame} title="Laporan dan jawabannya">
    <Item item={props.item} names={props.names} />
    <p>
      <a href={publicDeskPaths.published.href()}>Laporan lain yang sudah dijawab</a>
    </p>
  </CitizenPage>
)

function Item({ item, names, short }: { item: Published; names: Names; short?: boolean }): JSX.Element {
  const place = names.get(item.subdistrictId ?? item.districtId ?? '')
  const agency = names.get(item.agencyId) ?? item.agencyId
  const about = [caseKinds[item.kind], place].filter(Boolean).join(' · ')
  return (
    <article class="section">
      <Talk>
        <Said by="Warga" about={`· ${about}`} text={short ? begun(item.question) : item.question} />
        <Said
          by={agency}
          about={`· ${formatDate(item.answeredAt)}`}
          text={short ? begun(item.answer) : item.answer}
          ours
        />
      </Talk>
      {short && (
        <p>
          <a href={publicDeskPaths.publishedOne.href({ id: item.id })}>
            {isCut(item) ? 'Baca seluruhnya' : 'Buka laporan ini'}
            <span class="unseen">: {begun(item.question, 60)}</span>
          </a>
        </p>
      )}
    </article>
  )
}

const isCut = ({ question, answer }: Published): boolean => [question, answer].some((text) => begun(text) !== text)

/** The first words of a text. */
function begun(text: string, most = 280): string {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most).join('').trimEnd()}…`
}
