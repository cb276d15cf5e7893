import type { JSX } from 'preact'
import { figurePaths } from '../../figures/paths.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { ButtonLink, PostButton } from '../../platform/ui/button.tsx'
import { Field, Hidden } from '../../platform/ui/fields.tsx'
import { Fold } from '../../platform/ui/fold.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { KeyHelp } from '../../platform/ui/key-help.tsx'
import { LiveList } from '../../platform/ui/live-list.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { NextPage } from '../../platform/ui/pager.tsx'
import { PickList } from '../../platform/ui/pick-list.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Tags } from '../../platform/ui/tags.tsx'
import type { CaseList } from '../find-cases.ts'
import { filterQuery, type InboxFilter, isNarrowed } from '../inbox-filter.ts'
import { casePaths } from '../paths.ts'
import type { SavedFilter } from '../saved-filters.ts'
import type { Reading } from '../search-cases.ts'
import { type FilterChoices, InboxFilters } from './inbox-filters.tsx'
import { InboxTable } from './inbox-table.tsx'

export interface InboxProps {
  frame: Frame
  list: CaseList
  filter: InboxFilter
  choices: FilterChoices
  saved: readonly SavedFilter[]
  /** Where this page of the list begins, or ''. */
  cursor: string
  /** Id of the person who looks; null where they may not take a case on. */
  self: string | null
  /** Why the filter was not saved, and what name it was given. */
  refused?: { errors: FieldErrors; name: string }
}

const keys = [
  ['j', 'ke bawah'],
  ['k', 'ke atas'],
  ['o', 'buka kasus'],
  ['a', 'tugaskan kepada saya'],
  ['r', 'jawab'],
  ['/', 'cari'],
  ['?', 'daftar pintasan ini'],
] as const

export function InboxPage(props: InboxProps): JSX.Element {
  const { frame, list, filter, choices, saved, cursor, self } = props
  const query = filterQuery(filter)
  const table = (
    <LiveList source={casePaths.inboxRows.href({}, { ...query, mulai: cursor })}>
      <InboxTable list={list} filter={filter} agencies={choices.agencies} pick={self !== null} />
    </LiveList>
  )
  return (
    <StaffPage
      frame={frame}
      title="Kasus"
      islands={['live-list', 'desk-keys']}
      actions={
        <>
          {frame.may('case.work') && <ButtonLink href={casePaths.tasks.href()}>Tugas saya</ButtonLink>}
          {frame.may('case.open') && <ButtonLink href={casePaths.entry.href()}>Catat kasus</ButtonLink>}
          <ButtonLink href={casePaths.late.href()}>Terlambat</ButtonLink>
          <ButtonLink href={figurePaths.figures.href()}>Angka</ButtonLink>
        </>
      }
    >
      <InboxFilters filter={filter} choices={choices} />
      {saved.length > 0 && (
        <nav aria-label="Saringan tersimpan">
          <Tags>
            {saved.map(({ id, name, query }) => (
              <a key={id} href={`${casePaths.inbox.href()}?${query}`}>
                {name}
              </a>
            ))}
          </Tags>
        </nav>
      )}
      {list.read && <ReadingNotice reading={list.read} />}
      {self !== null && list.items.length > 0 ? (
        <PickList action={casePaths.bulk.href()} submit="Lanjutkan dengan yang dipilih">
          {table}
        </PickList>
      ) : (
        table
      )}
      <NextPage href={list.next && casePaths.inbox.href({}, { ...query, mulai: list.next })} />
      <FilterKeeping {...props} />
      <KeyHelp keys={keys} self={self ?? undefined} />
    </StaffPage>
  )
}

function ReadingNotice({ reading }: { reading: Reading }): JSX.Element | null {
  const { corrected, handleRefused } = reading
  if (handleRefused)
    return (
      <Notice tone="info">
        <p>Nama akun warga hanya dapat dicari oleh petugas yang boleh membuka identitas pelapor.</p>
      </Notice>
    )
  if (corrected.length === 0) return null
  return (
    <Notice tone="info">
      {corrected.map(({ word, by }) => (
        <p key={word}>
          Tidak ada yang memuat “{word}”. Dicari: {by.map((one) => `“${one}”`).join(' atau ')}.
        </p>
      ))}
    </Notice>
  )
}

/** Under the list: it is wanted when the list has shown itself useful. */
function FilterKeeping({ filter, saved, refused }: InboxProps): JSX.Element | null {
  const narrowed = isNarrowed(filter)
  if (!narrowed && saved.length === 0) return null
  return (
    <Fold title="Saringan tersimpan" holds={saved.map(({ name }) => name).join(', ')} open={refused !== undefined}>
      {narrowed && (
        <Form action={casePaths.savedFilters.href()} errors={refused?.errors} submit="Simpan saringan ini" kind="plain">
          <Hidden name="query" value={new URLSearchParams(filterQuery(filter)).toString()} />
          <Field
            name="name"
            label="Nama saringan"
            hint="Hanya Anda yang melihatnya. Alamat halaman ini dapat dibagikan kepada rekan."
            value={refused?.name}
          />
        </Form>
      )}
      {saved.map(({ id, name }) => (
        <PostButton key={id} action={casePaths.savedFilterRemoval.href({ id })} label={`Hapus “${name}”`} />
      ))}
    </Fold>
  )
}
