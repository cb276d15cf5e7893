import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildSync } from 'esbuild'

const here = import.meta.dirname

/** A file of ours for the browser. The name carries a hash of the content, so it may be kept for ever. */
export interface Asset {
  /** `/aset/app-1A2B3C4D.css` */
  href: string
  type: string
  body: string
}

export interface Assets {
  css: Asset
  icon: Asset
  /** Custom elements by file name: `islands/word-count.ts` is `word-count`. */
  islands: Readonly<Record<string, Asset>>
  /** All of them by the part after `/aset/`. */
  files: ReadonlyMap<string, Asset>
}

const kinds = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

function asset(name: string, kind: keyof typeof kinds, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 8)
  return { href: `/aset/${name}-${hash}.${kind}`, type: kinds[kind], body }
}

function bundle(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(here, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome90', 'firefox90', 'safari15'],
    logLevel: 'error',
  })
  const [built] = outputFiles
  if (!built) throw new Error(`esbuild gave nothing for ${entry}`)
  return built.text
}

function build(): Assets {
  const css = asset('app', 'css', bundle('css/app.css'))
  const icon = asset('lambang', 'svg', readFileSync(join(here, 'mark.svg'), 'utf8'))
  const names = globSync('islands/*.ts', { cwd: here }).map((file) => basename(file, '.ts'))
  const islands = Object.fromEntries(names.map((name) => [name, asset(name, 'js', bundle(`islands/${name}.ts`))]))
  const all = [css, icon, ...Object.values(islands)]
  return { css, icon, islands, files: new Map(all.map((one) => [basename(one.href), one])) }
}

let built: Assets | undefined

/** Style sheet, icon and islands: bundled at the first call, then kept in memory for the life of the process. */
export function assets(): Assets {
  built ??= build()
  return built
}
