import { dateIn, type LocalDate, toDbDate } from '@/lib/time/local-date'
import type { Suspension } from './invoice'

/** Whether what is used on a UTC day is free: from the day of a suspension up to, not including, the day it ends. */
export function isFreeDay(suspensions: readonly Suspension[], day: LocalDate): boolean {
  return suspensions.some(
    ({ startsAt, endsAt }) =>
      dateIn('UTC', startsAt) <= day && (endsAt === null || day < dateIn('UTC', endsAt)),
  )
}

/** Whether a bill that is made with the beginning of a UTC day is waived: the company is suspended at that instant. */
export function isWaived(suspensions: readonly Suspension[], day: LocalDate): boolean {
  const at = toDbDate(day)
  return suspensions.some(({ startsAt, endsAt }) => startsAt <= at && (endsAt === null || at < endsAt))
}
