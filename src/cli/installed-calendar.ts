import { existsSync } from 'node:fs'
import { readCalendar } from '../platform/calendar/calendar-rows.ts'
import { shippedCalendars } from '../platform/calendar/shipped-calendar.ts'
import { type WorkingCalendar, workingCalendar } from '../platform/calendar/working-calendar.ts'
import { connectDatabase, connectPool } from '../platform/db/connect.ts'
import { findPlace } from '../platform/db/embedded/place.ts'
import { openInstallation } from './installation.ts'

/** The calendar as it stands in the database of this installation; where there is none, the one that ships. */
export async function installedCalendar(id: string): Promise<WorkingCalendar | null> {
  const data = hasDatabase() ? await fromDatabase(id) : shippedCalendars().find((calendar) => calendar.id === id)
  return data === undefined ? null : workingCalendar(data)
}

/** Nothing is made for a question: neither a data folder nor a database. */
function hasDatabase(): boolean {
  const { DATABASE_URL: url, DATA_DIR: folder = './data' } = process.env
  return Boolean(url) || (existsSync(folder) && existsSync(findPlace(folder).cluster))
}

async function fromDatabase(id: string) {
  const installation = await openInstallation()
  const pool = connectPool(installation.connection, () => {}, 1)
  const db = connectDatabase(pool)
  try {
    const { rowCount } = await pool.query(
      `select from pg_tables where tablename = 'calendar' and schemaname = 'public'`,
    )
    const seeded = rowCount === 1 && (await db.selectFrom('calendar').select('id').limit(1).executeTakeFirst())
    return seeded ? await readCalendar({ db }, id) : shippedCalendars().find((calendar) => calendar.id === id)
  } finally {
    await db.destroy()
    await installation.close()
  }
}
