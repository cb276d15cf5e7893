import type { JSX } from 'preact'
import { CitizenPage } from '../ui/citizen-page.tsx'
import type { Frame } from './route.ts'

interface Message {
  title: string
  text: string
}

/** What people read when an address cannot be answered as asked. */
export const messages = {
  missing: {
    title: 'Halaman tidak ditemukan',
    text: 'Alamat ini tidak ada, sudah dipindahkan, atau tidak dapat dilihat dengan akun Anda. Periksa kembali tautannya.',
  },
  unknownHost: {
    title: 'Situs tidak dikenal',
    text: 'Tidak ada situs dengan nama ini di sini. Bila situs ini baru didaftarkan, hubungi Diskominfostandi.',
  },
  forbidden: { title: 'Tidak berwenang', text: 'Akun Anda tidak berwenang melakukan ini.' },
  foreign: {
    title: 'Kiriman ditolak',
    text: 'Formulir ini dikirim dari situs lain. Buka halamannya di sini, lalu kirim kembali.',
  },
  tooLarge: {
    title: 'Kiriman terlalu besar',
    text: 'Isi formulir atau berkas melebihi batas. Kembali, kurangi isinya, lalu kirim lagi.',
  },
  tooMany: { title: 'Terlalu banyak kiriman', text: 'Tunggu satu menit, lalu kirim kembali.' },
  broken: {
    title: 'Terjadi gangguan',
    text: 'Permintaan Anda belum dapat diproses dan tidak ada yang berubah. Coba lagi beberapa saat lagi.',
  },
} satisfies Record<string, Message>

export function MessagePage({ frame, title, text }: Message & { frame: Frame }): JSX.Element {
  return (
    <CitizenPage frame={frame} title={title}>
      <p>{text}</p>
      <p>
        <a href="/">Ke halaman depan</a>
      </p>
    </CitizenPage>
  )
}

interface WrittenProps {
  frame: Frame
  action: string
  fields: Map<string, string[]>
}

/** More forms than a person writes came from this address: what was written is on this page and can be sent again. */
export const TooManyPage = ({ frame, action, fields }: WrittenProps): JSX.Element => (
  <CitizenPage frame={frame} title="Tunggu sebentar">
    <p>
      Dari jaringan Anda baru saja datang banyak kiriman. Tulisan Anda tidak hilang: tunggu satu menit, lalu tekan Kirim
      ulang. Berkas perlu dipilih lagi.
    </p>
    <SendAgain action={action} fields={fields} />
  </CitizenPage>
)

/** We failed in the middle of a form: nobody knows whether it was saved, and sending it again saves it once. */
export const BrokenPage = ({ frame, action, fields }: WrittenProps): JSX.Element => (
  <CitizenPage frame={frame} title="Terjadi gangguan">
    <p>
      Sistem terganggu saat menerima kiriman Anda. Tulisan Anda tidak hilang: tunggu sebentar, lalu tekan Kirim ulang.
      Yang ternyata sudah tersimpan tidak tersimpan dua kali. Berkas perlu dipilih lagi.
    </p>
    <SendAgain action={action} fields={fields} />
  </CitizenPage>
)

const SendAgain = ({ action, fields }: Omit<WrittenProps, 'frame'>): JSX.Element => (
  <form method="post" action={action}>
    {[...fields].flatMap(([name, values]) =>
      values.map((value, i) => <input key={`${name}${i}`} type="hidden" name={name} value={value} />),
    )}
    <button class="button main" type="submit">
      Kirim ulang
    </button>
  </form>
)

/** The session ended while somebody was writing: what was written is on this page and can be sent again. */
export function SessionEndedPage({ frame, action, fields }: WrittenProps): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Sesi Anda sudah berakhir">
      <p>
        Tulisan Anda belum tersimpan, tetapi tidak hilang.{' '}
        <a href="/masuk" target="_blank" rel="noreferrer">
          Masuk di tab baru
        </a>
        , kembali ke halaman ini, lalu tekan Kirim ulang. Berkas perlu dipilih lagi.
      </p>
      <SendAgain action={action} fields={fields} />
    </CitizenPage>
  )
}
