import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Check, Field, FileField, Hidden, Radios, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { platforms, type SocialAccount } from '../account.ts'
import { limitsInWords } from '../adapters.ts'
import { themes } from '../post.ts'
import { type PostInput, threadLimit } from '../post-text.ts'
import { PostWeight } from './post-weight.tsx'

interface Props {
  action: string
  input: PostInput
  errors?: FieldErrors | undefined
  /** How many posts the thread has room for here. */
  parts: number
  /** To choose from, for a new broadcast. */
  accounts?: readonly SocialAccount[] | undefined
  accountId?: string | undefined
  /** National messages of these days, by id. */
  messages: readonly (readonly [id: string, title: string])[]
  /** Of the one that is changed. */
  version?: number | undefined
}

/** Where a broadcast is written, one post or several. What it weighs and costs is shown as it is typed, and decided here. */
export function PostForm({ action, input, errors, parts, accounts, accountId, messages, version }: Props): JSX.Element {
  const isNew = version === undefined
  return (
    <Form action={action} errors={errors} submit="Simpan draf" files={isNew}>
      {!isNew && <Hidden name="version" value={version} />}
      <Hidden name="announcementId" value={input.announcementId ?? ''} />
      <Hidden name="contentId" value={input.contentId ?? ''} />
      {accounts && (
        <Select
          name="accountId"
          label="Akun"
          value={accountId}
          options={accounts.map(({ id, handle, platform }) => [id, `@${handle} (${platforms[platform]})`] as const)}
        />
      )}
      <PostWeight text={input.text}>
        <TextArea
          name="text"
          label={parts > 1 ? 'Isi bagian 1' : 'Isi'}
          value={input.text}
          rows={5}
          required
          hint={weightHint}
        />
      </PostWeight>
      {Array.from({ length: parts - 1 }, (_, i) => (
        <PostWeight key={i} text={input.rest?.[i] ?? ''}>
          <TextArea
            name={`text${i + 2}`}
            label={`Isi bagian ${i + 2}`}
            value={input.rest?.[i] ?? ''}
            rows={4}
            hint="Lanjutan utas. Kosongkan bila tidak dipakai."
          />
        </PostWeight>
      ))}
      {parts < threadLimit && <Button label="Simpan dan tambah bagian utas" kind="plain" name="next" value="part" />}
      {isNew && <FirstPicture input={input} />}
      <Radios name="theme" label="Tema" value={input.theme} options={Object.entries(themes)} required />
      <Field
        name="newsUrl"
        label="Alamat berita yang diumumkan"
        type="url"
        value={input.newsUrl}
        hint="Tidak wajib. Dicatat bersama siaran; tuliskan juga dalam isi bila pembaca perlu membukanya."
      />
      {messages.length > 0 && (
        <Select
          name="nationalMessageId"
          label="Bersumber dari narasi nasional"
          value={input.nationalMessageId}
          options={[['', 'Tidak'], ...messages]}
        />
      )}
      <Field
        name="scheduledFor"
        label="Jadwal kirim (WIB)"
        type="datetime-local"
        value={input.scheduledFor}
        hint="Kosongkan untuk dikirim begitu disetujui."
      />
      <Field
        name="embargoUntil"
        label="Embargo sampai (WIB)"
        type="datetime-local"
        value={input.embargoUntil}
        hint="Tidak wajib. Sebelum saat ini siaran tidak dikirim, siapa pun yang memintanya."
      />
    </Form>
  )
}

const weightHint = `Paling banyak ${limitsInWords()}; tautan dihitung 23, emoji 2 di X. Alamat tanpa https:// seperti bekasikota.go.id juga tautan. Teks dikirim persis seperti tersimpan; hanya spasi di awal dan akhir serta karakter kendali yang dihapus.`

const FirstPicture = ({ input }: { input: PostInput }): JSX.Element => (
  <>
    <FileField
      name="picture"
      label="Gambar"
      accept="image/jpeg,image/png,image/webp"
      hint="Tidak wajib, paling besar 5 MB; gambar lain ditambahkan setelah draf tersimpan. Pilih lagi bila halaman ini muncul kembali dengan galat."
    />
    <PictureWords alt={input.pictureAlt} decorative={input.decorative} />
  </>
)

/** What is on the picture for who cannot see it, or that there is nothing to tell. */
export const PictureWords = ({
  alt,
  decorative,
}: {
  alt: string | undefined
  decorative: boolean | undefined
}): JSX.Element => (
  <>
    <Field
      name="pictureAlt"
      label="Teks gambar"
      value={alt}
      hint="Apa yang terlihat, bagi pembaca yang tidak dapat melihatnya. Wajib bila ada gambar, kecuali hiasan."
    />
    <Check name="decorative" label="Gambar hanya hiasan" checked={decorative} />
  </>
)
