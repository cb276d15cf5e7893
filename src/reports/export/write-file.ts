import type { CityRecap } from '../recap.ts'
import type { MonthlyReport } from '../report.ts'
import { toJson } from './json.ts'
import { monthlyReportPdf } from './pdf.ts'
import { cityRecapPdf } from './recap-pdf.ts'
import { cityRecapXlsx, monthlyReportXlsx } from './xlsx.ts'

export type Format = 'pdf' | 'xlsx' | 'json'

export async function reportFile(report: MonthlyReport, format: Format): Promise<Buffer> {
  if (format === 'pdf') return monthlyReportPdf(report)
  return format === 'xlsx' ? monthlyReportXlsx(report) : Buffer.from(toJson(report))
}

export async function recapFile(recap: CityRecap, format: Format): Promise<Buffer> {
  if (format === 'pdf') return cityRecapPdf(recap)
  return format === 'xlsx' ? cityRecapXlsx(recap) : Buffer.from(toJson(recap))
}
