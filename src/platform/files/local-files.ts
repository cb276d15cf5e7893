import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../id.ts'
import { Missing } from '../refusal.ts'
import type { Files } from './files.ts'

const safeName = /^[a-z0-9][a-z0-9.-]*$/

/** Files in a local folder. Written aside and renamed, so that a half-written file is never seen. */
export function localFiles(folder: string): Files {
  const place = (name: string): string => {
    if (!safeName.test(name)) throw new Missing(`file ${name}`)
    return join(folder, name)
  }
  return {
    async put(name, bytes) {
      const target = place(name)
      await mkdir(join(target, '..'), { recursive: true })
      const aside = `${target}.${newId()}`
      await writeFile(aside, bytes)
      await rename(aside, target)
    },
    async remove(name) {
      await rm(place(name), { force: true })
    },
    async get(name) {
      try {
        return await readFile(place(name))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new Missing(`file ${name}`)
        throw error
      }
    },
  }
}
