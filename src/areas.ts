import { agenciesArea } from './agencies/area.ts'
import { channelsArea } from './channels/area.ts'
import { homeArea } from './home/area.ts'
import { monitoringArea } from './monitoring/area.ts'
import type { Area } from './platform/area.ts'
import { publishingArea } from './publishing/area.ts'

/** All areas of the house. A new one begins here. */
export const areas: readonly Area[] = [homeArea, agenciesArea, publishingArea, monitoringArea, channelsArea]
