import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'

/**
 * Who may import whom, as drawn in docs/ARCHITECTURE.md. What is not named here is not allowed. Besides: `paths.ts` of
 * every area may be imported by all, and an area's sub-folders are its own.
 */
const map: Record<string, readonly string[]> = {
  platform: [],
  people: ['platform'],
  agencies: ['platform', 'people'],
  appointments: ['platform', 'people', 'agencies'],
  publishing: ['platform', 'agencies'],
  monitoring: ['platform', 'agencies'],
  calendar: ['platform', 'agencies'],
  cases: ['platform', 'agencies', 'calendar'],
  'public-desk': ['platform', 'agencies', 'cases'],
  channels: ['platform', 'agencies', 'cases'],
  figures: ['platform', 'agencies', 'calendar', 'cases'],
  open311: ['platform', 'agencies', 'cases'],
  reports: ['platform', 'agencies', 'appointments', 'publishing', 'monitoring', 'cases', 'figures', 'channels'],
  audit: ['platform', 'people', 'agencies'],
  home: ['platform', 'agencies', 'publishing'],
  example: [
    'platform',
    'people',
    'agencies',
    'appointments',
    'publishing',
    'monitoring',
    'calendar',
    'cases',
    'public-desk',
    'figures',
    'channels',
    'reports',
    'home',
  ],
}

/** The composition roots may import everything. */
const roots = ['.', 'cli', 'bench']

/** Names that say nothing (docs/ARCHITECTURE.md). */
const refusedNames = /(^|\/)(utils?|helpers?|common|misc|shared|services?|managers?|base|types|index)\.tsx?$/

const files = globSync('src/**/*.{ts,tsx}').map((file) => file.slice('src/'.length))
const areaOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '.')
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

function importsOf(file: string): string[] {
  const text = readFileSync(`src/${file}`, 'utf8')
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path]) => path ?? '')
  return found.map((path) => normalize(join(dirname(file), path)))
}

const edges = files
  .filter((file) => !isTest(file))
  .flatMap((from) => importsOf(from).map((to) => ({ from, to })))
  .filter(({ from, to }) => areaOf(from) !== areaOf(to) && !to.startsWith('..'))

test('every area is on the map', () => {
  const areas = new Set(files.map(areaOf).filter((area) => !roots.includes(area)))
  assert.deepEqual(
    [...areas].filter((area) => !(area in map)),
    [],
  )
  assert.ok(edges.length > 100, `only ${edges.length} imports between areas were read`)
})

test('areas import only whom the map allows', () => {
  const wrong = edges.filter(
    ({ from, to }) =>
      !roots.includes(areaOf(from)) && !to.endsWith('/paths.ts') && !map[areaOf(from)]?.includes(areaOf(to)),
  )
  assert.deepEqual(wrong, [])
})

test('the sub-folders of an area are its own', () => {
  const wrong = edges.filter(({ to }) => areaOf(to) !== 'platform' && areaOf(to) !== '.' && to.split('/').length > 2)
  const allowed = wrong.filter(({ from }) => !roots.includes(areaOf(from)) && areaOf(from) !== 'example')
  assert.deepEqual(allowed, [])
})

test('files are named by a word of the domain', () => {
  assert.deepEqual(
    files.filter((file) => refusedNames.test(file)),
    [],
  )
})

test('modules do not import each other in circles between areas', () => {
  for (const [area, allowed] of Object.entries(map))
    for (const other of allowed) assert.ok(!map[other]?.includes(area), `${area} <-> ${other}`)
})
