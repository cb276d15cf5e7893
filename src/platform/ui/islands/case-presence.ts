const every = 15_000

/**
 * `<case-presence action="/kasus/KB-1/kehadiran">` around a line `[role=status]`: says every 15 s, while the page is seen,
 * that this person looks at the case, and whether they write; and that they left. Shows who else does.
 */
class CasePresence extends HTMLElement {
  wroteAt = 0

  connectedCallback(): void {
    document.addEventListener('input', (event) => {
      if (event.target instanceof HTMLTextAreaElement) this.wroteAt = Date.now()
    })
    window.addEventListener('pagehide', () => {
      navigator.sendBeacon(this.address, new URLSearchParams({ leaves: 'ya' }))
    })
    document.addEventListener('visibilitychange', () => this.tell())
    window.setInterval(() => this.tell(), every)
  }

  get address(): string {
    return this.getAttribute('action') ?? ''
  }

  async tell(): Promise<void> {
    if (document.hidden) return
    const writing = Date.now() - this.wroteAt < 2 * every ? 'ya' : ''
    try {
      const response = await fetch(this.address, { method: 'POST', body: new URLSearchParams({ writing }) })
      if (!response.ok || response.redirected) return
      const { words } = (await response.json()) as { words: string }
      const line = this.querySelector<HTMLElement>('[role=status]')
      if (line && line.textContent !== words) line.textContent = words
    } catch {
      // Said again with the next one.
    }
  }
}

customElements.define('case-presence', CasePresence)
