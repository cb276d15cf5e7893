import { load } from 'cheerio'

/** What a reader sees of an HTML text: paragraphs and lines kept, everything that is no text left out. */
export function htmlText(html: string): string {
  const $ = load(html)
  $('script, style, head, title, template').remove()
  $('br').replaceWith('\n')
  $('li').prepend('- ')
  $('p, div, li, tr, h1, h2, h3, h4, h5, h6, blockquote').append('\n')
  $('p, blockquote').append('\n')
  return $.root()
    .text()
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
