import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { FakeState } from './fake-state.ts'

/** Keeps the state in a JSON file, replaced whole, so that a killed process leaves a file that can be read. */
export function keeper(path: string | undefined): { load: () => FakeState | null; save: (state: FakeState) => void } {
  if (path === undefined) return { load: () => null, save: () => {} }
  return {
    load: () => (existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as FakeState) : null),
    save: (state) => {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(`${path}.new`, JSON.stringify(state))
      renameSync(`${path}.new`, path)
    },
  }
}
