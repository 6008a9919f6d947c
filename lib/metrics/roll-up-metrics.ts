import { asPlatform } from '@/lib/db/as-platform'
import { addDays, type LocalDate } from '@/lib/time/local-date'

/**
 * Makes the business figures of the days up to and with `today` (UTC) anew from the facts; as often as one likes.
 * @param days how many days, today among them
 */
export async function rollUpMetrics(today: LocalDate, days: number): Promise<void> {
  const [from, until] = [addDays(today, 1 - days), addDays(today, 1)]
  await asPlatform(tx => tx.$executeRaw`select platform.roll_up_metrics(${from}::date, ${until}::date)`)
}
