import type { JSX } from 'preact'
import QRCode from 'qrcode'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Field, Hidden } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import type { NewCodeApp } from '../code-app.ts'

/** The QR code as an address a picture can have. */
export async function drawQr(text: string): Promise<string> {
  const svg = await QRCode.toString(text, { type: 'svg', margin: 2 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

interface Props {
  action: string
  app: NewCodeApp
  /** From `drawQr`. */
  qr: string
  to?: string
  errors?: FieldErrors | undefined
}

/** Three steps on one page: get the app, give it the secret, show that it works. */
export function CodeAppForm({ action, app, qr, to = '', errors }: Props): JSX.Element {
  return (
    <>
      <ol>
        <li>Buka aplikasi kode di ponsel Anda, misalnya Google Authenticator, Aegis, atau Microsoft Authenticator.</li>
        <li>
          Pindai gambar ini, atau tulis kunci di bawahnya.
          <p>
            <img src={qr} width="220" height="220" alt="Kode QR berisi kunci yang tertulis di bawah" />
          </p>
          <p>
            Kunci: <code>{app.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
        </li>
        <li>Tulis enam angka yang kini ditampilkan aplikasi.</li>
      </ol>
      <Form action={action} errors={errors} submit="Pasang" refusedTitle="Belum terpasang">
        <Hidden name="ke" value={to} />
        <Hidden name="sealed" value={app.sealed} />
        <Field name="code" label="Kode dari aplikasi" autocomplete="one-time-code" inputMode="numeric" required />
      </Form>
    </>
  )
}
