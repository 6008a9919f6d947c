import { mapDatabaseError } from '@/lib/db/map-error'
import type { Refusal, Result } from './result'

class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super('refused')
  }
}

/** Gives on what a transaction's work came to; a refusal breaks the transaction off, so that nothing of it is kept. */
export function keepOrRollBack<T>(result: Result<T>): Result<T> {
  if (!result.ok) throw new RolledBack(result)
  return result
}

/**
 * Runs a transaction: the refusal that broke it off is its result, and a constraint that a race broke becomes the
 * refusal registered for it.
 */
export async function orRefusal<T>(transact: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await transact()
  } catch (error) {
    const refusal = error instanceof RolledBack ? error.refusal : mapDatabaseError(error)
    if (refusal) return refusal
    throw error
  }
}
