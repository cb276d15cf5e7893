// Runs in its own thread: typesetting is synchronous and would hold up every request (docs/decisions).
// Node strips the types of this file by itself, so it imports nothing of ours that needs a transform.

import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const here = dirname(fileURLToPath(import.meta.url))
const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/source-serif-4/package.json')))
const weights = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']
const compiler = NodeCompiler.create({
  workspace: here,
  fontArgs: [{ fontPaths: weights.map((weight) => `${fonts}/${weight}`) }],
})

interface Task {
  template: string
  data: string
  /** Seconds since 1970: the date inside the file, so that the same report gives the same bytes. */
  at: number
}

function typeset({ template, data, at }: Task): Buffer {
  const source = { mainFilePath: `${here}/${template}`, inputs: { data } }
  try {
    return compiler.pdf(source, { pdfStandard: 'ua-1', creationTimestamp: at })
  } catch (error) {
    // PDF/UA refuses a sign our typeface lacks (an emoji in a headline). Better a tagged file that does not claim
    // the standard than none.
    if (!reasonOf(error).includes('could not be displayed')) throw error
    return compiler.pdf(source, { creationTimestamp: at })
  } finally {
    compiler.evictCache(10)
  }
}

/** The compiler puts its diagnostics into `code`. */
const reasonOf = (error: unknown): string => (error instanceof Error ? `${Reflect.get(error, 'code')}` : String(error))

parentPort?.on('message', (task: Task) => {
  try {
    parentPort?.postMessage({ pdf: typeset(task) })
  } catch (error) {
    parentPort?.postMessage({ error: reasonOf(error) })
  }
})
