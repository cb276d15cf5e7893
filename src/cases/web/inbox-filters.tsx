import type { JSX } from 'preact'
import { Field, GroupedSelect, Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { caseClasses, caseKinds, channelNames } from '../case.ts'
import { dues, filterNames, type InboxFilter, listStates } from '../inbox-filter.ts'
import { casePaths } from '../paths.ts'

type Options = readonly (readonly [value: string, name: string])[]

/** What can be chosen from, id and name. */
export interface FilterChoices {
  /** None or one: nothing to choose. */
  agencies: Options
  people: Options
  labels: Options
  topics: Options
  regions: readonly { label: string; options: Options }[]
}

const every = ['', 'Semua'] as const

/** In sight what is asked most; the rest is folded, and open where it narrows the list. */
export function InboxFilters({ filter, choices }: { filter: InboxFilter; choices: FilterChoices }): JSX.Element {
  const { agencies, people, labels, topics, regions } = choices
  const { waiting, ...others } = listStates
  const states =
    filter.text === '' ? [['', waiting] as const] : [['', 'Semua keadaan'] as const, ['waiting', waiting] as const]
  const rest = [filter.kind, filter.class, filter.channel, filter.label, filter.topic, filter.region]
  const used = rest.filter((value) => value !== '').length
  return (
    <Filters
      action={casePaths.inbox.href()}
      more={{
        title: 'Saringan lain',
        holds: used > 0 ? `${used} dipakai` : 'jenis, kelas, kanal, label, topik, wilayah',
        open: used > 0,
        fields: (
          <>
            <Select
              name={filterNames.kind}
              label="Jenis"
              value={filter.kind}
              options={[every, ...Object.entries(caseKinds)]}
            />
            <Select
              name={filterNames.class}
              label="Kelas"
              value={filter.class}
              options={[every, ...Object.entries(caseClasses)]}
            />
            <Select
              name={filterNames.channel}
              label="Kanal"
              value={filter.channel}
              options={[every, ...Object.entries(channelNames)]}
            />
            {labels.length > 0 && (
              <Select name={filterNames.label} label="Label" value={filter.label} options={[every, ...labels]} />
            )}
            {topics.length > 0 && (
              <Select name={filterNames.topic} label="Topik" value={filter.topic} options={[every, ...topics]} />
            )}
            {regions.length > 0 && (
              <GroupedSelect
                name={filterNames.region}
                label="Kecamatan atau kelurahan"
                value={filter.region}
                none="Semua"
                groups={regions}
              />
            )}
          </>
        ),
      }}
    >
      <Field name={filterNames.text} label="Cari kata, tiket, @akun" type="search" value={filter.text} />
      <Select
        name={filterNames.state}
        label="Keadaan"
        value={filter.state}
        options={[...states, ...Object.entries(others)]}
      />
      <Select name={filterNames.due} label="Tenggat" value={filter.due} options={[every, ...Object.entries(dues)]} />
      <Select
        name={filterNames.assignee}
        label="Petugas"
        value={filter.assignee}
        options={[every, ['saya', 'Saya'], ['belum', 'Belum ditugaskan'], ...people]}
      />
      {agencies.length > 1 && (
        <Select
          name={filterNames.agencyId}
          label="Perangkat daerah"
          value={filter.agencyId}
          options={[every, ...agencies]}
        />
      )}
    </Filters>
  )
}
