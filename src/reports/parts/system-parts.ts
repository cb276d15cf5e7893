import { laterPart, type ReportPart } from './part.ts'
import { identityPart } from './part-a-identity.ts'
import { contentPart } from './part-b-content.ts'
import { availabilityPart } from './part-e-availability.ts'
import { channelsPart } from './part-f-channels.ts'

/** Parts A to G, which the system fills, in the order of the letter. */
export const systemParts: readonly ReportPart[] = [
  identityPart,
  contentPart,
  laterPart('C', 'Kelengkapan'),
  laterPart('D', 'Data dan kontribusi'),
  availabilityPart,
  channelsPart,
  laterPart('G', 'Aspirasi'),
]

/** Those of which the city recap needs the figures. */
export const recapParts: readonly ReportPart[] = [contentPart, availabilityPart, channelsPart]
