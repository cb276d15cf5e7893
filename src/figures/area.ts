import type { Area } from '../platform/area.ts'

export const figuresArea: Area = { name: 'figures', routes: [], jobs: [], schedules: [] }
