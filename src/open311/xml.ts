/** What can be written: text, numbers, nothing (an empty element), lists and things. */
export type Writable = string | number | boolean | null | undefined | readonly Writable[] | { [name: string]: Writable }

/** The elements of a list are called as its one member: `services` holds `service`. */
export function writeXml(root: string, value: Writable): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`
}

/** What a list's members are called where an s at the end is not all. */
const members: Readonly<Record<string, string>> = {
  service_requests: 'request',
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

function element(name: string, value: Writable): string {
  if (value === null || value === undefined || value === '') return `<${name}/>`
  return `<${name}>${inside(name, value)}</${name}>`
}

function inside(name: string, value: Writable): string {
  if (Array.isArray(value)) return value.map((one) => element(members[name] ?? 'item', one)).join('')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, one]) => element(key, one))
      .join('')
  return written(String(value))
}

/** XML 1.0 has no control characters, not even escaped. */
const written = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
