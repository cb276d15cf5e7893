const off = 'pintasan-mati'

/**
 * `<desk-keys data-self="person">` around the list of keys: `j` `k` go through the rows of the page's table, `o` opens, `a`
 * takes on, `r` answers, `/` searches, `?` shows the list. Never while one types in a field; may be switched off (WCAG
 * 2.1.4).
 */
class DeskKeys extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('keydown', (event) => this.pressed(event))
    this.offerSwitch()
    if (location.hash === '#jawab') this.answer()
    if (location.hash === '#cari') this.search()
  }

  offerSwitch(): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button plain'
    const name = () => {
      button.textContent = this.isOff ? 'Nyalakan pintasan' : 'Matikan pintasan'
    }
    button.addEventListener('click', () => {
      try {
        if (this.isOff) localStorage.removeItem(off)
        else localStorage.setItem(off, 'ya')
      } catch {
        // A browser that keeps nothing keeps them on.
      }
      name()
    })
    name()
    this.querySelector('.fold-in')?.append(button)
  }

  get isOff(): boolean {
    try {
      return localStorage.getItem(off) !== null
    } catch {
      return false
    }
  }

  pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || this.isOff) return
    if (isField(event.target)) return
    const act = this.acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  acts: Readonly<Record<string, () => void>> = {
    j: () => this.move(1),
    k: () => this.move(-1),
    o: () => this.present()?.click(),
    a: () => this.takeOn(),
    r: () => this.answer(),
    '/': () => this.search(),
    '?': () => this.help(),
  }

  get links(): HTMLAnchorElement[] {
    return [...document.querySelectorAll<HTMLAnchorElement>('live-list tbody th a')]
  }

  present(): HTMLAnchorElement | undefined {
    const row = document.activeElement?.closest('tr')
    return row ? this.links.find((link) => row.contains(link)) : undefined
  }

  move(by: number): void {
    const { links } = this
    const present = this.present()
    const at = present ? links.indexOf(present) + by : by > 0 ? 0 : links.length - 1
    links[Math.max(0, Math.min(at, links.length - 1))]?.focus()
  }

  async takeOn(): Promise<void> {
    const link = this.present()
    const page = link ? link.pathname : document.querySelector('keep-draft, case-presence') && location.pathname
    const personId = this.dataset.self
    if (!page || !personId) {
      this.say('Pilih dahulu kasusnya dengan j atau k.')
      return
    }
    const body = new URLSearchParams({ personId, note: '' })
    try {
      const response = await fetch(`${page}/penugasan`, { method: 'POST', body, redirect: 'manual' })
      const taken = response.type === 'opaqueredirect'
      this.say(taken ? 'Kasus ditugaskan kepada Anda.' : 'Kasus ini tidak dapat ditugaskan kepada Anda.')
      if (taken && !link) location.reload()
      if (taken) document.querySelector('live-list')?.dispatchEvent(new Event('renew'))
    } catch {
      this.say('Sambungan terputus. Belum ditugaskan; coba lagi.')
    }
  }

  answer(): void {
    const link = this.present()
    if (link) location.assign(`${link.href}#jawab`)
    else document.querySelector<HTMLElement>('keep-draft textarea[name=text]')?.focus()
  }

  search(): void {
    const field = document.querySelector<HTMLInputElement>('input[name=cari]')
    if (!field) location.assign('/kasus#cari')
    field?.focus()
    field?.select()
  }

  help(): void {
    const fold = this.querySelector('details')
    if (!fold) return
    fold.open = !fold.open
    if (fold.open) fold.querySelector('summary')?.focus()
  }

  say(words: string): void {
    const line = this.querySelector<HTMLElement>(':scope > [role=status]')
    if (line) line.textContent = words
  }
}

/** Where a key writes or chooses. A check box does neither. */
function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox'
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

customElements.define('desk-keys', DeskKeys)
