import { asPlatform } from '@/lib/db/as-platform'
import type { WantedPrices } from './wanted-subscription'

async function readStripeIds(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await asPlatform(tx => tx.platformStripeObject.findMany({ where: { key: { in: [...keys] } } }))
  return new Map(rows.map(({ key, stripeId }) => [key, stripeId]))
}

/**
 * The object of Stripe's that stands for one of ours, made when there is none yet. Two that make it at once make the
 * same: `make` asks with an idempotency key.
 */
export async function keepStripeId(key: string, make: () => Promise<{ id: string }>): Promise<string> {
  const known = (await readStripeIds([key])).get(key)
  if (known) return known
  const { id } = await make()
  await asPlatform(
    tx => tx.$executeRaw`
      insert into platform.stripe_objects (key, stripe_id) values (${key}, ${id}) on conflict (key) do nothing`,
  )
  return id
}

/** The prices at Stripe that stand for ours. @throws when one is not there yet */
export async function readPrices(wanted: WantedPrices): Promise<WantedPrices> {
  const ids = await readStripeIds([...wanted.base, ...wanted.metered])
  const resolve = (keys: readonly string[]) =>
    keys.map(key => {
      const id = ids.get(key)
      if (!id) throw new Error(`${key} is not at Stripe yet`)
      return id
    })
  return { base: resolve(wanted.base), metered: resolve(wanted.metered) }
}
