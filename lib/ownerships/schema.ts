import { z } from 'zod'
import type { Fraction } from '@/lib/fraction/fraction'
import { parseEmail } from '@/lib/homeowners/schema'
import type { LocalDate } from '@/lib/time/local-date'
import { missingDay } from '@/lib/time/missing-day'
import { readDay, readShare } from './rules'

const shareSentence = 'Write a share such as 1/2, 50% or 33 1/3%.'
const daySentence = (text: string) => missingDay(text) ?? 'Choose a date.'
const list = z.array(z.string().trim().max(300)).max(60).default([])
const day = z.string().transform((text, context) => {
  const value = readDay(text)
  if (!value) context.addIssue({ code: 'custom', message: daySentence(text) })
  return value ?? z.NEVER
})
/** The unit, and the history as the form was drawn from it: somebody else may have changed it since. */
const seen = { unitId: z.uuid(), seen: z.string().max(64) }

export type TransferOwner = { share: Fraction } & (
  | { homeownerId: string }
  | { name: string; email: string | null }
)

type Problems = { addIssue: (issue: { code: 'custom'; message: string; path: (string | number)[] }) => void }

function readOwner(
  { homeownerId, name, email, share: written }: Record<'homeownerId' | 'name' | 'email' | 'share', string>,
  row: number,
  problems: Problems,
): TransferOwner | null {
  const say = (path: string, message: string) =>
    problems.addIssue({ code: 'custom', path: [path, row], message })
  const share = readShare(written)
  if (!share) say('share', shareSentence)
  if (z.uuid().safeParse(homeownerId).success) return share && { homeownerId, share }
  if (name === '') say('homeownerId', 'Choose a homeowner or write a new name.')
  const address = email === '' ? null : parseEmail(email)
  if (email !== '' && !address) say('email', 'Write an email address such as name@example.com.')
  return share && name !== ''
    ? { name: name.replace(/\s+/g, ' ').slice(0, 200), email: address, share }
    : null
}

/** A transfer: from `on` the unit belongs to `owners`, each an existing homeowner or somebody new. */
export const transferSchema = z
  .object({ ...seen, on: day, homeownerId: list, name: list, email: list, share: list })
  .transform(({ unitId, seen, on, ...lists }, context) => {
    const owners = lists.share.flatMap((share, row) => {
      const at = (values: string[]) => values[row] ?? ''
      const typed = {
        homeownerId: at(lists.homeownerId),
        name: at(lists.name),
        email: at(lists.email),
        share,
      }
      return readOwner(typed, row, context) ?? []
    })
    if (lists.share.length === 0)
      context.addIssue({ code: 'custom', path: ['homeownerId'], message: 'Name at least one new owner.' })
    return { unitId, seen, on, owners }
  })

/** The end of ownership without a known successor. */
export const endSchema = z.object({ ...seen, on: day })

export type CorrectedPeriod = {
  id: string | null
  homeownerId: string
  startsOn: LocalDate
  endsOn: LocalDate | null
  share: Fraction
}

/** A unit's whole history as it should have been; periods left out were mistakes. */
export const correctSchema = z
  .object({ ...seen, periodId: list, homeownerId: list, startsOn: list, endsOn: list, share: list })
  .transform(({ unitId, seen, ...lists }, context) => {
    const periods = lists.share.flatMap((written, row): CorrectedPeriod[] => {
      const say = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path, row], message })
      const share = readShare(written)
      const startsOn = readDay(lists.startsOn[row] ?? '')
      const endsText = lists.endsOn[row] ?? ''
      const endsOn = endsText === '' ? null : readDay(endsText)
      const homeownerId = lists.homeownerId[row] ?? ''
      const named = z.uuid().safeParse(homeownerId).success
      if (!share) say('share', shareSentence)
      if (!startsOn) say('startsOn', daySentence(lists.startsOn[row] ?? ''))
      if (endsText !== '' && !endsOn) say('endsOn', daySentence(endsText))
      if (startsOn && endsOn && endsOn <= startsOn) say('endsOn', 'This must be after the first day.')
      if (!named) say('homeownerId', 'Choose a homeowner.')
      if (!share || !startsOn || !named) return []
      return [{ id: lists.periodId[row] || null, homeownerId, startsOn, endsOn, share }]
    })
    return { unitId, seen, periods }
  })

export type TransferInput = z.output<typeof transferSchema>
export type EndInput = z.output<typeof endSchema>
export type CorrectInput = z.output<typeof correctSchema>
