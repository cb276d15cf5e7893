// Preload (`node --import ./bin/from-source.mjs FILE`): runs the project from its sources, without a build step.
// Node itself strips the types of .ts files; those with JSX (.tsx) are transformed in one esbuild call when the first
// of them is asked for. Node keeps what it compiled for the next process.

import { globSync } from 'node:fs'
import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
enableCompileCache(join(root, 'node_modules/.cache/node'))
let compiled

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return next(url, context)
    compiled ??= compile(globSync('{src,test}/**/*.tsx', { cwd: root }))
    const source = compiled.get(fileURLToPath(url))
    return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true }
  },
})

/** A file that is not well written is said and left out: it stops only what imports it. */
function compile(entryPoints) {
  const { buildSync } = createRequire(import.meta.url)('esbuild')
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
