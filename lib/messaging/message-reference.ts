import { createHmac, timingSafeEqual } from 'node:crypto'
import type { TenantId } from '@/lib/db/in-tenant'
import { env } from '@/lib/env/env'

/** Which message of which tenant a provider's report is about. */
export type MessageReference = { tenantId: TenantId; messageId: string }

const shape = /^([0-9a-f-]{36})_([0-9a-f-]{36})_([0-9a-f]{32})$/

function seal(tenantId: string, messageId: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET)
    .update(`message reference\n${tenantId}\n${messageId}`)
    .digest('hex')
    .slice(0, 32)
}

/** Writes a reference that providers carry along and bring back; signed, so that nobody can make one up. */
export function writeReference({ tenantId, messageId }: MessageReference): string {
  return `${tenantId}_${messageId}_${seal(tenantId, messageId)}`
}

/** Reads a reference that came back; null unless we wrote it. */
export function readReference(text: unknown): MessageReference | null {
  const [, tenantId, messageId, mac] = shape.exec(typeof text === 'string' ? text : '') ?? []
  if (!tenantId || !messageId || !mac) return null
  const right = timingSafeEqual(Buffer.from(mac), Buffer.from(seal(tenantId, messageId)))
  return right ? { tenantId: tenantId as TenantId, messageId } : null
}
