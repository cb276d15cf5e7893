import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

/**
 * `<pass-key question="/address" act="add">` around a form that is hidden without script: asks the server for a
 * question, has the authenticator answer it, puts the answer into the form's field `answer` and sends the form.
 */
class PassKey extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form || !browserSupportsWebAuthn()) return
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.answer(form).then(
        () => form.submit(),
        (error: unknown) =>
          this.say(error instanceof Asked ? error.message : 'Kunci sandi tidak jadi dipakai. Coba lagi.'),
      )
    })
  }

  async answer(form: HTMLFormElement): Promise<void> {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    const response = await fetch(this.getAttribute('question') ?? '', { method: 'POST', body })
    if (!response.ok) throw new Asked((await response.text()) || 'Belum dapat diproses. Muat ulang halaman ini.')
    const optionsJSON = await response.json()
    const add = this.getAttribute('act') === 'add'
    const answer = add ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON })
    const field = form.elements.namedItem('answer')
    if (field instanceof HTMLInputElement) field.value = JSON.stringify(answer)
  }

  say(words: string): void {
    const line = this.querySelector<HTMLElement>('[role=alert]')
    if (!line) return
    line.textContent = words
    line.hidden = false
  }
}

/** The server refused the question, in words for the person. */
class Asked extends Error {}

customElements.define('pass-key', PassKey)
