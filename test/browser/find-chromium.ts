import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { unpackChromium } from './unpack-chromium.ts'

export interface Chromium {
  path: string
  /** Where it came from, for people to read. */
  from: string
  args: string[]
  environment: Record<string, string>
}

const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking']

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/opt/google/chrome/chrome']

/**
 * The browser of the journeys: CHROMIUM_PATH (which must work when it is set), else the system's, else the one among
 * the development packages. Throws when there is none: a journey is never skipped.
 */
export async function findChromium(environment: Record<string, string | undefined>): Promise<Chromium> {
  const { CHROMIUM_PATH: wanted, PATH: folders = '' } = environment
  if (wanted) {
    if (!runs(wanted)) throw new Error(`CHROMIUM_PATH=${wanted} does not run: correct it, or leave it unset.`)
    return { path: wanted, from: 'CHROMIUM_PATH', args, environment: {} }
  }
  const candidates = folders.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const system = [...candidates, ...elsewhere].find((path) => runs(path))
  if (system) return { path: system, from: `the system's, ${system}`, args, environment: {} }
  try {
    const unpacked = await unpackChromium()
    return { ...unpacked, from: `@sparticuz/chromium in ${unpacked.path}`, args: [...args, '--headless=shell'] }
  } catch (error) {
    throw new Error(`No browser: install Chromium, or set CHROMIUM_PATH to one (${(error as Error).message}).`)
  }
}

const runs = (path: string): boolean => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
