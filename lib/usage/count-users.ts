import type { TenantTx } from '@/lib/db/in-tenant'

/** Counts the company's own people who are not suspended, right now: those its plan limits. */
export async function countUsers(tx: TenantTx): Promise<number> {
  const [row] = await tx.$queryRaw<{ users: number }[]>`
    select count(*)::int as users from app.users where app.counts_as_user(role, suspended_at)`
  return row?.users ?? 0
}
