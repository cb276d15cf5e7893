// Preload (`node --import ./bin/from-source.mjs FILE`): runs the project from its sources, without a build step.
// All .ts and .tsx files are transformed in one esbuild call, in memory; Node's own type stripping does not know JSX.

import { globSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const sources = globSync('{src,test}/**/*.{ts,tsx}', { cwd: root, exclude: (name) => name.endsWith('.d.ts') })
const compiled = compile(sources)

registerHooks({
  load(url, context, next) {
    const source = url.startsWith('file:') ? compiled.get(fileURLToPath(url)) : undefined
    return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true }
  },
})

/** A file that is not well written is said and left out: it stops only what imports it. */
function compile(entryPoints) {
  try {
    const { outputFiles } = buildSync({
      absWorkingDir: root,
      entryPoints,
      outdir: '.',
      outbase: '.',
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: 'inline',
      sourcesContent: false,
      logLevel: 'error',
    })
    return new Map(entryPoints.map((file, i) => [join(root, file), outputFiles[i].text]))
  } catch (error) {
    const broken = new Set((error.errors ?? []).map(({ location }) => location?.file))
    const rest = entryPoints.filter((file) => !broken.has(file))
    if (rest.length === entryPoints.length) throw error
    return compile(rest)
  }
}
