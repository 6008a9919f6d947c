import { inTenant, type TenantContext } from '@/lib/db/in-tenant'

const chunksAtOnce = 4

/**
 * Streams a kept file, a few pieces at a time, each time in a short transaction of its own: for jobs, which must
 * hold neither the file nor a connection.
 */
export async function* readBytes(context: TenantContext, fileId: string): AsyncGenerator<Uint8Array> {
  for (let from = 0; ; from += chunksAtOnce) {
    const chunks = await inTenant(
      context,
      tx => tx.$queryRaw<{ bytes: Uint8Array }[]>`
        select bytes from app.file_chunks
        where file_id = ${fileId}::uuid and position >= ${from}::int and position < ${from + chunksAtOnce}::int
        order by position`,
    )
    for (const { bytes } of chunks) yield bytes
    if (chunks.length < chunksAtOnce) return
  }
}
