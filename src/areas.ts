import { agenciesArea } from './agencies/area.ts'
import { appointmentsArea } from './appointments/area.ts'
import { auditArea } from './audit/area.ts'
import { calendarArea } from './calendar/area.ts'
import { casesArea } from './cases/area.ts'
import { channelsArea } from './channels/area.ts'
import { figuresArea } from './figures/area.ts'
import { homeArea } from './home/area.ts'
import { monitoringArea } from './monitoring/area.ts'
import { open311Area } from './open311/area.ts'
import { peopleArea } from './people/area.ts'
import type { Area } from './platform/area.ts'
import { publicDeskArea } from './public-desk/area.ts'
import { publishingArea } from './publishing/area.ts'
import { reportsArea } from './reports/area.ts'

/** All areas of the house. A new one begins here. */
export const areas: readonly Area[] = [
  homeArea,
  peopleArea,
  agenciesArea,
  appointmentsArea,
  publishingArea,
  monitoringArea,
  calendarArea,
  casesArea,
  publicDeskArea,
  figuresArea,
  open311Area,
  channelsArea,
  reportsArea,
  auditArea,
]
