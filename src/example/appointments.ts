import { raiseAlarms } from '../appointments/raise-alarms.ts'
import type { Example } from './example.ts'

/** Everybody was at work these days, but for the operator of the dormant agency; so the alarms have something to say. */
export async function exampleAppointments(city: Example): Promise<void> {
  const { db } = city.platform
  const seen = (days: number) => ({ signed_in_at: city.daysAgo(days, '08:05') })
  await db.updateTable('person').set(seen(1)).where('signed_in_at', 'is', null).execute()
  await db.updateTable('person').set(seen(41)).where('email', '=', 'operator@disarpusda.example').execute()
  await raiseAlarms(city.system(city.daysAgo(9, '06:40')))
  await raiseAlarms(city.system(city.daysAgo(0, '06:40')))
}
