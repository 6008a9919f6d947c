import type { TenantTx } from '@/lib/db/in-tenant'

const uuid = /^[0-9a-f-]{36}$/

/** Reads one entry of the audit log with the person who acted; null when there is none. */
export async function readAuditEntry(tx: TenantTx, id: string) {
  if (!uuid.test(id)) return null
  return tx.auditEntry.findFirst({
    where: { id },
    include: { user: { select: { id: true, name: true, email: true } } },
  })
}
