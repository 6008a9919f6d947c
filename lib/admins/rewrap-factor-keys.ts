import { asPlatform } from '@/lib/db/as-platform'
import { rewrapFactorKey } from './factor-key'

/**
 * Wraps the authenticator keys of all platform admins with the current master key.
 * @returns how many it wrapped anew; one that an admin changed meanwhile is left as they made it
 */
export function rewrapFactorKeys(): Promise<number> {
  return asPlatform(async tx => {
    const admins = await tx.platformAdmin.findMany({
      where: { factorSecret: { not: null } },
      select: { id: true, factorSecret: true },
    })
    let wrapped = 0
    for (const { id, factorSecret: before } of admins) {
      const factorSecret = before && rewrapFactorKey(id, before)
      if (!factorSecret) continue
      const where = { id, factorSecret: before }
      wrapped += (await tx.platformAdmin.updateMany({ where, data: { factorSecret } })).count
    }
    return wrapped
  })
}
