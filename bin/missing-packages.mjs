// Prints every package of the lockfile that fits this machine and is not installed, one a line; exit 1 when there are
// any. npm leaves out optional packages (the pinned Node and PostgreSQL among them) without a word when their
// `engines` do not suit the Node that npm itself runs on. `--production` asks for no development packages.
// Runs on any Node from 18 on: it is what decides whether the right one is there.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages
const wanted = packagesOf('package-lock.json')
const installed = existsSync(join(root, 'node_modules/.package-lock.json'))
  ? packagesOf('node_modules/.package-lock.json')
  : {}
const libc = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'

const suits = (list, value) => {
  const names = [list ?? []].flat()
  if (names.includes(`!${value}`)) return false
  const positive = names.filter((name) => !name.startsWith('!'))
  return positive.length === 0 || positive.includes(value)
}
const fits = ({ os, cpu, libc: libraries }) =>
  suits(os, process.platform) && suits(cpu, process.arch) && (process.platform !== 'linux' || suits(libraries, libc))

/** Where Node would find `name` for the package at `place`: beside it, or in a folder further up. */
function resolve(place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (wanted[found]) return found
    if (folder === '') return undefined
  }
}

const needed = new Set()
function need(place) {
  const { dependencies, optionalDependencies, devDependencies } = wanted[place]
  const development = process.argv.includes('--production') ? {} : devDependencies
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...development })) {
    const found = resolve(place, name)
    if (found === undefined || needed.has(found) || !fits(wanted[found])) continue
    needed.add(found)
    need(found)
  }
}
need('')

const missing = [...needed].filter((place) => installed[place]?.version !== wanted[place].version)
for (const place of missing) console.log(`${place.replace(/^.*node_modules\//, '')} ${wanted[place].version}`)
process.exitCode = missing.length > 0 ? 1 : 0
