import { asPlatform, type PlatformTx } from '@/lib/db/as-platform'
import type { Result } from './result'
import { keepOrRollBack, orRefusal } from './roll-back'

/**
 * Runs a domain function in a transaction of the platform: a refusal rolls back whatever was written before it, and
 * a constraint that a race broke becomes the refusal registered for it.
 */
export function runAsPlatform<T>(work: (tx: PlatformTx) => Promise<Result<T>>): Promise<Result<T>> {
  return orRefusal(() => asPlatform(async tx => keepOrRollBack(await work(tx))))
}
