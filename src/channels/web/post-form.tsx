import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Field, FileField, Hidden, Radios, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import type { SocialAccount } from '../account.ts'
import { type Post, type PostInput, themes } from '../post.ts'
import { postLength, postLimit } from '../post-length.ts'

interface Props {
  action: string
  input: PostInput
  errors?: FieldErrors | undefined
  /** To choose from, for a new post. */
  accounts?: readonly SocialAccount[] | undefined
  accountId?: string | undefined
  /** The one that is changed. */
  post?: Post | undefined
}

/** Where a broadcast is written. The weight is counted here as X counts it, at each save. */
export function PostForm({ action, input, errors, accounts, accountId, post }: Props): JSX.Element {
  return (
    <Form action={action} errors={errors} submit="Simpan draf" files>
      {post && <Hidden name="version" value={post.version} />}
      {accounts && (
        <Select
          name="accountId"
          label="Akun"
          value={accountId}
          options={accounts.map(({ id, handle }) => [id, `@${handle}`] as const)}
        />
      )}
      <TextArea name="text" label="Isi" value={input.text} rows={5} required hint={lengthHint(input.text)} />
      <Radios name="theme" label="Tema" value={input.theme} options={Object.entries(themes)} required />
      <FileField
        name="picture"
        label={post?.picture ? 'Ganti gambar' : 'Gambar'}
        accept="image/jpeg,image/png,image/webp"
        hint="Tidak wajib. Paling besar 5 MB. Pilih lagi bila halaman ini muncul kembali dengan galat."
      />
      <Field
        name="pictureAlt"
        label="Keterangan gambar"
        value={input.pictureAlt}
        hint="Wajib bila ada gambar: apa yang terlihat, bagi pembaca yang tidak dapat melihatnya."
      />
    </Form>
  )
}

function lengthHint(text: string): string {
  if (text === '') return `Paling banyak ${postLimit} huruf; tautan dihitung 23, emoji 2.`
  const { weight, links } = postLength(text.slice(0, 5000))
  const cost = links.length > 0 ? ' Ada tautan: X menagih sekitar 0,20 dolar untuk siaran ini.' : ''
  return `${weight} dari ${postLimit} terpakai; tautan dihitung 23, emoji 2.${cost}`
}
