import { laterPart } from './part.ts'

export const availabilityPart = laterPart('E', 'Ketersediaan dan keamanan')
