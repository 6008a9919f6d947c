import type { PlatformTx } from '@/lib/db/as-platform'

/** A note as admins read it. */
export type TenantNote = { id: string; body: string; author: string; authorId: string; at: Date }

/** The notes about a company, the latest first. */
export async function listNotes(tx: PlatformTx, tenantId: string): Promise<TenantNote[]> {
  return tx.$queryRaw<TenantNote[]>`
    select n.id::text, n.body, a.name as author, a.id::text as "authorId", n.written_at as at
    from platform.tenant_notes n join platform.admins a on a.id = n.written_by
    where n.tenant_id = ${tenantId}::uuid and n.removed_at is null order by n.written_at desc, n.id desc limit 200`
}
