import { after } from 'next/server'
import { countCall } from '@/lib/api-calls/count-call'
import type { TenantId } from '@/lib/db/in-tenant'

/**
 * Counts a request of somebody known to the tenant's public API, whatever becomes of it; other routes do not count.
 * @param path as the visitor asked for it
 */
export function noteApiCall(tenantId: TenantId, path: string): void {
  if (!path.startsWith('/api/v1/')) return
  const written = countCall(tenantId)
  if (written) after(written)
}
