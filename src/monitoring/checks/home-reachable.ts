import type { Finding } from '../evidence.ts'
import { isPage } from '../fetching/outcome.ts'
import { sameSite } from '../reading/find-feed.ts'
import type { Check } from './check.ts'

/** What the home page itself tells: whether it is a page at all, of reasonable size, on https. */
export const homeReachable: Check = {
  name: 'beranda',
  look({ home, address }) {
    if (!isPage(home)) return {}
    const findings: Finding[] = []
    const add = (code: string, severity: Finding['severity'], text: string) =>
      findings.push({ code, severity, text, url: home.url })
    if (sameSite(home.url, address).length === 0)
      add('elsewhere', 'warning', 'Alamat ini mengalihkan pengunjung ke situs lain, yang tidak dinilai.')
    if (home.truncated) add('too-large', 'warning', 'Beranda lebih besar dari 2 MB; hanya bagian awal yang dibaca.')
    if (!/html/i.test(home.headers['content-type'] ?? '')) add('not-html', 'warning', 'Beranda bukan halaman HTML.')
    if (home.ms > 5000) add('slow', 'info', `Beranda baru terbuka setelah ${Math.round(home.ms / 1000)} detik.`)
    return { findings }
  },
}
