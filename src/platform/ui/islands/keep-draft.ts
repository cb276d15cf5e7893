/** What this browser holds of a text that may not have reached the server. */
interface Held {
  text: string
  at: number
  version: string
}

/**
 * `<keep-draft action="/kasus/KB-1/draf" data-key data-version data-saved>` around a form with a field `text`: saves what
 * is typed on the server a moment after the last letter, and meanwhile in the browser, so that neither a dropped line
 * nor a closed page loses it. What the browser holds from before somebody acted (`version`) is let go.
 */
class KeepDraft extends HTMLElement {
  timer = 0
  failures = 0

  connectedCallback(): void {
    const { form, area } = this
    if (!form || !area) return
    this.restore(area)
    form.addEventListener('input', () => this.typed())
    window.addEventListener('online', () => this.soon(0))
    form.addEventListener('submit', () => window.clearTimeout(this.timer))
  }

  get form(): HTMLFormElement | null {
    return this.querySelector('form')
  }

  get area(): HTMLTextAreaElement | null {
    return this.querySelector<HTMLTextAreaElement>('textarea[name=text]')
  }

  restore(area: HTMLTextAreaElement): void {
    const held = this.held()
    if (!held) return
    const newer = held.at > Number(this.dataset.saved)
    if (held.version !== this.dataset.version || !newer || held.text.trim() === area.value.trim()) {
      this.letGo()
      return
    }
    if (area.value.trim() !== '' && Number(this.dataset.saved) === 0) return
    area.value = held.text
    this.say('Tulisan yang belum terkirim dipulihkan dari perangkat ini.')
    this.soon(0)
  }

  typed(): void {
    const { area } = this
    if (!area) return
    const held: Held = { text: area.value, at: Date.now(), version: this.dataset.version ?? '' }
    try {
      localStorage.setItem(this.dataset.key ?? '', JSON.stringify(held))
    } catch {
      // A browser that keeps nothing still has the server.
    }
    this.soon(2_000)
  }

  soon(after: number): void {
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.save(), after)
  }

  async save(): Promise<void> {
    const { form, area } = this
    if (!form || !area) return
    const text = area.value
    const final = form.querySelector<HTMLInputElement>('input[name=final]:checked')?.value ?? ''
    try {
      const response = await fetch(this.getAttribute('action') ?? '', {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams({ text, final }),
      })
      if (!response.ok) throw new Error(String(response.status))
      const { savedAt, others } = (await response.json()) as { savedAt: string; others: string[] }
      this.failures = 0
      if (area.value === text) this.letGo()
      const writing = others.length > 0 ? ` ${others.join(', ')} sedang menulis jawaban juga.` : ''
      this.say(text.trim() === '' ? writing.trim() : `Draf tersimpan pukul ${savedAt}.${writing}`)
    } catch {
      this.failures += 1
      this.say('Sambungan terputus. Tulisan Anda disimpan di perangkat ini dan dikirim lagi begitu tersambung.')
      this.soon(Math.min(60_000, 5_000 * this.failures))
    }
  }

  held(): Held | null {
    try {
      return JSON.parse(localStorage.getItem(this.dataset.key ?? '') ?? 'null')
    } catch {
      return null
    }
  }

  letGo(): void {
    try {
      localStorage.removeItem(this.dataset.key ?? '')
    } catch {
      // Nothing was held.
    }
  }

  say(words: string): void {
    const line = this.querySelector<HTMLElement>('[role=status]')
    if (line && line.textContent !== words) line.textContent = words
  }
}

customElements.define('keep-draft', KeepDraft)
