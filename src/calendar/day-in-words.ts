const months = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(' ')

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

/** The day `YYYY-MM-DD` of `2028-01-01`, `1 Januari 2028` or `Sabtu, 1 Januari 2028`; null for anything else. */
export function readDay(text: string): string | null {
  const plain = text.trim().toLowerCase()
  if (isDay(plain)) return plain
  const [, date = '', month = '', year = ''] = /^(?:[a-z]+, )?(\d{1,2}) ([a-z]+) (\d{4})$/.exec(plain) ?? []
  const number = months.indexOf(month) + 1
  const day = `${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}
