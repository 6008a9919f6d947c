import type { Actor } from '@/lib/auth/actor'
import { inTenant, type TenantContext, type TenantTx } from '@/lib/db/in-tenant'
import type { Result } from './result'
import { keepOrRollBack, orRefusal } from './roll-back'

/**
 * Runs a domain function in a tenant transaction: a refusal rolls back whatever was written before it, and a
 * constraint that a race broke becomes the refusal registered for it.
 */
export function runInTenant<T>(
  context: TenantContext,
  work: (tx: TenantTx, opened: unknown) => Promise<Result<T>>,
): Promise<Result<T>> {
  return orRefusal(() => inTenant(context, async (tx, opened) => keepOrRollBack(await work(tx, opened))))
}

/** The system's own actor for one tenant. */
export function systemActor(context: Extract<TenantContext, { system: string }>): Actor {
  return { kind: 'system', tenantId: context.tenantId, purpose: context.system }
}
