import { dateIn, type LocalDate } from '@/lib/time/local-date'

/** Today's date in a zone, read once at the entry point so that everything below is told the same day. */
export function readLocalDateToday(zone: string): LocalDate {
  return dateIn(zone, new Date())
}
