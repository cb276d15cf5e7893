/**
 * A CSV that Indonesian Excel opens by double click: UTF-8 with BOM, semicolons (the list separator where the decimal
 * sign is a comma), CRLF. No cell begins a formula: those that would get an apostrophe first, which `readCsv` takes off.
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(writeCell).join(';')}\r\n`).join('')}`
}

/** One cell. Numbers are ours and stay numbers; a text of digits with a sign before it counts as a formula. */
export function writeCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[\s\uFEFF]*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[";,\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The `content-type` and name of a CSV that is to be saved; `name` without ending, of letters, digits and hyphens. */
export const csvHeaders = (name: string): Record<string, string> => ({
  'content-disposition': `attachment; filename="${name}.csv"`,
})

export const csvType = 'text/csv; charset=utf-8'
