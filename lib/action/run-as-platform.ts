import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import { mapDatabaseError } from '@/lib/db/map-error'
import type { Refusal, Result } from './result'

class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super('refused')
  }
}

/**
 * Runs a domain function in a transaction of the platform: a refusal rolls back whatever was written before it, and
 * a constraint that a race broke becomes the refusal registered for it.
 */
export async function runAsPlatform<T>(work: (tx: PlatformTx) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await asPlatform(async tx => {
      const result = await work(tx)
      if (!result.ok) throw new RolledBack(result)
      return result
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal
    const refusal = mapDatabaseError(error)
    if (refusal) return refusal
    throw error
  }
}
