import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { dayInWib, formatNumber } from '../../platform/time.ts'
import { OnDay } from '../../platform/ui/at.tsx'
import { Radios, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { mayBeOwn, refusePersonalData } from '../answer-privacy.ts'
import type { Case } from '../case.ts'
import type { TopicInFull } from '../find-topics.ts'
import { casePaths } from '../paths.ts'
import { StateBadge } from './state-badge.tsx'

interface Props {
  frame: Frame
  topic: TopicInFull
  names: ReadonlyMap<string, string>
  /** Those the person may answer now. */
  answerable: readonly Case[]
  input?: { text: string; final: string; chosen: readonly string[] }
  errors?: FieldErrors
}

/** All cases of one matter, and one text for many of them: each citizen is answered in their own case. */
export function TopicPage({ frame, topic, names, answerable, input, errors }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title={topic.name}>
      <p>
        {formatNumber(topic.people)} warga dalam {formatNumber(topic.all)} kasus di seluruh kota.
      </p>
      <Table
        caption="Kasus dalam topik ini, yang terbaru di atas"
        rows={topic.cases}
        columns={[
          { head: 'Perihal', cell: ({ ticket, subject }) => <a href={casePaths.case.href({ ticket })}>{subject}</a> },
          { head: 'Keadaan', cell: ({ state }) => <StateBadge state={state} /> },
          { head: 'Tempat', cell: ({ place }) => place ?? '–' },
          { head: 'Perangkat daerah', cell: ({ agencyId }) => names.get(agencyId) ?? agencyId },
          { head: 'Diterima', cell: ({ receivedAt }) => <OnDay day={dayInWib(receivedAt)} /> },
        ]}
      />
      {answerable.length > 0 && (
        <Section title="Jawab beberapa sekaligus">
          <Form
            action={casePaths.topicAnswers.href({ id: topic.id })}
            errors={errors}
            submit="Jawab yang dipilih"
            refusedTitle="Belum terkirim"
          >
            <TextArea
              name="text"
              label="Jawaban kepada tiap warga"
              hint="{tiket} dan {perangkat-daerah} diisi untuk tiap kasus."
              rows={5}
              required
              value={input?.text}
            />
            {input && refusePersonalData(input.text, '') && (
              <Radios
                name="privacy"
                label="Data pribadi dalam jawaban"
                value="mask"
                options={[
                  ['mask', 'Samarkan, lalu kirim'],
                  ...(mayBeOwn(input.text) ? ([['own-contact', 'Tetap kirim: kontak perangkat daerah']] as const) : []),
                ]}
              />
            )}
            <Radios
              name="final"
              label="Apakah ini jawaban akhir?"
              value={input?.final ?? 'belum'}
              options={[
                ['ya', 'Ya, perkara ini selesai dengan jawaban ini'],
                ['belum', 'Belum, ini kabar perkembangan'],
              ]}
            />
            <fieldset class="field">
              <legend>Kasus yang dijawab</legend>
              {answerable.map(({ ticket, version, subject }) => {
                const value = `${ticket}:${version}`
                const checked = input ? input.chosen.includes(value) : true
                return (
                  <div class="choice" key={ticket}>
                    <input type="checkbox" id={`kasus-${ticket}`} name="case" value={value} checked={checked} />
                    <label for={`kasus-${ticket}`}>
                      {ticket}: {subject}
                    </label>
                  </div>
                )
              })}
            </fieldset>
          </Form>
        </Section>
      )}
    </StaffPage>
  )
}
