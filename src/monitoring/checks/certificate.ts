import { formatDate } from '../../platform/time.ts'
import type { Finding } from '../evidence.ts'
import { isPage } from '../fetching/outcome.ts'
import type { Check } from './check.ts'

const DAY = 86_400_000

/** Whether the connection is encrypted and its certificate still good for a while. */
export const certificate: Check = {
  name: 'sertifikat',
  look({ home, at }) {
    if (!isPage(home)) return {}
    const finding = (code: string, severity: Finding['severity'], text: string) => ({
      findings: [{ code, severity, text, url: home.url }],
    })
    if (home.url.startsWith('http:'))
      return finding('no-https', 'warning', 'Situs dibuka tanpa sambungan terenkripsi (https).')
    if (!home.certificate) return {}
    const days = (home.certificate.validTo.getTime() - at.getTime()) / DAY
    const until = `Sertifikat berlaku sampai ${formatDate(home.certificate.validTo)}.`
    return days < 14 ? finding('certificate-ends', 'warning', until) : {}
  },
}
