import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Field } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { peoplePaths } from '../paths.ts'
import { passwordHint } from './password-page.tsx'

interface Props {
  frame: Frame
  errors?: FieldErrors
}

const NewPassword = (): JSX.Element => (
  <Field
    name="password"
    label="Kata sandi baru"
    type="password"
    autocomplete="new-password"
    hint={passwordHint}
    required
  />
)

export function InvitationPage({ frame, token, email, errors }: Props & { token: string; email: string }): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Selamat datang di Kentongan">
      <p>Tulis alamat surel yang menerima undangan ini, lalu buat kata sandi Anda.</p>
      <Form
        action={peoplePaths.invitation.href({ token })}
        errors={errors}
        submit="Buat kata sandi dan masuk"
        refusedTitle="Belum dapat masuk"
      >
        <Field name="email" label="Alamat surel dinas" type="email" value={email} autocomplete="username" required />
        <NewPassword />
      </Form>
    </CitizenPage>
  )
}

export function ForgottenPage({ frame, email, errors }: Props & { email: string }): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Lupa kata sandi">
      <p>Kami mengirim tautan untuk membuat kata sandi baru ke alamat surel Anda.</p>
      <Form action={peoplePaths.forgotten.href()} errors={errors} submit="Kirim tautan" refusedTitle="Belum terkirim">
        <Field name="email" label="Alamat surel dinas" type="email" value={email} autocomplete="username" required />
      </Form>
      <p>
        Tidak dapat membuka surel? Hubungi Diskominfostandi. <a href={peoplePaths.signIn.href()}>Kembali ke Masuk</a>
      </p>
    </CitizenPage>
  )
}

export function ResetPage({ frame, token, errors }: Props & { token: string }): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Buat kata sandi baru">
      <p>Semua perangkat akan keluar. Faktor kedua Anda, bila ada, tetap berlaku.</p>
      <Form action={peoplePaths.reset.href({ token })} errors={errors} submit="Simpan kata sandi baru">
        <NewPassword />
      </Form>
    </CitizenPage>
  )
}

/** A link that is worth nothing, and what to do. */
export function DeadLinkPage({ frame, words }: { frame: Frame; words: string }): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Tautan tidak berlaku">
      <Notice tone="warn">{words}</Notice>
      <p>
        <a href={peoplePaths.signIn.href()}>Masuk</a> atau <a href={peoplePaths.forgotten.href()}>Lupa kata sandi</a>
      </p>
    </CitizenPage>
  )
}

/** An invitation opened in a browser in which somebody is signed in. */
export function SignedInAlreadyPage({ frame }: { frame: Frame }): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Anda sudah masuk">
      <Notice tone="info">
        Anda sedang masuk sebagai {frame.person}. Undangan hanya untuk orang yang namanya tertulis di surelnya. Bila itu
        Anda, keluar dahulu, lalu buka tautannya lagi.
      </Notice>
      <p>
        <a href="/beranda">Ke beranda</a>
      </p>
    </CitizenPage>
  )
}
