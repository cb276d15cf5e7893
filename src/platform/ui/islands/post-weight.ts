import twitterText from 'twitter-text'

/**
 * `<post-weight limit="280" post="15000" link="200000">` around a text area and a line `.weight`: says, while one
 * types, how much of a post the text fills and what it costs (prices in millionths of a dollar). The server counts
 * again when the form is sent; its count is the one that holds. With `letters` every sign counts
 * one and a link 23; without prices nothing costs.
 */
class PostWeight extends HTMLElement {
  connectedCallback(): void {
    const area = this.querySelector('textarea')
    const line = this.querySelector<HTMLElement>('.weight')
    if (!area || !line) return
    const count = () => this.show(area.value.trim(), line)
    area.addEventListener('input', count)
    count()
  }

  show(text: string, line: HTMLElement): void {
    const limit = this.number('limit')
    const length = this.hasAttribute('letters')
      ? [...text.replace(/https?:\/\/\S+/g, 'x'.repeat(23))].length
      : twitterText.parseTweet(text).weightedLength
    const links = twitterText.extractUrls(text, { extractUrlsWithoutProtocol: true }).length
    const price = (this.number(links > 0 ? 'link' : 'post') / 1e6).toFixed(3).replace('.', ',')
    const costs = this.hasAttribute('post') ? `sekitar ${price} dolar` : ''
    const said = [`${length} dari ${limit}`, links > 0 ? `${links} tautan` : '', costs]
    line.textContent = text === '' ? '' : said.filter((words) => words !== '').join(' · ')
    line.classList.toggle('over', length > limit)
  }

  number(name: string): number {
    return Number(this.getAttribute(name) ?? 0)
  }
}

customElements.define('post-weight', PostWeight)
