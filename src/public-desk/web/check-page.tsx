import type { JSX } from 'preact'
import { findPersonalData, maskPersonalData, numbersOfPeople, personalKinds } from '../../cases/personal-data.ts'
import type { Frame } from '../../platform/http/route.ts'
import { Button, OnceKey } from '../../platform/ui/button.tsx'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Hidden } from '../../platform/ui/fields.tsx'
import { Said, Talk } from '../../platform/ui/talk.tsx'
import type { HeldFile } from '../held-files.ts'
import { publicDeskPaths } from '../paths.ts'
import type { ReportInput } from '../report.ts'

/** What of somebody's numbers stands in the text; a citizen is warned before it is sent. */
export const numbersIn = (text: string) => findPersonalData(text).filter(({ kind }) => numbersOfPeople.includes(kind))

interface Props {
  frame: Frame
  input: ReportInput
  held: readonly HeldFile[]
}

/** "There is a NIK in your text": send it masked, change it, or send it as it is. */
export function CheckPage({ frame, input, held }: Props): JSX.Element {
  const found = numbersIn(input.text)
  const names = [...new Set(found.map(({ kind }) => personalKinds[kind].name))]
  const masked = maskPersonalData(input.text, found)
  return (
    <CitizenPage frame={frame} title="Periksa laporan Anda">
      <p>
        Tulisan Anda memuat {names.join(', ')}. Data seperti ini sebaiknya tidak ditulis dalam laporan: petugas tidak
        memerlukannya, dan kontak Anda sudah ada isiannya sendiri. Laporan belum terkirim.
      </p>
      <Talk>
        <Said by="Usul kami" about="" text={masked} />
      </Talk>
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
        <OnceKey />
        <p class="form-end">
          <Button label="Kirim seperti usul ini" name="pilihan" value="samarkan" />{' '}
          <Button label="Ubah dahulu" kind="plain" name="pilihan" value="ubah" />{' '}
          <Button label="Kirim apa adanya" kind="quiet" name="pilihan" value="kirim" />
        </p>
      </form>
    </CitizenPage>
  )
}
