import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileNamed, inTheHouse } from './installation.ts'
import { readOptions, unlessRefused } from './options.ts'
import { print, Refused, type Verb, WrongUsage } from './verb.ts'

export const verb: Verb = {
  help: `import cases FILE.csv [--map FILE.json] [--agency ID] [--system NAME]

  Imports cases of another complaint system (an SP4N-LAPOR! export) and tells what became of each row. A number that
  was imported before is known: twice is the same as once. What is over there is closed here, neither answered nor solved.
  --map      names columns that are called otherwise: {"isi": "Uraian Aduan"}; fields are nomor, judul, isi, jenis,
             instansi, tanggal, status, lokasi, nama, kontak, tautan. The columns of the real export are not known to us.
  --agency   takes rows whose agency is empty or unknown; without it they are refused
  --system   where they come from; default SP4N-LAPOR!`,
  async run([what, ...args]) {
    if (what !== 'cases') throw new WrongUsage('Say "import cases FILE.csv".')
    const option = { type: 'string' } as const
    const { values, positionals } = readOptions(args, { map: option, agency: option, system: option })
    const [path, ...more] = positionals
    const file = fileNamed(path)
    if (file === undefined || more.length > 0) throw new WrongUsage('Give one file: import cases laporan.csv.')
    const { columnMapOf } = await import('../cases/import-cases.ts')
    const map = columnMapOf(readJson(fileNamed(values.map)))
    if ('problem' in map) throw new Refused(String(map.problem))
    const upload = { filename: basename(file), bytes: readFileSync(file) }
    const given = { file: upload, map, agencyId: values.agency ?? '', system: values.system ?? '' }
    const { outcomes } = await inTheHouse((ctx) => importAll(ctx, given))
    for (const { line, why } of outcomes) if (why) print(`line ${line}: ${why}`)
    const count = (...acts: string[]): number => outcomes.filter(({ act }) => acts.includes(act)).length
    print(
      `taken ${count('taken', 'taken-over')}, changed ${count('closed')}, unchanged ${count('unchanged')}, refused ${count('refused')}`,
    )
    return 0
  },
}

function readJson(file: string | undefined): unknown {
  if (file === undefined) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Refused(`--map: ${error instanceof Error ? error.message : error}`)
  }
}

type Cases = typeof import('../cases/import-cases.ts')

async function importAll(
  ctx: Parameters<Cases['previewCases']>[0],
  given: Parameters<Cases['previewCases']>[1],
): Promise<Awaited<ReturnType<Cases['findCaseImport']>>> {
  const { confirmImport, findCaseImport, previewCases, workOffImport } = await import('../cases/import-cases.ts')
  const { id } = unlessRefused(await previewCases(ctx, given))
  unlessRefused(await confirmImport(ctx, { id }))
  await workOffImport(ctx, id)
  return findCaseImport(ctx, id)
}
