import type { JSX } from 'preact'
import type { CaseInFull } from '../../cases/find-case.ts'
import { casePaths } from '../../cases/paths.ts'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At } from '../../platform/ui/at.tsx'
import { Check, Field, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Said, Talk } from '../../platform/ui/talk.tsx'
import type { Publication } from '../find-publications.ts'
import { publicDeskPaths } from '../paths.ts'
import type { PublicTexts } from '../publication.ts'

interface Props {
  frame: Frame
  found: CaseInFull
  publications: readonly Publication[]
  /** Why this case is not shown at all. */
  hindrance: string | undefined
  texts: PublicTexts
  /** What the machine took out of the suggestion. */
  removed: readonly string[]
  reason: string
  errors: FieldErrors
}

/** Where an officer confirms what everybody will read of a case. */
export function PublicationPage(props: Props): JSX.Element {
  const { frame, found, publications, hindrance, errors, reason } = props
  const shown = publications.find(({ withdrawnAt }) => withdrawnAt === null)
  return (
    <StaffPage frame={frame} title="Umumkan jawaban">
      <p>
        <a href={casePaths.case.href({ ticket: found.ticket })}>
          {found.ticket}: {found.subject}
        </a>
      </p>
      {shown ? (
        <Section title="Yang tampil untuk umum">
          <Shown publication={shown} />
          <Form
            action={publicDeskPaths.publicationEnd.href({ ticket: found.ticket })}
            errors={errors}
            submit="Tarik dari daftar"
            kind="danger"
            refusedTitle="Belum ditarik"
          >
            <Field name="reason" label="Alasan penarikan" required value={reason} />
          </Form>
        </Section>
      ) : hindrance ? (
        <Notice tone="info" title="Laporan ini tidak diumumkan">
          {hindrance}
        </Notice>
      ) : (
        <PublishForm {...props} />
      )}
      <Former publications={publications.filter(({ withdrawnAt }) => withdrawnAt !== null)} />
    </StaffPage>
  )
}

function PublishForm({ found, texts, removed, errors }: Props): JSX.Element {
  return (
    <Form
      action={publicDeskPaths.publication.href({ ticket: found.ticket })}
      errors={errors}
      submit="Umumkan"
      refusedTitle="Belum diumumkan"
    >
      <p>
        Kedua teks di bawah tampil untuk semua orang persis seperti Anda tulis. Hapus nama, nomor, dan alamat orang.
        Tempat kejadian ditampilkan paling teliti sampai kelurahan.
      </p>
      {removed.length > 0 && <p class="hint">Sudah dihapus dari usul ini: {removed.join('; ')}.</p>}
      <TextArea name="question" label="Pertanyaan warga" rows={8} required value={texts.question} />
      <TextArea name="answer" label="Jawaban" rows={8} required value={texts.answer} />
      <Check name="sure" label="Saya sudah memeriksa kedua teks: tidak ada nama, nomor, atau alamat orang" required />
    </Form>
  )
}

const Shown = ({ publication }: { publication: Publication }): JSX.Element => (
  <>
    <Talk>
      <Said by="Warga" about="" text={publication.question} />
      <Said by="Jawaban" about="" text={publication.answer} ours />
    </Talk>
    <p class="hint">
      Diumumkan oleh {publication.publishedBy}, <At instant={publication.publishedAt} />.{' '}
      <a href={publicDeskPaths.publishedOne.href({ id: publication.id })}>Lihat halamannya</a>
    </p>
  </>
)

function Former({ publications }: { publications: readonly Publication[] }): JSX.Element | null {
  if (publications.length === 0) return null
  return (
    <Section title="Yang pernah ditarik">
      <ul>
        {publications.map(({ id, withdrawnAt, withdrawnBy, withdrawnReason }) => (
          <li key={id}>
            {withdrawnAt && <At instant={withdrawnAt} />} oleh {withdrawnBy}: {withdrawnReason}
          </li>
        ))}
      </ul>
    </Section>
  )
}
