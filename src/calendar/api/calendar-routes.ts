import Type from 'typebox'
import { limitOf, listOf, pageOf, pageQuery } from '../../platform/http/api-page.ts'
import { api } from '../../platform/http/route.ts'
import { addHoliday } from '../add-holiday.ts'
import { findHolidays } from '../find-holidays.ts'
import { withdrawHoliday } from '../withdraw-holiday.ts'

const holiday = {
  day: Type.String({ format: 'date' }),
  kind: Type.String({ description: '`national` or `joint-leave`' }),
  name: Type.String(),
  decree: Type.String(),
  from: Type.String({ format: 'date', description: 'Date of the decree' }),
}
const holidaySchema = Type.Object({ id: Type.String(), ...holiday })

export const calendarApi = [
  api({
    method: 'GET',
    path: '/holidays',
    access: 'calendar.read',
    summary: 'Days off with their decrees, the earliest first',
    query: Type.Object({
      ...pageQuery.properties,
      year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2999 })),
    }),
    answer: listOf(holidaySchema),
    handle: async (ctx, { query }) => {
      const limit = limitOf(query)
      const rows = await findHolidays(ctx, { year: query.year, limit, after: query.cursor })
      return pageOf(rows, limit, (last) => `${last.day}_${last.id}`)
    },
  }),

  api({
    method: 'POST',
    path: '/holidays',
    access: 'calendar.manage',
    summary: 'Adds a day off; open due dates are computed anew',
    body: Type.Object(holiday),
    answer: holidaySchema,
    handle: (ctx, { body }) => addHoliday(ctx, body),
  }),

  api({
    method: 'POST',
    path: '/holidays/:id/withdrawal',
    access: 'calendar.manage',
    summary: 'Withdraws a day off by a decree, also when it is over; open due dates are computed anew',
    body: Type.Object({ decree: Type.String(), from: holiday.from }),
    answer: holidaySchema,
    handle: (ctx, { params, body }) => withdrawHoliday(ctx, { ...body, id: params.id ?? '' }),
  }),
]
