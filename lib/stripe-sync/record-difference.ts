import type { PlatformTx } from '@/lib/db/as-platform'

/**
 * Keeps for admins that a figure of ours and Stripe's do not agree, one open entry a subject; when they agree, whatever
 * was open is resolved.
 */
export async function recordDifference(
  tx: PlatformTx,
  tenantId: string,
  { subject, ours, theirs }: { subject: string; ours: bigint; theirs: bigint },
): Promise<void> {
  if (ours === theirs) {
    await tx.$executeRaw`
      update platform.differences set resolved_at = now()
      where tenant_id = ${tenantId}::uuid and kind = 'invoice' and subject = ${subject} and resolved_at is null`
    return
  }
  await tx.$executeRaw`
    insert into platform.differences (tenant_id, kind, subject, ours, recount)
    values (${tenantId}::uuid, 'invoice', ${subject}, ${ours}, ${theirs})
    on conflict (tenant_id, kind, subject, meter, on_day) where resolved_at is null
    do update set ours = excluded.ours, recount = excluded.recount, seen_at = now()`
}

/** Keeps for admins that Stripe was not told of use and will not be: it is on no bill until one of them sees to it. */
export async function recordUnsent(
  tx: PlatformTx,
  { tenantId, meter, onDay }: { tenantId: string; meter: string; onDay: Date },
): Promise<void> {
  await tx.$executeRaw`
    insert into platform.differences (tenant_id, kind, subject, meter, on_day)
    values (${tenantId}::uuid, 'invoice', 'unsent', ${meter}, ${onDay}::date)
    on conflict (tenant_id, kind, subject, meter, on_day) where resolved_at is null do update set seen_at = now()`
}
