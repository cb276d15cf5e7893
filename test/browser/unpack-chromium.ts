import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from '../../src/platform/db/embedded/server.ts'

const root = join(import.meta.dirname, '../..')

/** Unpacks the browser of the development packages once per version, into a folder that later runs find. */
export async function unpackChromium(): Promise<{ path: string; environment: Record<string, string> }> {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'))
  const folder = join(tmpdir(), `kentongan-chromium-${version}-${process.getuid?.() ?? 0}`)
  const path = join(folder, 'chromium')
  const fonts = join(folder, 'fonts.conf')
  const environment = { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: fonts }
  await alone(`${folder}.lock`, () => {
    if (!existsSync(join(folder, 'complete'))) unpackInto(folder)
    writeFileSync(fonts, fontConfig(folder))
  })
  execFileSync(path, ['--version'], { env: { ...process.env, ...environment }, stdio: 'pipe' })
  return { path, environment }
}

/**
 * In a process of its own, because the package unpacks into the folder for temporary files and brings its own
 * libraries only where it believes to be in a Lambda.
 */
function unpackInto(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`
  execFileSync(process.execPath, ['--eval', script], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', HOME: folder, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    stdio: 'pipe',
  })
  mkdirSync(join(folder, 'complete'))
}

/** The package's own names folders of a Lambda; without a single font the browser dies at the first form field. */
const fontConfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`

/** One process at a time: the lock is a file that names its holder; that of a dead one is void. */
async function alone(lock: string, work: () => void): Promise<void> {
  while (!takes(lock)) await pause(100)
  try {
    work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function takes(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true })
    return false
  }
}
