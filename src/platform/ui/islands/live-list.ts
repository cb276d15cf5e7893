const every = 15_000

/**
 * `<live-list source="/kasus/daftar?…">` around a table and a line `[role=status]`: asks every 15 s, while it is seen, for
 * the table as it is now and puts it in the place of what is there, row by row. What has the focus or is picked stays so.
 */
class LiveList extends HTMLElement {
  etag = ''
  timer = 0
  isLost = false

  connectedCallback(): void {
    document.addEventListener('visibilitychange', () => this.soon(document.hidden ? every : 0))
    window.addEventListener('online', () => this.soon(0))
    this.addEventListener('renew', () => this.soon(0))
    this.soon(every)
  }

  soon(after: number): void {
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.renew(), after)
  }

  async renew(): Promise<void> {
    if (!document.hidden) await this.ask()
    this.soon(every)
  }

  async ask(): Promise<void> {
    try {
      const source = this.getAttribute('source') ?? ''
      const headers = this.etag === '' ? {} : { 'if-none-match': this.etag }
      const response = await fetch(source, { cache: 'no-store', headers })
      if (response.redirected || response.status === 401) {
        this.say('Sesi Anda sudah berakhir. Muat ulang halaman ini untuk masuk lagi.')
        return
      }
      if (response.status !== 304 && !response.ok) throw new Error(String(response.status))
      if (this.isLost) this.say('Tersambung lagi.')
      this.isLost = false
      if (response.status === 304) return
      this.etag = response.headers.get('etag') ?? ''
      this.show(new DOMParser().parseFromString(await response.text(), 'text/html'))
    } catch {
      this.isLost = true
      this.say('Sambungan terputus. Daftar ini mungkin bukan yang terbaru; akan dicoba lagi dengan sendirinya.')
    }
  }

  show(fresh: Document): void {
    const kept = this.querySelector('tbody')
    const told = fresh.querySelector('tbody')
    // From a list to none or back the whole page looks different: left to the reader.
    if (!kept || !told) return
    const before = new Map([...kept.rows].map((row) => [keyOf(row), row]))
    const active = document.activeElement
    const at = [...kept.rows].findIndex((row) => row.contains(active))
    const focused = at === -1 ? null : keyOf(kept.rows[at])
    const rows = [...told.rows].map((row) => merged(before.get(keyOf(row)), row))
    const come = rows.filter((row) => !before.has(keyOf(row))).length
    kept.replaceChildren(...rows)
    if (focused !== null && !kept.contains(document.activeElement)) this.focusAgain(kept, focused, at)
    if (come > 0) this.say(`${come} kasus baru.`)
  }

  focusAgain(body: HTMLTableSectionElement, key: string, at: number): void {
    const row = [...body.rows].find((one) => keyOf(one) === key) ?? body.rows[Math.min(at, body.rows.length - 1)]
    row?.querySelector<HTMLElement>('th a')?.focus({ preventScroll: true })
  }

  say(words: string): void {
    const line = this.querySelector<HTMLElement>('[role=status]')
    if (line && line.textContent !== words) line.textContent = words
  }
}

const keyOf = (row: HTMLTableRowElement | undefined): string =>
  row?.querySelector('th a')?.getAttribute('href') ?? row?.textContent ?? ''

/** The row that is there where nothing in it changed; else the new one, picked as the old one was. */
function merged(before: HTMLTableRowElement | undefined, row: HTMLTableRowElement): HTMLTableRowElement {
  if (!before) return row
  const box = before.querySelector<HTMLInputElement>('input[type=checkbox]')
  const fresh = row.querySelector<HTMLInputElement>('input[type=checkbox]')
  if (before.innerHTML === row.innerHTML) return before
  if (box && fresh) fresh.checked = box.checked
  return row
}

customElements.define('live-list', LiveList)
