import type { TenantId } from '@/lib/db/in-tenant'
import type { LocalDate } from '@/lib/time/local-date'
import { meterTenant } from './meter-tenant'
import { reconcileTenant } from './reconcile-tenant'

/**
 * Puts a tenant's usage right from a day on: settled days are counted anew from the facts, wrong figures get correcting
 * records, and differences that are gone by that are resolved.
 * @returns how many differences stay open
 */
export async function recountUsage(
  tenantId: TenantId,
  from: LocalDate,
  now: Date,
): Promise<{ open: number }> {
  await meterTenant(tenantId, now, { recountFrom: from })
  return reconcileTenant(tenantId, now)
}
