import { asPlatform } from '@/lib/db/as-platform'

/**
 * The instant at which Stripe is about to be asked, by the database's clock: answers that several servers hold are
 * ordered by it, whatever their own clocks say.
 */
export async function askedAt(): Promise<Date> {
  const [row] = await asPlatform(tx => tx.$queryRaw<{ at: Date }[]>`select clock_timestamp() as at`)
  if (!row) throw new Error('the database has no clock')
  return row.at
}
