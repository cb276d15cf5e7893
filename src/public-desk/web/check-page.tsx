import type { JSX } from 'preact'
import { findPersonalData, maskPersonalData, numbersOfPeople, personalKinds } from '../../cases/personal-data.ts'
import type { Frame } from '../../platform/http/route.ts'
import { Button, OnceKey } from '../../platform/ui/button.tsx'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Hidden } from '../../platform/ui/fields.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { Said, Talk } from '../../platform/ui/talk.tsx'
import type { HeldFile } from '../held-files.ts'
import type { LikelySame } from '../likely-same.ts'
import { publicDeskPaths } from '../paths.ts'
import type { ReportInput } from '../report.ts'
import { LikelySameList, SameChoice } from './likely-same-list.tsx'

/** What of somebody's numbers stands in the text; a citizen is warned before it is sent. */
export const numbersIn = (text: string) => findPersonalData(text).filter(({ kind }) => numbersOfPeople.includes(kind))

const listed = new Intl.ListFormat('id')

interface Props {
  frame: Frame
  input: ReportInput
  held: readonly HeldFile[]
  similar: readonly LikelySame[]
}

/**
 * What a citizen should know before sending: numbers of people in the text (send it masked, change it, send it as it is),
 * and reports likely of the same matter (send one's own too, or go back).
 */
export function CheckPage({ frame, input, held, similar }: Props): JSX.Element {
  const warned = numbersIn(input.text).length > 0
  return (
    <CitizenPage frame={frame} title="Periksa laporan Anda">
      {warned && <NumbersFound text={input.text} />}
      {similar.length > 0 && (
        <Section title="Mungkin sudah ada yang melapor">
          <LikelySameList similar={similar} />
        </Section>
      )}
      <form class="form" method="post" action={publicDeskPaths.report.href()}>
        <Hidden name="text" value={input.text} />
        {(['region', 'place', 'contact', 'agencyId', 'kind'] as const).map((name) => (
          <Hidden key={name} name={name} value={input[name]} />
        ))}
        {(['anonymous', 'secret', 'mails'] as const).map(
          (name) => input[name] && <Hidden key={name} name={name} value="on" />,
        )}
        {held.map(({ token }) => (
          <Hidden key={token} name="held" value={token} />
        ))}
        {similar.length > 0 && <SameChoice similar={similar} />}
        <OnceKey />
        <p class="form-end">
          {warned ? (
            <>
              <Button label="Kirim seperti usul ini" name="pilihan" value="samarkan" />{' '}
              <Button label="Ubah dahulu" kind="plain" name="pilihan" value="ubah" />{' '}
              <Button label="Kirim apa adanya" kind="quiet" name="pilihan" value="kirim" />
            </>
          ) : (
            <>
              <Button label="Kirim laporan saya juga" name="pilihan" value="kirim" />{' '}
              <Button label="Kembali ke formulir" kind="plain" name="pilihan" value="ubah" />
            </>
          )}
        </p>
      </form>
    </CitizenPage>
  )
}

function NumbersFound({ text }: { text: string }): JSX.Element {
  const found = numbersIn(text)
  const names = [...new Set(found.map(({ kind }) => personalKinds[kind].name))]
  return (
    <>
      <p>
        Laporan belum terkirim. Tulisan Anda memuat {listed.format(names)}. Data seperti ini sebaiknya tidak ditulis
        dalam laporan: petugas tidak memerlukannya, dan untuk kontak Anda ada isian tersendiri.
      </p>
      <Talk>
        <Said by="Usul kami" about="" text={maskPersonalData(text, found)} />
      </Talk>
    </>
  )
}
