/** What a citizen is told by mail. */
export type Change = 'opened' | 'passed-on' | 'asked' | 'replied' | 'answered' | 'closing-soon' | 'closed' | 'reopened'

interface Happened {
  action: string
  after: Record<string, unknown>
}

/**
 * The one thing worth a mail among what happened to a case at one instant, the most telling first: an answer that also
 * closes the case is an answer. Null: nothing a citizen must be told.
 */
export function changeAmong(events: readonly Happened[]): Change | null {
  const has = (action: string, and: (after: Happened['after']) => boolean = () => true): boolean =>
    events.some((event) => event.action === action && and(event.after))
  if (has('case.triaged', ({ outcome }) => outcome === 'hold')) return 'asked'
  if (has('case.answer-published', ({ final }) => final === true)) return 'answered'
  if (has('case.answer-published')) return 'replied'
  if (has('case.closed')) return 'closed'
  if (has('case.passed-on')) return 'passed-on'
  if (has('case.reopened')) return 'reopened'
  return has('case.opened') ? 'opened' : null
}

const told: Readonly<Record<Change, { subject: string; words: string }>> = {
  opened: { subject: 'diterima', words: 'Laporan Anda sudah kami terima dan mendapat nomor tiket.' },
  'passed-on': {
    subject: 'diteruskan',
    words: 'Laporan Anda diteruskan ke perangkat daerah yang berwenang. Batas waktunya bagi Anda tidak berubah.',
  },
  asked: {
    subject: 'menunggu keterangan Anda',
    words: 'Petugas menanyakan sesuatu agar laporan Anda dapat ditangani. Jawablah di halaman laporan Anda.',
  },
  replied: { subject: 'dibalas', words: 'Ada balasan untuk laporan Anda. Penanganannya masih berjalan.' },
  answered: {
    subject: 'dijawab',
    words: 'Laporan Anda sudah dijawab. Anda dapat menilai jawabannya, atau membuka kembali bila belum selesai.',
  },
  'closing-soon': {
    subject: 'segera ditutup',
    words:
      'Laporan Anda sudah dijawab dan segera ditutup. Bila belum selesai, bukalah kembali di halaman laporan Anda.',
  },
  closed: { subject: 'ditutup', words: 'Laporan Anda ditutup. Keterangannya ada di halaman laporan Anda.' },
  reopened: { subject: 'dibuka kembali', words: 'Laporan Anda ditangani lagi, dengan batas waktu yang baru.' },
}

/** Tells that something changed and where to read it; never what was reported or answered. */
export function mailOf(change: Change, ticket: string, link: string): { subject: string; body: string } {
  const { subject, words } = told[change]
  return {
    subject: `Laporan ${ticket} ${subject}`,
    body: [
      words,
      '',
      'Buka halaman laporan Anda (jangan bagikan tautan ini):',
      link,
      '',
      'Tidak ingin menerima kabar lagi? Hentikan di bagian "Kontak Anda":',
      `${link}#kabar`,
      '',
      'Pemerintah Kota Bekasi',
    ].join('\n'),
  }
}
