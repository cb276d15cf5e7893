/** `<my-place>` around a text field: offers to fill in where the reader is now. Nothing is asked before the press. */
class MyPlace extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input')
    if (!field || !('geolocation' in navigator) || this.querySelector('button')) return
    const line = document.createElement('p')
    line.className = 'hint'
    line.setAttribute('role', 'status')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button plain'
    button.textContent = 'Pakai posisi saya sekarang'
    button.addEventListener('click', () => {
      line.textContent = 'Mencari posisi …'
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          const position = `${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`
          field.value = field.value.trim() ? `${field.value.trim()} ${position}` : position
          line.textContent = 'Posisi sudah diisikan.'
        },
        () => {
          line.textContent = 'Posisi tidak dapat diketahui. Tulis nama jalan atau patokannya.'
        },
        { enableHighAccuracy: true, timeout: 15_000 },
      )
    })
    this.append(button, line)
  }
}

customElements.define('my-place', MyPlace)
