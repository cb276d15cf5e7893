import type { CheerioAPI } from 'cheerio'
import { parseHtml } from './parse-html.ts'

/** Elements that hold no news on any page: menus, widgets, calendars, forms, the frame of the theme. */
const noise =
  '[class*="agenda" i], [id*="agenda" i], [class*="calendar" i], [class*="kalender" i], script, style, noscript, template, nav, aside, footer, form, iframe, svg, [hidden], .comments, #comments'

/** The page without its noise. A `header` inside an article stays: it holds headline and date. */
export function withoutNoise(html: string): CheerioAPI {
  const $ = parseHtml(html)
  $(noise).remove()
  $('header').not('article header, main header').remove()
  return $
}

/** Text of the article or main part, one space between words. */
export function mainText(html: string): string {
  const $ = withoutNoise(html)
  const main = $('article').length === 1 ? $('article') : $('main').length > 0 ? $('main').first() : $('body')
  main.find('*').append(' ')
  return main.text().replaceAll(/\s+/g, ' ').trim()
}
