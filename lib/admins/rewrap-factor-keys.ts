import { asPlatform } from '@/lib/db/as-platform'
import { rewrapFactorKey } from './factor-key'

type Rewrapped = { wrapped: number; unopened: string[] }

/**
 * Wraps the authenticator keys of all platform admins with the current master key. A key that no key of the ring opens
 * holds nothing up.
 * @returns how many it wrapped anew, and the ids of the admins whose keys did not open; one that an admin changed
 * meanwhile is left as they made it
 */
export function rewrapFactorKeys(): Promise<Rewrapped> {
  return asPlatform(async tx => {
    const admins = await tx.platformAdmin.findMany({
      where: { factorSecret: { not: null } },
      select: { id: true, factorSecret: true },
    })
    const done: Rewrapped = { wrapped: 0, unopened: [] }
    for (const { id, factorSecret: before } of admins) {
      const opened = before ? wrapAnew(id, before) : null
      if (!opened) done.unopened.push(id)
      if (!opened?.factorSecret) continue
      const where = { id, factorSecret: before }
      done.wrapped += (await tx.platformAdmin.updateMany({ where, data: opened })).count
    }
    return done
  })
}

/** Null when no master key opens it; a `factorSecret` of null is of the current one already. */
function wrapAnew(adminId: string, sealed: string): { factorSecret: string | null } | null {
  try {
    return { factorSecret: rewrapFactorKey(adminId, sealed) }
  } catch {
    return null
  }
}
