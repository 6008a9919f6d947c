import { z } from 'zod'
import { type LocalDate, parseLocalDate } from '@/lib/time/local-date'
import { missingDay } from '@/lib/time/missing-day'

const earliest = '1900-01-01'
const latest = '2200-01-01'

function readDay(text: string): LocalDate | null {
  const day = parseLocalDate(text.trim())
  return day !== null && day >= earliest && day < latest ? day : null
}

const day = z.string().transform((text, context) => {
  const value = readDay(text)
  if (!value) context.addIssue({ code: 'custom', message: missingDay(text) ?? 'Choose a date.' })
  return value ?? z.NEVER
})

const optionalDay = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return null
    const value = readDay(text)
    if (!value) context.addIssue({ code: 'custom', message: missingDay(text) ?? 'Choose a date.' })
    return value
  })

const title = z.enum(
  ['president', 'vice-president', 'treasurer', 'secretary', 'director'],
  'Choose an office.',
)

const term = { title, startsOn: day, endsOn: optionalDay }
const inOrder = (value: { startsOn: LocalDate; endsOn: LocalDate | null }) =>
  !value.startsOn || value.endsOn === null || value.endsOn > value.startsOn
const outOfOrder = { path: ['endsOn'], message: 'The term must end after the day on which it starts.' }

export const addSeatSchema = z
  .object({ associationId: z.uuid(), homeownerId: z.uuid('Choose a homeowner.'), ...term })
  .refine(inOrder, outOfOrder)

/** The seat as it should be; `seen` is when it was last changed as the form knew it. */
export const editSeatSchema = z
  .object({ seatId: z.uuid(), seen: z.iso.datetime({ offset: true }), ...term })
  .refine(inOrder, outOfOrder)

/** The first day on which the seat is no longer held. */
export const endSeatSchema = z.object({ seatId: z.uuid(), on: day })

export const seatIdSchema = z.object({ seatId: z.uuid() })

export type AddSeat = z.output<typeof addSeatSchema>
export type EditSeat = z.output<typeof editSeatSchema>
