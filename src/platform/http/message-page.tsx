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

/** The session ended while somebody was writing: what was written is on this page and can be sent again. */
export function SessionEndedPage(props: { frame: Frame; action: string; fields: Map<string, string[]> }): JSX.Element {
  const { frame, action, fields } = props
  const written = [...fields].flatMap(([name, values]) => values.map((value) => [name, value] as const))
  return (
    <CitizenPage frame={frame} title="Sesi Anda sudah berakhir">
      <p>
        Tulisan Anda belum tersimpan, tetapi tidak hilang.{' '}
        <a href="/masuk" target="_blank" rel="noreferrer">
          Masuk di tab baru
        </a>
        , kembali ke halaman ini, lalu tekan Kirim ulang. Berkas perlu dipilih lagi.
      </p>
      <form method="post" action={action}>
        {written.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">Kirim ulang</button>
      </form>
    </CitizenPage>
  )
}
