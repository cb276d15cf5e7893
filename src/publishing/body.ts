import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

/**
 * Version of the rules by which source became HTML. Raise it whenever `render` or `allowed` changes: rows with an
 * older one can then be found and made again.
 */
export const rulesVersion = 1

/** Written HTML is shown as text; pictures come from the media store only. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable('image')

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'h2', 'h3', 'h4', 'strong', 'em', 's', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'hr'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
}

/** Heading levels follow from the page, not from the writer: the highest one used becomes `h2`, under the title. */
function render(source: string): string {
  const tokens = markdown.parse(source, {})
  const levels = tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => Number(tag.slice(1)))
  const shift = 2 - Math.min(...levels)
  for (const token of tokens)
    if (token.type.startsWith('heading_')) token.tag = `h${Math.min(4, Number(token.tag.slice(1)) + shift)}`
  return markdown.renderer.render(tokens, markdown.options, {})
}

/** Clean HTML of a body in light Markdown; '' when nothing is left to read. */
export function bodyHtml(source: string): string {
  const html = sanitizeHtml(render(source), allowed).trim()
  return textOf(html) === '' ? '' : html
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }

/** The words of clean HTML, in one line. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#39|[a-z]+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()

const summaryLength = 200

/** The beginning of a body, for lists and feeds, where nobody wrote a summary; cut between words. */
export function summaryOf(html: string): string {
  const text = textOf(html)
  if (text.length <= summaryLength) return text
  const cut = text.slice(0, summaryLength + 1)
  const whole = cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : summaryLength)
  return `${whole.replace(/[.,;:]+$/, '')}…`
}
