import type { Actor } from '@/lib/auth/actor'
import { inTenant, type TenantContext, type TenantTx } from '@/lib/db/in-tenant'
import { mapDatabaseError } from '@/lib/db/map-error'
import type { Refusal, Result } from './result'

class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super('refused')
  }
}

/**
 * Runs a domain function in a tenant transaction: a refusal rolls back whatever was written before it, and a
 * constraint that a race broke becomes the refusal registered for it.
 */
export async function runInTenant<T>(
  context: TenantContext,
  work: (tx: TenantTx, opened: unknown) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await inTenant(context, async (tx, opened) => {
      const result = await work(tx, opened)
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

/** The system's own actor for one tenant. */
export function systemActor(context: Extract<TenantContext, { system: string }>): Actor {
  return { kind: 'system', tenantId: context.tenantId, purpose: context.system }
}
