import type { Browser } from 'playwright-core'
import { examplePassword } from '../../src/example/people.ts'
import { type AppProcess, dataFolder, freePort, startApp } from '../app-process.ts'
import { openBrowser, type Person, sitDown } from '../browser.ts'

/** The example city as `npm start` serves it, and a browser at which its people sit down. */
export interface CityHall {
  app: AppProcess
  browser: Browser
  /** The stand-in for X, and the site of an agency elsewhere. */
  xUrl: string
  siteUrl: string
  /** Signs in, at a screen of this width. */
  signIn(email: string, width?: number): Promise<Person>
  citizen(width?: number): Promise<Person>
  /** Like `bin/kentongan`, beside the running app; answers its standard output. */
  barriers(): string[]
  close(): Promise<void>
}

export async function openCityHall(): Promise<CityHall> {
  const data = dataFolder('journey')
  const port = await freePort()
  const environment = { PORT: String(port), DATA_DIR: data.path }
  const app = await startApp('cli/start.ts', [], environment)
  const browser = await openBrowser()
  const people: Person[] = []
  const citizen = async (width?: number): Promise<Person> => {
    const person = await sitDown(browser, app.url, width)
    people.push(person)
    return person
  }
  return {
    app,
    browser,
    xUrl: `http://127.0.0.1:${port + 1}`,
    siteUrl: `http://127.0.0.1:${port + 2}`,
    citizen,
    async signIn(email, width) {
      const person = await citizen(width)
      await person.visit('/masuk')
      await person.write('Alamat surel dinas', email)
      await person.write('Kata sandi', examplePassword)
      await person.press('Masuk')
      return person
    },
    barriers: () => people.flatMap((person) => person.barriers),
    close: () => closeAll(browser, app, data.remove),
  }
}

async function closeAll(browser: Browser, app: AppProcess, removeData: () => void): Promise<void> {
  await browser.close()
  if (app.process.exitCode !== null) console.error(`The app ended by itself:\n${app.output()}`)
  await app.stop()
  removeData()
}
