import { writeFile } from 'node:fs/promises'
import type { Ctx } from '../platform/ctx.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { isMonth } from '../platform/time.ts'
import { composeReport } from './compose-report.ts'
import { type Format, recapFile, reportFile } from './export/write-file.ts'
import { findRecap } from './find-recaps.ts'
import { findReport } from './find-reports.ts'

const isFormat = (text: string): text is Format => ['pdf', 'xlsx', 'json'].includes(text)

interface Asked {
  /** `YYYY-MM`. */
  month: string
  format: string
  /** A file to write; without it the bytes are answered for standard output. */
  out?: string | undefined
}

/**
 * `kentongan report AGENCY YYYY-MM [--format json|pdf|xlsx] [--out FILE]`: what the screen shows. Throws `Missing`
 * where no report was opened; answers a refusal for wrong usage.
 */
export async function runReport(ctx: Ctx, input: Asked & { agency: string }): Promise<Buffer | null | Refusal> {
  const { format, month } = input
  if (!isMonth(month)) return invalid({ month: 'Tulis bulan sebagai TTTT-BB, misalnya 2026-10.' })
  if (!isFormat(format)) return invalid({ format: 'Format yang dikenal: json, pdf, xlsx.' })
  const report = await composeReport(ctx, await findReport(ctx, input.agency, month))
  return give(await reportFile(report, format), input.out)
}

/** `kentongan recap YYYY-MM ...`: the newest forwarded edition, or the one in the making. */
export async function runRecap(ctx: Ctx, input: Asked): Promise<Buffer | null | Refusal> {
  const { format, month } = input
  if (!isMonth(month)) return invalid({ month: 'Tulis bulan sebagai TTTT-BB, misalnya 2026-10.' })
  if (!isFormat(format)) return invalid({ format: 'Format yang dikenal: json, pdf, xlsx.' })
  const { recap } = await findRecap(ctx, month)
  return recap === null ? null : give(await recapFile(recap, format), input.out)
}

/** Writes the file, or answers its bytes. */
async function give(bytes: Buffer, out: string | undefined): Promise<Buffer | null> {
  if (out === undefined) return bytes
  await writeFile(out, bytes)
  return null
}
