import { caseClasses, caseKinds, isCaseClass, isCaseKind } from './case.ts'
import { isOutcome, outcomes } from './closing.ts'
import type { CaseAct } from './find-case.ts'
import { isTriageOutcome, triageOutcomes } from './triage.ts'

type Told = Readonly<Record<string, string>>

const withReason = (words: string, reason = ''): string => (reason ? `${words}: ${reason}` : words)

/** What became of a case, as one sentence for the timeline. */
const words: Readonly<Record<string, (told: Told) => string>> = {
  'case.classified': ({ kind = '', class: depth = '' }) => {
    const kindWords = isCaseKind(kind) ? caseKinds[kind] : kind
    const classWords = kind === 'complaint' && isCaseClass(depth) ? `, ${caseClasses[depth].toLowerCase()}` : ''
    return `Diklasifikasi sebagai ${kindWords.toLowerCase()}${classWords}`
  },
  'case.passed-on': ({ reason }) => withReason('Diteruskan ke perangkat daerah yang berwenang', reason),
  'case.due-changed': ({ reason }) => withReason('Batas waktu dihitung ulang', reason),
  'case.reopened': ({ reason }) =>
    reason ? withReason('Dibuka kembali', reason) : 'Dibuka kembali karena warga menulis lagi',
  'case.closed': closedWords,
  'case.triaged': ({ outcome = '', reason }) =>
    withReason(`Diverifikasi: ${isTriageOutcome(outcome) ? triageOutcomes[outcome].toLowerCase() : outcome}`, reason),
  'case.paused': ({ pause }) => withReason('Hitungan waktu dijeda', pause),
  'case.resumed': () => 'Hitungan waktu berjalan lagi',
  'case.assigned': ({ name = '', note }) => withReason(`Ditugaskan kepada ${name}`, note),
  'case.unassigned': ({ note }) => withReason('Penugasan dilepas', note),
  'case.labelled': ({ label = '' }) => `Label “${label}” dipasang`,
  'case.unlabelled': ({ label = '' }) => `Label “${label}” dilepas`,
  'case.topic-set': ({ topic = '' }) => `Dikelompokkan dalam topik “${topic}”`,
  'case.same-told': ({ ticket = '' }) => `Warga menyatakan perkaranya sama dengan ${ticket}`,
  'case.topic-left': ({ topic = '' }) => `Dikeluarkan dari topik “${topic}”`,
  'case.merged': ({ ticket = '' }) => `Digabung ke ${ticket}`,
  'case.unmerged': ({ ticket = '' }) => `Dipisahkan lagi dari ${ticket}`,
  'case.took-in': ({ ticket = '' }) => `${ticket} digabung ke sini`,
  'case.gave-back': ({ ticket = '' }) => `${ticket} dipisahkan lagi dari sini`,
  'case.split': ({ ticket = '' }) => `Satu pesan menjadi kasus sendiri: ${ticket}`,
  'case.split-off': ({ ticket = '' }) => `Dipisahkan dari ${ticket}`,
  'case.answer-proposed': () => 'Jawaban diajukan untuk disetujui',
  'case.answer-approved': () => 'Jawaban disetujui',
  'case.answer-rejected': ({ reason }) => withReason('Jawaban dikembalikan', reason),
  'case.rated': ({ score = '' }) => `Warga menilai jawaban: ${score} dari 5`,
  'case.published': () => 'Pertanyaan dan jawaban diumumkan',
  'case.unpublished': ({ reason }) => withReason('Pengumuman ditarik', reason),
  'reporter.withdrawn': () => 'Warga menghapus kontaknya',
  'reporter.opened': ({ reason }) => withReason('Identitas pelapor dibuka', reason),
}

/** Acts the timeline tells; what is not here is shown as what it is (messages, notes, follow-ups) or not at all. */
export const toldActs: readonly string[] = Object.keys(words)

export const actWords = ({ action, after }: Pick<CaseAct, 'action' | 'after'>): string =>
  words[action]?.((after ?? {}) as Told) ?? action

function closedWords({ outcome = '', reason }: Told): string {
  if (!isOutcome(outcome)) return reason ? `Ditutup tanpa jawaban baru: ${reason}` : 'Kasus ditutup'
  return withReason(`Ditutup: ${outcomes[outcome].name.toLowerCase()}`, reason)
}
