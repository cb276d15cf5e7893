/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

/** As people write them, shortened by Excel, or in English by Excel. */
const months = [
  'jan(?:uari|uary)?',
  '(?:feb|peb)(?:ruari|ruary|r)?',
  'mar(?:et|ch)?',
  'apr(?:il)?',
  'mei|may',
  'jun(?:i|e)?',
  'jul(?:i|y)?',
  'agu(?:stus)?|agt|ags|aug(?:ust)?',
  'sep(?:t(?:ember)?)?',
  'okt(?:ober)?|oct(?:ober)?',
  '(?:nov|nop)(?:ember)?',
  'des(?:ember)?|dec(?:ember)?',
] as const

/** Matches one name of a month; without a group of its own. */
export const monthPattern = `(?:${months.join('|')})`

const wholeMonths = months.map((names) => new RegExp(`^(?:${names})$`, 'i'))

/** 1 to 12; 0 for what is no month. */
export const monthNamed = (name: string): number => wholeMonths.findIndex((month) => month.test(name)) + 1

const weekdays = ['minggu|ahad', 'senin', 'selasa', 'rabu', 'kamis', "jum['’]?at", 'sabtu'] as const

export const weekdayPattern = `(?:${weekdays.join('|')})`

const wholeWeekdays = weekdays.map((names) => new RegExp(`^(?:${names})$`, 'i'))

/** Whether the day falls on the weekday of this name. */
export const isWeekday = (day: string, name: string): boolean =>
  wholeWeekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]?.test(name) ?? false
