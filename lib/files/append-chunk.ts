import type { TenantTx } from '@/lib/db/in-tenant'

/** Keeps one piece of a file that is being uploaded; sent again, it replaces itself. */
export async function appendChunk(
  tx: TenantTx,
  fileId: string,
  position: number,
  bytes: Uint8Array,
): Promise<void> {
  await tx.$executeRaw`
    insert into app.file_chunks (file_id, position, bytes) values (${fileId}::uuid, ${position}::int, ${bytes}::bytea)
    on conflict (tenant_id, file_id, position) do update set bytes = excluded.bytes`
}
