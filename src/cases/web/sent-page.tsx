import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Facts } from '../../platform/ui/facts.tsx'
import { Field } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { channelName } from '../case.ts'
import type { CaseInFull, CaseMessage } from '../find-case.ts'
import { casePaths } from '../paths.ts'

interface Props {
  frame: Frame
  found: CaseInFull
  answer: CaseMessage
  input: { link: string; at: string }
  errors?: FieldErrors
}

/** An answer that is given on the platform by hand: where it went, and when. */
export function SentPage({ frame, found, answer, input, errors }: Props): JSX.Element {
  const asked = found.messages.findLast(({ author, url }) => author === 'citizen' && url !== null)
  return (
    <StaffPage frame={frame} title="Jawaban sudah dikirim">
      <p>
        Kentongan tidak mengirim ke {channelName(found.channel)}. Salin jawaban ini, kirim sendiri di sana, lalu tempel
        tautannya di sini: saat itu batas waktu berhenti.
      </p>
      <Facts
        items={[
          [
            'Kasus',
            <a key="c" href={casePaths.case.href({ ticket: found.ticket })}>
              {found.subject}
            </a>,
          ],
          [
            'Kiriman warga',
            asked?.url ? (
              <a key="u" href={asked.url}>
                {asked.url}
              </a>
            ) : null,
          ],
          ['Jawaban', answer.text],
        ]}
      />
      <Form
        action={casePaths.sent.href({ ticket: found.ticket, answer: answer.id })}
        errors={errors}
        submit="Catat sudah dikirim"
      >
        <Field name="link" label="Tautan jawaban Anda" required value={input.link} />
        <Field name="at" label="Dikirim (WIB)" type="datetime-local" required value={input.at} />
      </Form>
    </StaffPage>
  )
}
