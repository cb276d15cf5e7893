import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Field, FileField, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { type ContributorLink, contributorName } from '../contributor-link.ts'
import type { HandedIn } from '../find-hand-ins.ts'
import { handInPaths } from '../paths.ts'
import { HandedInBefore } from './thanks-page.tsx'

export interface HandInValues {
  title: string
  body: string
  alt: string
}

interface Props {
  frame: Frame
  link: ContributorLink
  agencyName: string
  handIns: readonly HandedIn[]
  token: string
  values: HandInValues
  errors?: FieldErrors
}

/** Three things from a phone, in two minutes. */
export function HandInPage({ frame, link, agencyName, handIns, token, values, errors }: Props): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Titip bahan berita">
      <p>
        Untuk {agencyName}, dari <strong>{contributorName(link)}</strong>. Tulis apa adanya; operator akan merapikannya
        sebelum terbit.
      </p>
      <Form
        action={handInPaths.handIn.href({ token })}
        errors={errors}
        files
        submit="Kirim"
        refusedTitle="Belum terkirim"
      >
        <Field
          name="title"
          label="Judul"
          value={values.title}
          required
          hint="Satu kalimat: apa yang terjadi, untuk siapa."
        />
        <TextArea
          name="body"
          label="Isi"
          value={values.body}
          required
          rows={8}
          hint="Siapa, di mana, kapan, dan apa manfaatnya bagi warga."
        />
        <FileField
          name="picture"
          label="Foto"
          accept="image/jpeg,image/png,image/webp"
          hint="Boleh kosong. JPG, PNG, atau WebP, paling besar 5 MB. Bila isian lain perlu diperbaiki, pilih fotonya sekali lagi."
        />
        <Field
          name="alt"
          label="Apa yang terlihat di foto"
          value={values.alt}
          hint="Mohon diisi bila sempat, untuk warga yang tidak dapat melihatnya. Contoh: Kader menimbang balita di Posyandu Melati."
        />
      </Form>
      <HandedInBefore handIns={handIns} />
    </CitizenPage>
  )
}
