import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { findChromium } from './browser/find-chromium.ts'

/** Opens the browser of the journeys and says which one it is. */
export async function openBrowser(): Promise<Browser> {
  const { path, from, args, environment } = await findChromium(process.env)
  const env = { ...(process.env as Record<string, string>), ...environment }
  const browser = await chromium.launch({ executablePath: path, args, env })
  console.log(`browser: Chromium ${browser.version()}, ${from}`)
  return browser
}

/** Somebody at a screen. Every page they come to is looked at with axe; `barriers` keeps what it found. */
export interface Person {
  page: Page
  barriers: string[]
  visit(address: string): Promise<void>
  follow(link: string | RegExp): Promise<void>
  press(button: string | RegExp): Promise<void>
  write(label: string | RegExp, text: string): Promise<void>
  choose(label: string | RegExp, option: string): Promise<void>
  /** Fails unless the page shows this text. */
  sees(text: string | RegExp): Promise<void>
  /** Looks for barriers again: after something was unfolded, or in a window of another width. */
  look(): Promise<void>
  leave(): Promise<void>
}

/** A fresh browser profile, `width` pixels wide. */
export const sitDown = (browser: Browser, baseURL: string, width = 1280): Promise<Person> =>
  open(browser, baseURL, width, true)

/** The same on a phone or in a browser that runs no script: axe cannot look, only the width is measured. */
export const sitDownWithoutScript = (browser: Browser, baseURL: string, width: number): Promise<Person> =>
  open(browser, baseURL, width, false)

async function open(browser: Browser, baseURL: string, width: number, script: boolean): Promise<Person> {
  const viewport = { width, height: width < 600 ? 740 : 900 }
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    javaScriptEnabled: script,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const barriers: string[] = []
  page.on('pageerror', (error) => barriers.push(`${page.url()} script: ${error.message}`))
  page.on('console', (said) => {
    if (said.type() === 'error' && !/status of 4\d\d/.test(said.text())) barriers.push(`${page.url()} ${said.text()}`)
  })
  const look = async (): Promise<void> => void barriers.push(...(await (script ? barriersOn(page) : widthOf(page))))
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), work()])
    await look()
  }
  return {
    page,
    barriers,
    visit: (address) => act(() => page.goto(address)),
    follow: (link) => act(() => page.getByRole('link', { name: link }).first().click()),
    press: (button) => act(() => page.getByRole('button', { name: button }).first().click()),
    write: (label, text) => page.getByLabel(label).fill(text),
    choose: async (label, option) => void (await page.getByLabel(label).selectOption({ label: option })),
    sees: (text) => page.getByText(text).first().waitFor(),
    look,
    leave: () => context.close(),
  }
}

/** Reloads until the page shows this: for what jobs do in their own time. */
export async function until({ page }: Person, wanted: string | RegExp | Locator): Promise<void> {
  const isText = typeof wanted === 'string' || wanted instanceof RegExp
  const shown = isText ? page.locator('main').getByText(wanted) : wanted
  for (let left = 40; (await shown.count()) === 0; left--) {
    if (left === 0) throw new Error(`${page.url()} never showed ${wanted}`)
    await page.waitForTimeout(500)
    await page.reload()
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[]
}

/** What axe finds on this page, one line a rule, and whether it has to be scrolled sideways. */
async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = (await page.evaluate('axe.run()')) as AxeResult
  const found = violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target }) => target.join(' ')).join(', ')
    return `${page.url()} axe ${id}: ${help} (${places}) ${nodes[0]?.failureSummary.replaceAll('\n', ' ')}`
  })
  return [...found, ...(await widthOf(page))]
}

async function widthOf(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return wide > 1 ? [`${page.url()} is ${wide} px wider than the screen`] : []
}
