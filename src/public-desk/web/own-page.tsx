import type { JSX } from 'preact'
import type { CaseOfCitizen } from '../../cases/find-case-of-citizen.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At } from '../../platform/ui/at.tsx'
import { PostButton } from '../../platform/ui/button.tsx'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { FileList } from '../../platform/ui/file-list.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { Said, Talk } from '../../platform/ui/talk.tsx'
import { publicDeskPaths } from '../paths.ts'
import { Answers, CaseState } from './case-state.tsx'
import { RatingForm, ReopeningForm, WordForm } from './own-forms.tsx'

/** What was typed into a form of this page that was refused. */
export interface OwnDraft {
  form: 'word' | 'reopen' | 'rate'
  text: string
  score?: string
}

interface Props {
  frame: Frame
  found: CaseOfCitizen
  linkKey: string
  /** The whole address of this page, to be kept. */
  address: string
  agencyName: string
  late: boolean
  draft: OwnDraft | undefined
  errors: FieldErrors
}

/** A case for the citizen who sent it: whoever holds this address. */
export function OwnPage(props: Props): JSX.Element {
  const { frame, found, linkKey, address, agencyName, late, draft, errors } = props
  const at = { ticket: found.ticket, key: linkKey }
  const of = (form: OwnDraft['form']) => ({
    at,
    text: draft?.form === form ? draft.text : '',
    score: draft?.form === form ? draft.score : undefined,
    errors: draft?.form === form ? errors : {},
  })
  return (
    <CitizenPage frame={frame} title={`Laporan Anda ${found.ticket}`} head={<meta name="robots" content="noindex" />}>
      {!draft && errors[''] && (
        <Notice tone="bad" title="Belum dapat diproses">
          {errors['']}
        </Notice>
      )}
      <p class="hint">
        Simpan tautan halaman ini dan jangan dibagikan: siapa pun yang memilikinya dapat membaca dan menambah laporan
        Anda. <a href={address}>{address}</a>
      </p>
      <CaseState found={found} agencyName={agencyName} late={late} />
      <Section title="Yang Anda tulis">
        <Talk>
          {found.words.map((word) => (
            <Said
              key={word.id}
              by="Anda"
              about={
                <>
                  · <At instant={word.at} />
                </>
              }
              text={word.text}
            >
              <FileList files={filesOf(found, at, word.id)} />
            </Said>
          ))}
        </Talk>
      </Section>
      <Answers found={found} agencyName={agencyName} keep="tautan" />
      {filesOf(found, at, null).length > 0 && (
        <Section title="Berkas dari perangkat daerah">
          <FileList files={filesOf(found, at, null)} />
        </Section>
      )}
      {found.rating ? (
        <Section title="Penilaian Anda">
          <p>
            {found.rating.score} dari 5{found.rating.sentence && `: ${found.rating.sentence}`}
          </p>
        </Section>
      ) : (
        found.answers.some(({ final }) => final) && (
          <Section title="Nilai jawaban ini">
            <RatingForm {...of('rate')} />
          </Section>
        )
      )}
      {found.mayReopen ? (
        <Section title="Belum selesai?">
          <ReopeningForm {...of('reopen')} />
        </Section>
      ) : (
        <Section title="Tambah keterangan">
          <WordForm {...of('word')} />
        </Section>
      )}
      <ContactPart found={found} at={at} />
    </CitizenPage>
  )
}

const filesOf = (found: CaseOfCitizen, at: { ticket: string; key: string }, messageId: string | null) =>
  found.files
    .filter((file) =>
      messageId === null ? !found.words.some(({ id }) => id === file.messageId) : file.messageId === messageId,
    )
    .map((file) => ({ ...file, href: publicDeskPaths.file.href({ ...at, id: file.id }) }))

function ContactPart({ found, at }: { found: CaseOfCitizen; at: { ticket: string; key: string } }): JSX.Element {
  if (found.contact === 'none')
    return (
      <Section title="Kontak Anda">
        <p>Tidak ada kontak Anda yang tersimpan. Jawaban dapat dibaca di halaman ini.</p>
      </Section>
    )
  return (
    <Section title="Kontak Anda">
      <p id="kabar">
        {found.contact === 'other'
          ? 'Kontak Anda tersimpan tersegel.'
          : found.mails
            ? 'Setiap perubahan dikabarkan ke surel Anda.'
            : 'Surel Anda tersimpan tersegel; kabar tidak dikirim.'}
      </p>
      {found.contact === 'mail' && (
        <PostButton
          action={publicDeskPaths.mails.href(at)}
          fields={{ mails: found.mails ? 'tidak' : 'ya' }}
          label={found.mails ? 'Hentikan kabar lewat surel' : 'Kirim kabar lewat surel'}
        />
      )}
      <PostButton action={publicDeskPaths.contact.href(at)} label="Hapus kontak saya" kind="danger" />
    </Section>
  )
}
