import { caseClasses, caseKinds, isCaseClass, isCaseKind } from '../case.ts'
import type { CaseAct } from '../find-case.ts'

/** An act of the event log as one sentence for the timeline. */
export function actWords({ action, after }: Pick<CaseAct, 'action' | 'after'>): string {
  const { kind = '', class: depth = '', reason = '' } = (after ?? {}) as Record<string, string>
  switch (action) {
    case 'case.classified': {
      const kindWords = isCaseKind(kind) ? caseKinds[kind] : kind
      const classWords = kind === 'complaint' && isCaseClass(depth) ? `, ${caseClasses[depth].toLowerCase()}` : ''
      return `Diklasifikasi sebagai ${kindWords.toLowerCase()}${classWords}`
    }
    case 'case.passed-on':
      return `Diteruskan ke perangkat daerah yang berwenang: ${reason}`
    case 'case.due-changed':
      return `Batas waktu dihitung ulang: ${reason}`
    case 'case.reopened':
      return 'Dibuka kembali karena warga menulis lagi'
    case 'case.closed':
      return reason ? `Ditutup tanpa jawaban baru: ${reason}` : 'Kasus ditutup'
    case 'reporter.opened':
      return `Identitas pelapor dibuka: ${reason}`
    default:
      return action
  }
}
