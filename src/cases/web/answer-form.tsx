import { type ComponentChildren, h, type JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatInstant } from '../../platform/time.ts'
import { Button } from '../../platform/ui/button.tsx'
import { FileField, Hidden, Radios, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { mayBeOwn, refusePersonalData } from '../answer-privacy.ts'
import { isPublicAtOnce } from '../case.ts'
import type { CaseInFull } from '../find-case.ts'
import type { CaseWork } from '../find-case-work.ts'
import { casePaths } from '../paths.ts'
import { type Draft, kept } from './case-forms.tsx'

interface Props {
  found: CaseInFull
  work: CaseWork
  draft?: Draft | undefined
  errors: FieldErrors | undefined
}

/** The one main form of the page: what goes to the citizen. */
export function AnswerForm({ found, work, draft, errors }: Props): JSX.Element {
  const { ticket } = found
  const waiting = found.messages.find(({ state }) => state === 'waiting')
  if (waiting && !draft)
    return (
      <Notice tone="info" title="Jawaban sedang dikirim">
        <p>Jawaban {waiting.authorName} menunggu terkirim. Formulir ini terbuka lagi setelah terkirim atau gagal.</p>
      </Notice>
    )
  const text = kept(draft, 'answer', 'text') ?? work.draft?.text ?? returnedText(found, work)
  const saved = work.savedAnswers
  const takesFiles = isPublicAtOnce(found.channel) && !work.needsApproval
  return (
    <DraftKeeper found={found} work={work}>
      {work.writers.length > 0 && (
        <Notice tone="warn">
          <p>{work.writers.join(', ')} sedang menulis jawaban untuk kasus ini.</p>
        </Notice>
      )}
      <Form
        action={(work.needsApproval ? casePaths.proposals : casePaths.answers).href({ ticket })}
        errors={errors}
        refusedTitle="Belum terkirim"
        files={takesFiles}
        submit={work.needsApproval ? 'Ajukan untuk disetujui' : 'Kirim jawaban'}
        also={<Button label="Simpan draf" kind="quiet" action={casePaths.draft.href({ ticket })} />}
      >
        <Hidden name="version" value={found.version} />
        {saved.length > 0 && (
          <div class="pick">
            <Select
              name="saved"
              label="Jawaban tersimpan"
              value=""
              options={[['', 'Pilih'], ...saved.map(({ id, title }) => [id, title] as const)]}
            />
            <Button label="Sisipkan" kind="plain" name="insert" value="ya" action={casePaths.draft.href({ ticket })} />
          </div>
        )}
        <TextArea
          name="text"
          label="Jawaban kepada warga"
          rows={6}
          required
          value={text}
          hint={
            isPublicAtOnce(found.channel)
              ? 'Tampil pada halaman tiket warga. Jangan menulis nama, nomor telepon, atau alamat siapa pun.'
              : 'Terbit sebagai balasan di kanal, paling banyak 280 huruf. Jangan meminta data pribadi di ruang publik.'
          }
        />
        {takesFiles && (
          <FileField
            name="files"
            label="Lampiran untuk warga"
            hint="Foto atau PDF, paling besar 10 MB. Pilih lagi bila formulir ini dikembalikan."
            accept="image/*,application/pdf"
          />
        )}
        {draft?.form === 'answer' && refusePersonalData(text, '') && <PrivacyChoices text={text} />}
        <Radios
          name="final"
          label="Apakah ini jawaban akhir?"
          value={kept(draft, 'answer', 'final') ?? (work.draft?.final === false ? 'belum' : 'ya')}
          options={[
            ['ya', 'Ya, perkara ini selesai dengan jawaban ini'],
            ['belum', 'Belum, ini balasan pertama atau kabar perkembangan'],
          ]}
        />
      </Form>
    </DraftKeeper>
  )
}

/** What came back to be written anew: a rejected proposal of one's own, or an answer the channel did not take. */
function returnedText(found: CaseInFull, work: CaseWork): string {
  const proposal = work.proposals.at(-1)
  if (proposal?.state === 'rejected' && proposal.byId === work.self) return proposal.text
  const last = found.messages.findLast(({ author }) => author === 'agency')
  return last?.state === 'failed' ? last.text : ''
}

const PrivacyChoices = ({ text }: { text: string }): JSX.Element => (
  <Radios
    name="privacy"
    label="Data pribadi dalam jawaban"
    value="mask"
    options={[
      ['mask', 'Samarkan, lalu kirim'],
      ...(mayBeOwn(text) ? ([['own-contact', 'Tetap kirim: ini kontak milik perangkat daerah']] as const) : []),
    ]}
  />
)

/** Keeps what is typed: on the server while the line is up, in the browser while it is down (island `keep-draft`). */
function DraftKeeper({ found, work, children }: Omit<Props, 'errors'> & { children?: ComponentChildren }): JSX.Element {
  return h(
    'keep-draft',
    {
      action: casePaths.draft.href({ ticket: found.ticket }),
      'data-key': `kentongan-draf-${work.self ?? ''}-${found.ticket}`,
      'data-version': found.version,
      'data-saved': work.draft?.savedAt.getTime() ?? 0,
    },
    children,
    <p class="hint" role="status">
      {work.draft ? `Draf Anda tersimpan ${formatInstant(work.draft.savedAt)}.` : ''}
    </p>,
  )
}
